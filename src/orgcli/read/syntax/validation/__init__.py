"""What was parsed becomes values of models, or findings about it."""
