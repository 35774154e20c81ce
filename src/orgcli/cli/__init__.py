"""One module per command: parse, call, print, exit; nothing else."""
