"""What an editor asks of a text within its organisation: completion, hover, places, edits."""
