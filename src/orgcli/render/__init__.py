"""How text is set on a page: lines of cells, colours, and what each medium must not obey."""
