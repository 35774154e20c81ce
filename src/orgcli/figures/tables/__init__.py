"""Figures as phrases, tables and bars, which the formats write."""
