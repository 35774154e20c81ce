"""The words of `orgcli stats` and `orgcli show`: a module per language."""
