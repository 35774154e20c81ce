"""The words of `orgcli role ROLE --as job-description`: a module per language."""
