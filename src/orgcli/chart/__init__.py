"""An organisation becomes cards, positions, DOT, and a picture."""
