"""A role as a draft of a job description, each line with its sources."""
