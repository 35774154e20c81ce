"""Lists of roles, names and translations, and their formats."""
