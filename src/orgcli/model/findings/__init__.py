"""Findings, their places, and what silences them."""
