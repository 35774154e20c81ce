"""What an export says of itself: that it is one page of several."""

import re
from collections.abc import Iterable, Iterator, Mapping

from orgcli.model.findings.finding import Finding
from orgcli.read.syntax.document import Document, Value
from orgcli.read.tables.columns.headings import fold, word_set
from orgcli.read.tables.records.nodes import Node, items

_NEXT = word_set(
    "odatanextlink nextlink nextpagetoken nextcursor nextpage nextpageurl next nexturl"
    " nextrecordsurl nextoffset"
)
"""Keys whose value, where there is one, leads to the next page."""
_MORE = word_set("hasmore hasnextpage hasnext morerecords istruncated incomplete")
_TOTAL = word_set(
    "totalresults total totalcount totalsize totalelements totalitems totalrecords odatacount"
    " numfound"
)
_PAGES = word_set("totalpages pagecount lastpage")
_CONTAINERS = word_set(
    "meta metadata pagination paging page pageinfo links responsemetadata cursors next"
)
_WHOLE = re.compile(r"[0-9]{1,9}")
_NOTHING = frozenset({"", "false", "null", "none", "0", "-1"})


def missing_pages(document: Document, around: Iterable[Node], size: int) -> Iterator[Finding]:
    """ORG018 where the mappings around the records say that there are more.

    size  how many records there are
    """
    for node in around:
        for field in _fields(document, node):
            text = field.value if isinstance(field.value, str) else ""
            message = _missing(field.key, text, size)
            if message:
                place = document.place(field.slot)
                help = "export all pages, and join their records in one file"
                yield Finding("ORG018", message, place, help=help)
                return


def _fields(document: Document, node: Node) -> Iterator[Node]:
    """The texts of a mapping, and of those mappings in it that speak of pages."""
    if not isinstance(node.value, dict) or not _mentions_pages(node.value):
        return
    queue = [node]
    for above in queue:
        for item in items(document, above):
            if isinstance(item.value, str):
                hidden = fold(above.key) == "next" and item.key == "href"
                yield Node(item.slot, item.value, "next") if hidden else item
            elif isinstance(item.value, dict) and fold(item.key) in _CONTAINERS and len(queue) < 9:
                queue.append(item)


def _mentions_pages(value: Mapping[str, Value]) -> bool:
    words = set(map(fold, value))
    return not words.isdisjoint(_NEXT | _MORE | _TOTAL | _PAGES | _CONTAINERS)


def _missing(key: str, text: str, size: int) -> str:
    """What a field says is missing, "" for nothing."""
    word, is_number = fold(key), _WHOLE.fullmatch(text) is not None
    if word in _NEXT and text.lower() not in _NOTHING and not (word == "next" and is_number):
        return f"this is one page of an export: `{key}` leads to the next one"
    if word in _MORE and text == "true":
        return f"this is one page of an export: `{key}` says that there are more"
    if word in _TOTAL and is_number and int(text) > size:
        return f"`{key}` says {int(text):,} records; this file has {size:,}"
    if word in _PAGES and is_number and int(text) > 1:
        return f"this is one page of an export: `{key}` says {int(text):,}"
    return ""
