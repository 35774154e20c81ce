"""What `orgcli validate` does with its flags: one run, its reports, its edits."""
