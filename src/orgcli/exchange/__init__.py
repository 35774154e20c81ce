"""Writes organisations in the formats of other programs, and in orgcli's own."""
