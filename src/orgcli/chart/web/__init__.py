"""The page: a chart for a browser, in one file."""
