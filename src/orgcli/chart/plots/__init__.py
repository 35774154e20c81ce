"""Figures as plots: bars in the look of the charts, as SVG and as an HTML page."""
