"""The request for a command: one frozen value for flags, the configuration and the Python API."""
