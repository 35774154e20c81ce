"""Trees and graphs for programs that draw."""
