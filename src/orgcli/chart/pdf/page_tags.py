"""The contents of a page in words, in the order in which it is painted, for screen readers."""

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from orgcli.chart.graphviz.sheet import Sheet
from orgcli.chart.paint.items import PaintedGroup, PaintedText


class PageTag(NamedTuple):
    """What a painted group is: a heading (H1), a paragraph (P), or only decoration ("").

    text  what is read out
    link  the number of the link of the page that lies on it
    """

    role: str
    text: str = ""
    link: int | None = None


DECORATION = PageTag("")


def page_tags(sheet: Sheet) -> list[PageTag]:
    """A tag for each group of a sheet: its title, its cards, the rows of an index, its legend."""
    return list(_tags(sheet))


def _tags(sheet: Sheet) -> Iterator[PageTag]:
    of_node = {link.node: number for number, link in enumerate(sheet.page_links)}
    entries = count()
    role = "H1"
    for group in sheet.painting:
        if group.kind == "node":
            text = sheet.descriptions[group.card]
            yield PageTag("P", text, of_node.get(group.card))
        elif group.kind == "entry":
            yield PageTag("P", _text_of(group), next(entries))
        elif group.kind == "head" and (text := _text_of(group)):
            yield PageTag(role, text)
            role = "P"
        else:
            yield DECORATION


def _text_of(group: PaintedGroup) -> str:
    return ", ".join(item.text for item in group.items if isinstance(item, PaintedText))
