"""What is to change in an organisation: the verbs of edits, and plans, which are steps of them."""
