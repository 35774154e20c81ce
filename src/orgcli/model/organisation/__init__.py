"""Organisations: positions, reporting lines, photos."""
