"""What the page of a chart says, one module per language."""
