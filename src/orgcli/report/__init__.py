"""Findings become text for people and documents for machines."""
