"""A layout on a page: page sizes, the text on cards, the heading, dotted lines, themes."""
