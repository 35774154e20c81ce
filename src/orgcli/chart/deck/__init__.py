"""An organisation as the cards of a chart: which there are, what they say, their colours."""
