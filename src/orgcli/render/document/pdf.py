"""A document as PDF, by fpdf2: pages of A4 with links, bookmarks and numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from fpdf import FPDF
from fpdf.enums import XPos, YPos

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
    pieces,
)
from orgcli.render.document.palette import COLORS, INK, RULE, SIGN_STYLES, rgb
from orgcli.render.document.pdf_lines import (
    Letters,
    PdfLine,
    broken_lines,
    letter_note,
)
from orgcli.render.lines import one_line, styled

_MARGIN, _FOOT = 14, 11
_LABEL = 30
_GAP = 3
_INDENT = 4
"""Millimetres: around the page, below its text, labels, between columns, of a sign."""
_PADDING, _SPLIT = 0.6, 40
"""Millimetres above a row; of a row of one column that may go on on the next page."""
_SIZE, _SMALL, _LEADING = 9.0, 8.0, 1.3
"""Points of text, of what stands at its foot, and how far lines are apart."""
_POINT = 25.4 / 72
_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)
"""Files say nothing of when they were made, so that one input gives one file."""


@dataclass(frozen=True, slots=True)
class PdfResult:
    """The file, and what its reader should know."""

    data: bytes
    notes: tuple[str, ...]


def document_pdf(value: TextDocument) -> PdfResult:
    """The file; the same document gives the same bytes."""
    pdf = _PdfPages(value)
    _PdfWriter(value, pdf).write()
    return PdfResult(bytes(pdf.output()), letter_note(pdf.letters.missing))


Draw = Callable[[float, float], None]
"""Draws at a place, in millimetres from the left and the top."""


@dataclass(frozen=True, slots=True)
class _Band:
    """Something that stays on one page: so high, drawn with its left top corner at a place."""

    height: float
    draw: Draw


class _PdfPages(FPDF):
    """Pages with a title and a number at their foot."""

    def __init__(self, value: TextDocument) -> None:
        super().__init__("landscape" if value.is_wide else "portrait", "mm", "A4")
        self.letters = Letters(self)
        self._title_at_foot = self.letters.drawn(one_line(value.title))
        self.set_margins(_MARGIN, _MARGIN, _MARGIN)
        self.set_auto_page_break(False)
        self.set_title(one_line(value.title))
        self.set_lang(value.language)
        self.set_creator("orgcli")
        self.set_creation_date(_NO_TIME)
        self.alias_nb_pages()

    def footer(self) -> None:
        """What stands below each page."""
        self.set_y(-_FOOT)
        self.letters.choose("quiet", _SMALL)
        self.set_text_color(*rgb(COLORS["quiet"]))
        half = self.epw / 2
        title = self._title_at_foot
        while len(title) > 1 and self.get_string_width(title) > half:
            title = f"{title[: len(title) * 9 // 10]}…"
        self.cell(half, 4, title, new_x=XPos.RIGHT, new_y=YPos.TOP)
        self.cell(half, 4, f"{self.page_no()} / {{nb}}", align="R")


class _PdfWriter:
    """Writes the blocks of a document one below the other."""

    def __init__(self, value: TextDocument, pdf: _PdfPages) -> None:
        self._value, self._pdf, self.letters = value, pdf, pdf.letters
        pdf.add_page()  # before links, which fpdf2 gives a page at once
        self._links = {source.mark: pdf.add_link() for source in value.sources}
        self._held: list[_Band] = []
        self._size = _SIZE if value.is_wide else _SIZE + 1
        self._anchors = {key: pdf.add_link() for key in sorted(value.anchors)}

    @property
    def _end(self) -> float:
        """Where the text of a page ends."""
        return float(self._pdf.h) - _FOOT - 4

    def _go_down(self, by: float) -> None:
        self._pdf.set_y(self._pdf.get_y() + by)

    def _fit(self, height: float) -> bool:
        """Begin a new page where this one has no room for so much; whether it was begun."""
        is_full = bool(self._pdf.get_y() + height > self._end)
        if is_full:
            self._pdf.add_page()
        return is_full

    def write(self) -> None:
        """Everything, top down."""
        value = self._value
        self._heading(styled(value.title, "role"), 18, 0)
        if value.subtitle:
            self._lines(styled(value.subtitle, "quiet"))
        for block in value.blocks:
            self._block(block)
        self._foot()

    def _foot(self) -> None:
        value = self._value
        self._go_down(3)
        if value.signs:
            meanings = [[(f"{sign} {text}", "quiet")] for sign, text in value.signs.items()]
            self._lines([part for meaning in meanings for part in (meaning, [("  ", "")])], _SMALL)
        if value.sources and value.sources_title:
            self._heading(styled(value.sources_title, "role"), 12, 3)
        for source in value.sources:
            self._source(source)
        for words in value.foot:
            self._go_down(1.5)
            self._lines(words, _SMALL)

    def _block(self, block: Block) -> None:
        match block:
            case SectionHeading():
                size = 12 if block.level == 2 else 10
                self._heading(block.text, size, 4 if block.level == 2 else 2, block.anchor)
            case TextParagraph():
                self._lines(block.text)
                self._go_down(1)
            case Items():
                for item in block.items:
                    self._band(self._stacked([item], self._pdf.epw, "•"))
            case SideBySide():
                self._columns(block)
            case TextTable():
                self._table(block)

    def _heading(self, words: Words, size: float, before: float, anchor: str = "") -> None:
        """A heading stays on the page of what comes next."""
        lines = self._broken(words, self._pdf.epw, size, "strong")
        text = "".join(text for text, _ in pieces(words))
        level = 0 if size > 12 else 1 if size > 10 else 2

        def draw(x: float, y: float) -> None:
            if anchor:
                self._pdf.set_link(self._anchors[anchor], y=y, page=self._pdf.page_no())
            self._pdf.set_y(y)
            self._pdf.start_section(self.letters.drawn(text), level, strict=False)
            for at, line in enumerate(lines):
                self._draw_line(line, x, y + before + at * line.height)

        self._held.append(_Band(before + sum(line.height for line in lines) + 1, draw))

    def _lines(self, words: Words, size: float = 0) -> None:
        for line in self._broken(words, self._pdf.epw, size):
            self._band(_Band(line.height, partial(self._draw_line, line)))

    def _broken(
        self, words: Words, width: float, size: float = 0, style: str = ""
    ) -> Sequence[PdfLine]:
        return broken_lines(
            words, width, size or self._size, self.letters, style, _LEADING * _POINT
        )

    def _band(self, band: _Band) -> None:
        """Draw at the place that comes next, on a new page where this one has no room."""
        bands = [*self._held, band]
        self._held.clear()
        self._fit(sum(queued.height for queued in bands))
        for queued in bands:
            top = self._pdf.get_y()
            queued.draw(_MARGIN, top)
            self._pdf.set_xy(_MARGIN, top + queued.height)

    def _draw_line(self, line: PdfLine, x: float, y: float) -> None:
        base = y + line.height * 0.74
        for text, style, size, width in line.parts:
            self.letters.choose(style, size)
            self._pdf.set_text_color(*rgb(COLORS.get(style, INK)))
            self._pdf.text(x, base - (size * 0.14 if style == "note" else 0), text)
            link = self._link_of(text.strip(), style)
            if link is not None:
                self._pdf.link(x, y, width, line.height, link)
            x += width

    def _link_of(self, text: str, style: str) -> int | None:
        if style in ("work", "note"):
            return self._links.get(text)
        return self._anchors.get(text) if style == "disputed" else None

    def _stacked(
        self, items: Sequence[Item], width: float, bullet: str = "", is_set_in: bool = False
    ) -> _Band:
        """Entries one below the other, each behind its sign or set in as if it had one."""
        draws: list[tuple[float, float, PdfLine]] = []
        at = 0.0
        for item in items:
            sign = item.sign or bullet
            left = _INDENT * item.depth
            if sign:
                mark = [[(sign, SIGN_STYLES.get(sign, "quiet"))]]
                draws += [(left, at, line) for line in self._broken(mark, _INDENT * 2)]
            left += _INDENT if sign or is_set_in else 0
            for line in self._broken(item.text, width - left):
                draws.append((left, at, line))
                at += line.height
            at += 0.6

        def draw(x: float, y: float) -> None:
            for left, down, line in draws:
                self._draw_line(line, x + left, y + down)

        return _Band(at, draw)

    def _columns(self, block: SideBySide) -> None:
        count = len(block.columns)
        width = (self._pdf.epw - _GAP * (count - 1)) / count
        cells = [
            self._stacked([Item(_restyled(title, "strong")), *items], width)
            for title, items in block.columns
        ]
        self._band(self._side_by_side(cells, [width] * count))

    def _side_by_side(
        self, cells: Sequence[_Band], widths: Sequence[float], above: float = 0
    ) -> _Band:
        def draw(x: float, y: float) -> None:
            for cell, width in zip(cells, widths, strict=True):
                cell.draw(x, y + above)
                x += width + _GAP

        return _Band(max(cell.height for cell in cells) + above, draw)

    def _table(self, table: TextTable) -> None:
        """Rows that stay whole where a page has room for them, below a head on each page."""
        count = table.width
        share = (self._pdf.epw - _LABEL - _GAP * count) / count
        widths = [_LABEL, *[share] * count]
        head = self._head(table, widths) if table.head else None
        self._go_down(1.5)
        if head:
            self._ruled(head)
        for at, row in enumerate(table.rows):
            for band in self._row_bands(row, widths, table.has_signs):
                if self._fit(band.height) and head:
                    self._ruled(head)
                self._band(band)
            if at + 1 == len(table.rows) or table.rows[at + 1].label:
                self._rule(RULE)
        self._go_down(1.5)

    def _head(self, table: TextTable, widths: Sequence[float]) -> _Band:
        cells = [self._stacked([], widths[0])]
        for (first, *others), width in zip(table.head, widths[1:], strict=True):
            items = [Item(_restyled(first, "strong"))]
            items += [Item(_restyled(line, "quiet")) for line in others]
            cells.append(self._stacked(items, width))
        return self._side_by_side(cells, widths)

    def _row_bands(
        self, row: TextTableRow, widths: Sequence[float], is_set_in: bool
    ) -> Sequence[_Band]:
        """The row; in parts of one entry each where it would leave much of a page empty."""
        label = [Item(_restyled(row.label, "strong"))]
        whole = self._row(label, row.cells, widths, is_set_in)
        if whole.height < (_SPLIT if len(row.cells) == 1 else self._end - _MARGIN - 20):
            return [whole]
        longest = max(map(len, row.cells))
        parts = [tuple(cell[at : at + 1] for cell in row.cells) for at in range(longest)]
        return [
            self._row([] if at else label, part, widths, is_set_in) for at, part in enumerate(parts)
        ]

    def _row(
        self,
        label: Sequence[Item],
        cells: Sequence[Sequence[Item]],
        widths: Sequence[float],
        is_set_in: bool,
    ) -> _Band:
        bands = [self._stacked(label, widths[0])]
        for items, width in zip(cells, widths[1:], strict=True):
            bands.append(self._stacked(items, width, is_set_in=is_set_in))
        return self._side_by_side(bands, widths, _PADDING)

    def _ruled(self, band: _Band) -> None:
        self._band(band)
        self._rule(INK)

    def _rule(self, color: str) -> None:
        self._pdf.set_draw_color(*rgb(color))
        self._pdf.set_line_width(0.2)
        self._pdf.line(_MARGIN, self._pdf.get_y(), _MARGIN + self._pdf.epw, self._pdf.get_y())

    def _source(self, source: CitedSource) -> None:
        words = [*styled(source.mark, "strong"), *styled(source.name)]
        if source.url:
            words += styled(source.url, "work")
        words += styled(source.note, "quiet")
        lines = self._broken(words, self._pdf.epw, _SMALL)
        self._fit(sum(line.height for line in lines))
        top = self._pdf.get_y()
        self._pdf.set_link(self._links[source.mark], y=top, page=self._pdf.page_no())
        for line in lines:
            self._band(_Band(line.height, partial(self._draw_line, line)))
        if source.is_web:
            self._pdf.link(_MARGIN, top, self._pdf.epw, self._pdf.get_y() - top, source.url)
        self._go_down(0.6)


def _restyled(words: Words, style: str) -> Words:
    """Words all in one style."""
    return [[(text, style)] for text, _ in pieces(words)]
