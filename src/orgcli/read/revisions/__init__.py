"""Files as they are in a revision of a Git repository; nothing is checked out, nothing is run."""
