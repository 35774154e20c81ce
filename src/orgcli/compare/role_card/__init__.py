"""The card of one role, and its formats."""
