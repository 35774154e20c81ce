"""Rules that hold an organisation against what its roles state."""
