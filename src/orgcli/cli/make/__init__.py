"""What `orgcli make` takes, and how the targets of a configuration are run."""
