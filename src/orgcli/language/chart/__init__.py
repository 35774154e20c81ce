"""What charts say, one module per language."""
