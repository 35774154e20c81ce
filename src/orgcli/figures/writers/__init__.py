"""The formats in which the numbers of an organisation are written."""
