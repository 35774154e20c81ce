"""Roles, the library they refer to, and their translations."""
