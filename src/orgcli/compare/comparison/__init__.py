"""Roles side by side, and the formats of that comparison."""
