"""Mistakes that people and programs make in YAML and JSON, as findings with help."""
