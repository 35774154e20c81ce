"""Edits of the files that findings are about: exact spans, everything else byte for byte."""
