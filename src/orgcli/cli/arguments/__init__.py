"""What stands on a command line: read at once where it is plain, by Typer where it is not."""
