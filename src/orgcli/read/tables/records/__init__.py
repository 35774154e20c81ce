"""Where the records of people stand in a JSON or YAML file, and the table that they make."""
