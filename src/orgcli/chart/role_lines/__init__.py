"""Pictures of reporting lines between roles: panels side by side, each line with its works."""
