"""The properties of a PDF."""

from typing import NamedTuple


class PdfProperties(NamedTuple):
    """The properties of a PDF: readers show the title in place of the name of the file.

    language  its tag, for screen readers
    from_right  whether the pages of a spread follow each other from right to left
    """

    title: str = ""
    author: str = ""
    language: str = ""
    from_right: bool = False
