"""What `orgcli stats` takes, and how a run goes."""
