"""Texts as editors have them: positions, what is typed where, nodes, differences."""
