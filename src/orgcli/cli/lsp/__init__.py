"""The language server: what is open in an editor, when it is checked, and how questions are met."""
