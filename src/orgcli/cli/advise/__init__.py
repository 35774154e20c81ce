"""What `orgcli advise` reads and how it puts its questions."""
