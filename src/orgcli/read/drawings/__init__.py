"""Charts read back: ours, and those of others in Mermaid, PlantUML, DOT, draw.io and outlines."""
