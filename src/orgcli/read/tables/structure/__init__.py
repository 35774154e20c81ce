"""Who reports to whom where the structure of a table says it: edges, paths, levels, outlines."""
