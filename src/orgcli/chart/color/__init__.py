"""Colours as numbers: equal steps for the eye, and codes for paper without colours."""
