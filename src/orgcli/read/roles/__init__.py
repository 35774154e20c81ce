"""Role files, the library, translations, and roles by name."""
