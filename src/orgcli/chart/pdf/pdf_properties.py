"""What a PDF says of itself."""

from typing import NamedTuple


class PdfProperties(NamedTuple):
    """What a PDF says of itself: readers show the title in place of the name of the file.

    language  its tag, for those who listen
    from_right  whether the pages of a spread follow each other from right to left
    """

    title: str = ""
    author: str = ""
    language: str = ""
    from_right: bool = False
