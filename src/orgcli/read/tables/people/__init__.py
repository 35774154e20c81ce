"""Whom the cells of a table name: managers by id, address or name, and job shares."""
