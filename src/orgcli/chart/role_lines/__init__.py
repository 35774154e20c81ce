"""Pictures of reporting lines between roles: panels side by side, each line with who states it."""
