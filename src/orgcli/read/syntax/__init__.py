"""Bytes as text, text as values with places: YAML and JSON."""
