"""The numbers of an organisation: seats, people, spans of control, layers, and parts of it."""
