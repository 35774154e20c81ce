"""A sheet as DOT, and what Graphviz makes of it: SVG, PNG and PDF."""
