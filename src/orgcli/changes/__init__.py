"""What differs between two states of an organisation, said of people, seats and lines."""
