"""The answer of a comparison: on one screen, what tells roles apart and when to hire which."""
