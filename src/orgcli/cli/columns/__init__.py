"""Shows what was read of tables: each column with its field, in a table, a line or a document."""
