"""Charts as text: Mermaid, PlantUML, draw.io and the terminal."""
