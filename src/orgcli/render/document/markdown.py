"""A document as Markdown (GFM), in which nothing that users wrote is obeyed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgcli.render.document.document import (
    Block,
    CitedSource,
    Item,
    Items,
    SectionHeading,
    SideBySide,
    TextDocument,
    TextParagraph,
    TextTable,
    Words,
    pieces,
)
from orgcli.render.markdown import escaped

_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~/?&=%#:+-]+")
"""An address that ends nothing between angle brackets."""
_AROUND = {
    "role": "**",
    "label": "**",
    "strong": "**",
    "work": "**",
    "disputed": "*",
    "hedge": "*",
    "quiet": "*",
}


def document_markdown(value: TextDocument) -> str:
    """Headings, lists and tables, a blank line between them."""
    blocks = [f"# {escaped(value.title)}"]
    if value.subtitle:
        blocks.append(f"*{escaped(value.subtitle)}*")
    for block in value.blocks:
        blocks.extend(_block(block))
    if value.signs:
        signs = (f"{sign} {escaped(meaning)}" for sign, meaning in value.signs.items())
        blocks.append(f"{', '.join(signs)}.")
    blocks.extend(_sources(value))
    blocks.extend(map(_words, value.foot))
    return "\n\n".join(blocks) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case SectionHeading():
            yield f"{'#' * block.level} {_words(block.text, bare=True)}"
        case TextParagraph():
            yield _words(block.text)
        case Items():
            yield _items(block.items)
        case SideBySide():
            for title, items in block.columns:
                yield f"### {_words(title, bare=True)}"
                yield _items([replace(item, sign="") for item in items])
        case TextTable():
            yield "\n".join(_table(block))


def _table(table: TextTable) -> Iterator[str]:
    """A table of one column has a head too, for Markdown knows none without."""
    width = table.width
    heads = [_head(lines) for lines in table.head] or [""] * width
    yield _line(["", *heads])
    yield _line(["---"] * (width + 1))
    for row in table.rows:
        label = f"**{_words(row.label, bare=True)}**" if row.label else ""
        yield _line([label, *("<br>".join(map(_item, cell)) for cell in row.cells)])


def _head(lines: Sequence[Words]) -> str:
    first, *others = (_words(line, bare=True) for line in lines)
    return "<br>".join([f"**{first}**", *others])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _items(items: Sequence[Item]) -> str:
    least = min((item.depth for item in items), default=0)
    return "\n".join(f"{'  ' * (item.depth - least)}- {_item(item)}" for item in items)


def _item(item: Item) -> str:
    return f"{escaped(item.sign)} {_words(item.text)}" if item.sign else _words(item.text)


def _words(words: Words, bare: bool = False) -> str:
    """Words with their styles; `bare` leaves out what a heading shows anyway."""
    return "".join(_piece(text, style, bare) for text, style in pieces(words)).strip(" ")


def _piece(text: str, style: str, bare: bool) -> str:
    trimmed = text.rstrip(" \u00a0")
    if style == "note":
        notes = "".join(f"[^{number}]" for number in trimmed.split())
        return notes + " " * (len(text) > len(trimmed))
    around = "" if bare and style != "work" else _AROUND.get(style, "")
    if style == "quiet" and not any(map(str.isalnum, trimmed)):
        around = ""  # a sign between words
    behind = " " if len(text) > len(trimmed) else ""
    body = escaped(trimmed.replace("\u00a0", " "))
    return f"{around}{body}{around}{behind}" if body else behind


def _sources(value: TextDocument) -> Iterator[str]:
    if value.are_notes:
        yield from (f"[^{source.mark}]: {_about(source)}" for source in value.sources)
    elif value.sources:
        if value.sources_title:
            yield f"## {escaped(value.sources_title)}"
        yield "\n".join(
            f"- **{escaped(source.mark)}** {_about(source)}" for source in value.sources
        )


def _about(source: CitedSource) -> str:
    """A work with its address, as a link where it is one."""
    address = f"<{source.url}>" if _ADDRESS.fullmatch(source.url) else escaped(source.url)
    name = ", ".join(part for part in (escaped(source.name), address) if part)
    return f"{name}. {escaped(source.note)}" if source.note else name
