"""Writes organisation files in YAML, in one file or several."""
