"""Roles become aligned rows, and rows become tables."""
