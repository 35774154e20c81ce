"""The comparison on a terminal: columns where they fit, else one role after the other."""
