"""User text as a chart prints it: one line, nothing in it obeyed."""

from orgcli.model.text import visible


def plain(text: str) -> str:
    """The text on one line, harmful characters spelled out, no spaces around it.

    The two noncharacters that `visible` lets through may not stand in XML.
    """
    return visible(text).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff").strip()
