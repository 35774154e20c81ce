"""The two tables of the UK government's organograms."""
