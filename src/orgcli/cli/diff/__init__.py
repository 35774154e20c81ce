"""`orgcli diff`: the choice of two states, reading both, and the report."""
