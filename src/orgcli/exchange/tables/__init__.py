"""One record per position, as JSON, JSON Lines, CSV, TSV and a workbook."""
