"""Tables as position entries: headings, cells, ids, managers, job shares."""
