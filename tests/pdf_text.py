"""The text of a PDF, as a person reads it from the page."""

import unicodedata

from pypdf import PageObject


def text_of(page: PageObject) -> str:
    """The text of a page, in lines: letters for ligatures, plain spaces for hard ones.

    Fonts draw `ffi` as one letter if they have it, and which font there is depends on the computer.
    """
    return unicodedata.normalize("NFKC", page.extract_text())


def unbroken(page: PageObject) -> str:
    """The text of a page without spaces and line ends, wherever a line is broken."""
    return "".join(text_of(page).split())
