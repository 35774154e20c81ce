"""Changes of positions become exact edits of the files in which they are written."""
