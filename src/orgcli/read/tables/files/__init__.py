"""Files with rows of cells become tables: CSV, lists of records, spreadsheets."""
