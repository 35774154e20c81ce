"""Rules on role files, libraries and translations."""
