"""Files and folders as a project of organisations."""
