"""Rules on reporting lines, holders, departments and shape."""
