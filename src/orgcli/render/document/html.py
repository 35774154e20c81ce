"""A document as one page that loads nothing and runs nothing, for browsers, phones and paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

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
    TextTableRow,
    Words,
    marks_in,
    pieces,
    plain,
)
from orgcli.render.html import Html, document
from orgcli.render.lines import one_line

_LINE, _NOTHING = Html("\n"), Html("")
_STYLED = Html('<span class="{}">{}</span>')
_STRONG = Html("<strong>{}</strong>")
_LINK = Html('<a class="{kind}" href="#{anchor}">{text}</a>')
_NOTE = Html("<sup>{}</sup>")
_HEADING = Html("<h{level}{anchor}>{text}</h{level}>")
_ANCHOR = Html(' id="{}"')
_PARAGRAPH = Html("<p>{}</p>")
_LIST = Html("<ul>\n{}\n</ul>")
_ITEM = Html("<li{named}>{sign}{text}</li>")
_NAMED = Html(' class="{}"')
_SIGN = Html('<span class="sign" aria-hidden="true">{}</span>')
_NO_SIGN = Html('<span class="sign"></span>')
_HIDDEN = Html('<span class="hidden">{}: </span>')
_COLUMNS = Html('<div class="columns">\n{}\n</div>')
_COLUMN = Html("<div>\n<h3>{}</h3>\n<ul>{}</ul>\n</div>")
_HEAD = Html('<thead role="rowgroup"><tr role="row"><td role="cell"></td>{}</tr></thead>\n')
_COLUMN_HEAD = Html('<th scope="col" role="columnheader">{}{}</th>')
_BELOW = Html("<span>{}</span>")
_TABLE = Html('<table role="table"{named}>\n{head}{bodies}\n</table>')
_BODY = Html('<tbody role="rowgroup">\n{}\n</tbody>')
_ROW = Html('<tr role="row">{label}{cells}</tr>')
_LABEL = Html('<th scope="row" role="rowheader">{}</th>')
_CELL = Html('<td role="cell"{column}><ul>{items}</ul></td>')
_OF_COLUMN = Html(' data-role="{}"')
_EMPTY = Html('<td role="cell"></td>')
_SOURCE = Html('<li id="{anchor}"><strong>{mark}</strong> {name}{note}</li>')
_ADDRESS = Html('<a href="{url}" rel="noreferrer">{name}</a>')
_BEHIND = Html(" – {}")
_CLASSES = {"shared": "shared", "disputed": "dispute", "hedge": "hedge", "quiet": "quiet"}
_DEEPEST = 5
_KINDS = {"·": "unique", "═": "shared", "≠": "disputed"}


def document_html(value: TextDocument) -> str:
    """The page; marks of works and keys of disputes lead to where they are explained."""
    return document(value.title, value.language, _LINE.join(_HtmlBody(value).blocks()))


class _HtmlBody:
    def __init__(self, value: TextDocument) -> None:
        self._document = value
        self._marks = {source.mark for source in value.sources}
        self._anchors = value.anchors

    def blocks(self) -> Iterator[Html]:
        """The parts of the body."""
        value = self._document
        wide = _NAMED.format("wide") if value.is_wide else ""
        yield Html("<main{}>\n<h1>{}</h1>").format(wide, value.title)
        if value.subtitle:
            yield Html('<p class="quiet">{}</p>').format(value.subtitle)
        yield from map(self._block, value.blocks)
        yield Html("</main>")
        if value.sources or value.foot:
            yield Html("<footer>")
            yield from self._foot()
            yield Html("</footer>")

    def _foot(self) -> Iterator[Html]:
        value = self._document
        if value.signs:
            meanings = (
                _SIGN.format(sign) + Html.escape(text) for sign, text in value.signs.items()
            )
            yield _PARAGRAPH.format(Html(" ").join(meanings))
        if value.sources:
            if value.sources_title:
                yield _HEADING.format(level=2, anchor="", text=value.sources_title)
            yield _LIST.format(_LINE.join(map(_source, value.sources)))
        yield from (_PARAGRAPH.format(self._words(paragraph)) for paragraph in value.foot)

    def _block(self, block: Block) -> Html:
        match block:
            case SectionHeading():
                anchor = _ANCHOR.format(_anchor("dispute", block.anchor)) if block.anchor else ""
                return _HEADING.format(
                    level=block.level, anchor=anchor, text=self._words(block.text, bare=True)
                )
            case TextParagraph():
                return _PARAGRAPH.format(self._words(block.text))
            case Items():
                return _LIST.format(_LINE.join(self._item(item) for item in block.items))
            case SideBySide():
                return _COLUMNS.format(_LINE.join(self._columns(block)))
            case TextTable():
                return self._table(block)

    def _columns(self, block: SideBySide) -> Iterator[Html]:
        for title, items in block.columns:
            texts = _NOTHING.join(self._item(item) for item in items)
            yield _COLUMN.format(self._words(title, bare=True), texts)

    def _table(self, table: TextTable) -> Html:
        names = [plain(head[0]) for head in table.head]
        heads = _NOTHING.join(map(self._head, table.head))
        bodies: list[list[Html]] = []
        for row in table.rows:
            if row.label or not bodies:
                bodies.append([])
            bodies[-1].append(self._row(row, names, table.has_signs))
        return _TABLE.format(
            named="" if table.head else _NAMED.format("card"),
            head=_HEAD.format(heads) if table.head else "",
            bodies=_LINE.join(_BODY.format(_LINE.join(rows)) for rows in bodies),
        )

    def _head(self, lines: Sequence[Words]) -> Html:
        first, *others = (self._words(line, bare=True) for line in lines)
        return _COLUMN_HEAD.format(first, _NOTHING.join(map(_BELOW.format, others)))

    def _row(self, row: TextTableRow, names: Sequence[str], is_set_in: bool) -> Html:
        label = _LABEL.format(self._words(row.label, bare=True)) if row.label else _EMPTY
        cells = _NOTHING.join(
            self._cell(cell, names[at] if names else "", is_set_in)
            for at, cell in enumerate(row.cells)
        )
        return _ROW.format(label=label, cells=cells)

    def _cell(self, items: Iterable[Item], column: str, is_set_in: bool) -> Html:
        texts = _NOTHING.join(self._item(item, is_set_in) for item in items)
        of = _OF_COLUMN.format(column) if column else ""
        return _CELL.format(column=of, items=texts) if texts else _EMPTY

    def _item(self, item: Item, is_set_in: bool = False) -> Html:
        names = [_KINDS[item.sign]] if item.sign in _KINDS else []
        names += ["signed"] if item.sign or is_set_in else []
        names += [f"depth-{min(item.depth, _DEEPEST)}"] if item.depth else []
        sign = _SIGN.format(item.sign) if item.sign else _NO_SIGN if is_set_in else _NOTHING
        if meaning := self._document.signs.get(item.sign):
            sign += _HIDDEN.format(meaning)
        classes = _NAMED.format(" ".join(names)) if names else ""
        return _ITEM.format(named=classes, sign=sign, text=self._words(item.text))

    def _words(self, words: Words, bare: bool = False) -> Html:
        """Words with their styles; `bare` leaves out what a heading shows anyway."""
        return _NOTHING.join(self._piece(text, style, bare) for text, style in pieces(words))

    def _piece(self, text: str, style: str, bare: bool) -> Html:
        trimmed = text.rstrip(" \u00a0")
        behind = Html.escape("") + Html(text[len(trimmed) :])
        if style == "work":
            return self._cited(trimmed) + behind
        if style == "note":
            return _NOTE.format(self._cited(trimmed)) + behind
        if style == "disputed" and trimmed in self._anchors:
            anchor = _anchor("dispute", trimmed)
            return _LINK.format(kind="dispute", anchor=anchor, text=trimmed) + behind
        if style in ("role", "label", "strong") and not bare:
            return _STRONG.format(Html.escape(trimmed)) + behind
        if style in _CLASSES:
            return _STYLED.format(_CLASSES[style], Html.escape(trimmed)) + behind
        return Html.escape(trimmed) + behind

    def _cited(self, text: str) -> Html:
        """A link to each work that the foot names."""
        parts = []
        for part, is_mark in marks_in(text, self._marks):
            if is_mark:
                parts.append(_LINK.format(kind="work", anchor=_anchor("work", part), text=part))
            else:
                parts.append(_STYLED.format("work", part) if part.strip() else Html(part))
        return _NOTHING.join(parts)


def _source(source: CitedSource) -> Html:
    """A work in full; only a web address becomes a link."""
    return _SOURCE.format(
        anchor=_anchor("work", one_line(source.mark)),
        mark=source.mark,
        name=_ADDRESS.format(url=source.url, name=source.name) if source.is_web else source.name,
        note=_BEHIND.format(source.note) if source.note else "",
    )


def _anchor(kind: str, key: str) -> str:
    """A key as an id: what is not a letter or a digit is its number."""
    letters = (
        character if character.isalnum() and character.isascii() else f"-{ord(character):x}-"
        for character in key
    )
    return f"{kind}-{''.join(letters)}"
