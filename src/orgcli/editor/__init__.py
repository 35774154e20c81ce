"""Answers for editors about a text within its organisation: completion, hover, places, edits."""
