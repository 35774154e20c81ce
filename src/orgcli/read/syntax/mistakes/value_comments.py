"""Values that YAML cuts off at a `#` behind a space, because a comment begins there."""

import re
from collections.abc import Iterator

from orgcli.model.findings.finding import Finding
from orgcli.model.text import shortened
from orgcli.read.syntax.document import Document

_COMMENT = re.compile(
    r"(?<=[:\-])[ \t]+(?P<empty>#(?![#!\s]|orgcli)[^\r\n]*)|(?<=\S)[ \t]+(?P<cut>#[0-9][^\r\n]*)"
)
_LINE_BEFORE = re.compile(r"[ \t-]*(?P<key>[^\r\n]*?):?\Z")
_MOST = 100
"""Findings of one file: more of them are one habit."""


def value_comments(document: Document) -> Iterator[Finding]:
    """ORG005 at text behind a `#` that is likely a value: `color: #aa1177`, `title: Team #2`.

    A comment of people begins with a space; what follows a `#` at once, where a value is empty,
    or is a number, is no comment.
    """
    text = document.source.text
    if " #" not in text and "\t#" not in text:
        return
    matches = [*_COMMENT.finditer(text)]
    if not matches:
        return
    ends = dict(zip(document.ends, document.starts, strict=True))  # a scalar stands after its list
    count = 0
    for match in matches:
        start = ends.get(match.start())
        if start is None or count >= _MOST:
            continue
        comment = (match["empty"] or match["cut"]).rstrip()
        value = text[start : match.start()]
        if match["empty"] and not value:
            line, _ = document.source.line_column(start)
            before = _LINE_BEFORE.match(text, document.source.line_start(line), start)
            key = before["key"] if before else ""
            name = f"`{shortened(key)}`" if key else "an item"
            message = f"{name} is empty, because `{shortened(comment)}` is a comment"
            spelling = f'{key}: "{comment}"' if key else f'- "{comment}"'
        elif match["cut"] and value[:1] not in ("'", '"', "[", "{", "|", ">", "&", "*"):
            message = f"the value is `{shortened(value)}`, because `{comment}` is a comment"
            spelling = f'"{value} {comment}"'
        else:
            continue
        count += 1
        at = match.start("empty") if match["empty"] else match.start("cut")
        help = f"write `{shortened(spelling)}`, or a space behind the `#` of a comment"
        place = document.source.place(at, at + len(comment))
        yield Finding("ORG005", message, place, help=help)
