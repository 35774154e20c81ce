"""Plans on the command line: which one is meant, and what it makes of what was read."""
