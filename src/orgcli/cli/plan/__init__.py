"""Plans on the command line: which one a word names, and what it makes of what was read."""
