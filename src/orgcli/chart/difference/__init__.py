"""Pictures of what changes between two states of an organisation."""
