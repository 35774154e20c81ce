"""What `import orgcli` has beyond the functions of its parts: what a command makes of several."""
