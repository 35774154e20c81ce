"""Draws an organisation: cards, layout, DOT, and a picture or text."""
