"""A chart on several pages: what is on each, its index, and the files it becomes."""
