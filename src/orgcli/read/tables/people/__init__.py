"""Who is meant in a table: managers by id, address or name, and job shares."""
