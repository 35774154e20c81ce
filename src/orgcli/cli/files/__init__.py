"""Files that results go to: which may be written, and how they are replaced."""
