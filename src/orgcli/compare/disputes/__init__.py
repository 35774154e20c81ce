"""Disputes between works, and their formats."""
