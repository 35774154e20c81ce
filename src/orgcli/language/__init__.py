"""The words the program itself prints, one file per language."""
