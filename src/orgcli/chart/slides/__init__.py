"""A chart as slides of PowerPoint: native shapes that can be edited."""
