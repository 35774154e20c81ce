"""Files become the model, or findings that say where they are wrong."""
