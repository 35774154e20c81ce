"""The roles that commands name, and where they are read from."""
