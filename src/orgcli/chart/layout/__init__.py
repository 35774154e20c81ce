"""Cards as boxes and lines: the shapes a tree of reports can take."""
