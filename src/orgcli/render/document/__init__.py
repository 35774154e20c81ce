"""Documents of headings, lists and tables, and what writes them: HTML, Markdown, DOCX, PDF."""
