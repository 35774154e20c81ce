"""Mistakes that people and programs make in YAML and JSON, said in words that help."""
