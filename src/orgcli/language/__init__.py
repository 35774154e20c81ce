"""The program's own words, one module per language, and which language to speak."""
