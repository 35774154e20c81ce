"""A PDF of pages: links, bookmarks, what it says of itself, and tags for those who listen."""
