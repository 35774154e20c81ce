"""What `orgcli chart` does with its flags: one chart, or one at every change."""
