"""Edits of positions: `move`, `set`, `hire`, `leave`, `close`, `rename` and `add`."""
