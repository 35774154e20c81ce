"""`orgcli diff`: which two states are meant, reading both, and the report."""
