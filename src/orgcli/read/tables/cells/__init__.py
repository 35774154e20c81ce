"""What the cells of a column say: dates, statuses, numbers, names."""
