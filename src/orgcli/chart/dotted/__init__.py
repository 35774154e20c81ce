"""Dotted lines find their way around the cards of a laid-out chart."""
