"""Directories of people in formats of their own."""
