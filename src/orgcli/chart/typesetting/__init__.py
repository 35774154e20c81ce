"""Text by itself: the widths of characters, where lines may break, and which way it is written."""
