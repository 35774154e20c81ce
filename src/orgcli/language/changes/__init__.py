"""The words of `orgcli diff`, which no other command has to import: a module per language."""
