"""A PDF of pages: links, bookmarks, its properties, and tags for screen readers."""
