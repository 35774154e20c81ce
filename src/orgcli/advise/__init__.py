"""Answers and organisations become advice: which rules they fire, who says so, what nobody says."""
