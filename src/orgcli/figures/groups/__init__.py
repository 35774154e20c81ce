"""What positions are grouped by, and the groups that each of them is in."""
