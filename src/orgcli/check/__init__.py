"""Rules look at the model and yield findings."""
