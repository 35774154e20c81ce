"""The text of files: where an offset stands, how a value is spelt."""
