"""The differences of two states of an organisation: of people, seats and reporting lines."""
