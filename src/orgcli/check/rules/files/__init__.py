"""Rules on files and on the text of their values."""
