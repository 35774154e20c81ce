"""What several formats of roles have in common: statements, works, disputes."""
