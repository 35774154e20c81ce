"""Plan files become plans."""
