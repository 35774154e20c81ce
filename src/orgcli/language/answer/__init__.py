"""The words of the answer that `orgcli compare` begins with: a module per language."""
