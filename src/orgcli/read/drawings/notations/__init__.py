"""The notations of drawings: what each is made of, and which of it are boxes and lines."""
