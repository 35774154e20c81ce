"""Workbooks of Excel and LibreOffice: their parts, their sheets, and the texts of their cells."""
