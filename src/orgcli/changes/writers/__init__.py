"""What changes, as text, Markdown, JSON, CSV and Mermaid."""
