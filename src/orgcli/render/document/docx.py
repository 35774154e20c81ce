"""A document for Word, LibreOffice and Google Docs, by python-docx."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

import docx
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from orgcli.render.document.archive import undated
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
    marks_in,
    pieces,
)
from orgcli.render.document.palette import BOLD, COLORS, INK, ITALIC, SIGN_STYLES
from orgcli.render.lines import one_line, styled

_LONGEST_TITLE = 255
"""Characters that a title in the properties of a file may have."""
_A4 = (210, 297)
_MARGIN = 18
_LABEL = 30
"""Millimetres: of the page, around it, of the column of labels."""
_INDENT = 4
_MOST_UNBROKEN = 8
"""Entries of a row of one column that stay on one page."""
_FONT = "Arial"
_NO_TIME = datetime(2000, 1, 1)
"""Files say nothing of when they were made, so that one input gives one file."""


def document_docx(value: TextDocument) -> bytes:
    """The file; the same document gives the same bytes."""
    file = docx.Document()
    _prepare(file, value)
    _WordWriter(file, value).write()
    raw = BytesIO()
    file.save(raw)
    return undated(raw.getvalue())


def _prepare(file: WordFile, value: TextDocument) -> None:
    """The page, the typeface and the properties of the file."""
    section = file.sections[0]
    width, height = _A4[::-1] if value.is_wide else _A4
    section.orientation = WD_ORIENT.LANDSCAPE if value.is_wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Mm(_MARGIN))
    for name, size, before in (
        ("Normal", 10, 0), ("Title", 18, 0), ("Heading 2", 12, 12), ("Heading 3", 10, 8),
    ):  # fmt: skip
        style = file.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        style.font.color.rgb = RGBColor.from_string(INK)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(3)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:eastAsia", "w:cs"):
            fonts.set(qn(script), _FONT)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
    title = file.styles["Title"]
    title.font.bold = True
    for border in title.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), value.language)
    normal = file.styles["Normal"].element.get_or_add_rPr()
    normal.append(language)
    about = file.core_properties
    about.title, about.language = one_line(value.title)[:_LONGEST_TITLE], value.language
    about.author = about.comments = ""
    about.created = about.modified = _NO_TIME


class _WordWriter:
    def __init__(self, file: WordFile, value: TextDocument) -> None:
        self._file, self._document = file, value
        self._bookmarks = {source.mark: f"work_{at}" for at, source in enumerate(value.sources, 1)}
        self._anchors = {key: f"dispute_{at}" for at, key in enumerate(sorted(value.anchors), 1)}
        self._count = 0
        self._width = _A4[1 if value.is_wide else 0] - 2 * _MARGIN

    def write(self) -> None:
        """Everything, top down."""
        value = self._document
        self._file.add_paragraph(one_line(value.title), style="Title")
        if value.subtitle:
            self._words(self._file.add_paragraph(), styled(value.subtitle, "quiet"))
        for block in value.blocks:
            self._block(block)
        self._foot()

    def _foot(self) -> None:
        value = self._document
        if value.signs:
            meanings = "   ".join(f"{sign} {text}" for sign, text in value.signs.items())
            self._words(self._file.add_paragraph(), styled(meanings, "quiet"))
        if value.sources and value.sources_title:
            self._file.add_paragraph(one_line(value.sources_title), style="Heading 2")
        for source in value.sources:
            self._source(source)
        for words in value.foot:
            paragraph = self._file.add_paragraph()
            paragraph.paragraph_format.space_before = Pt(6)
            self._words(paragraph, words)

    def _block(self, block: Block) -> None:
        match block:
            case SectionHeading():
                paragraph = self._file.add_paragraph(style=f"Heading {block.level}")
                self._words(paragraph, block.text, bare=True)
                if block.anchor:
                    self._bookmark(paragraph, self._anchors[block.anchor])
            case TextParagraph():
                self._words(self._file.add_paragraph(), block.text)
            case Items():
                for item in block.items:
                    self._item(self._file.add_paragraph(), item, "•")
            case SideBySide():
                self._columns(block)
            case TextTable():
                self._table(block)

    def _columns(self, block: SideBySide) -> None:
        count = len(block.columns)
        table = self._file.add_table(1, count)
        _set_widths(table._tbl, [self._width / count] * count)
        for cell, (title, items) in zip(table.rows[0].cells, block.columns, strict=True):
            self._words(cell.paragraphs[0], title, style="strong")
            for item in items:
                self._item(cell.add_paragraph(), item)

    def _table(self, block: TextTable) -> None:
        count = block.width
        table = self._file.add_table(0, count + 1)
        share = (self._width - _LABEL) / count
        _set_widths(table._tbl, [_LABEL, *[share] * count])
        if block.head:
            row = table.add_row()
            _set_flag(row._tr.get_or_add_trPr(), "w:tblHeader")
            _underline(row.cells, INK)
            for cell, lines in zip(row.cells[1:], block.head, strict=True):
                first, *others = lines
                self._words(cell.paragraphs[0], first, style="strong")
                for words in others:
                    self._words(cell.add_paragraph(), words, style="quiet")
        for at, content in enumerate(block.rows):
            row = table.add_row()
            if len(content.cells) > 1 or len(content.cells[0]) <= _MOST_UNBROKEN:
                _set_flag(row._tr.get_or_add_trPr(), "w:cantSplit")
            if at + 1 == len(block.rows) or block.rows[at + 1].label:
                _underline(row.cells, "D5DBE1")
            label = row.cells[0].paragraphs[0]
            label.paragraph_format.space_before = Pt(1.5)
            self._words(label, content.label, style="strong")
            for cell, items in zip(row.cells[1:], content.cells, strict=False):
                self._cell(cell, items, block.has_signs)

    def _cell(self, cell: _Cell, items: Sequence[Item], is_set_in: bool) -> None:
        for at, item in enumerate(items):
            paragraph = cell.add_paragraph() if at else cell.paragraphs[0]
            self._item(paragraph, item, is_set_in=is_set_in)

    def _item(
        self, paragraph: WordParagraph, item: Item, bullet: str = "", is_set_in: bool = False
    ) -> None:
        """An entry that hangs behind its sign, or is set in as if it had one."""
        sign = item.sign or bullet
        form = paragraph.paragraph_format
        form.space_before = form.space_after = Pt(1.5)
        form.left_indent = Mm(_INDENT * (item.depth + (1 if sign or is_set_in else 0)))
        if sign:
            form.first_line_indent = Mm(-_INDENT)
            form.tab_stops.add_tab_stop(form.left_indent)
            run = paragraph.add_run(f"{sign}\t")
            _color(run, COLORS[SIGN_STYLES.get(sign, "quiet")])
        self._words(paragraph, item.text)

    def _words(
        self, paragraph: WordParagraph, words: Words, bare: bool = False, style: str = ""
    ) -> None:
        """Words with their styles; `style` is that of words without one."""
        for text, own_style in pieces(words):
            self._piece(paragraph, text, own_style or style, bare)

    def _piece(self, paragraph: WordParagraph, text: str, style: str, bare: bool) -> None:
        if style in ("work", "note"):
            for part, is_mark in marks_in(text, self._bookmarks):
                run = paragraph.add_run(part)
                _style(run, style)
                if is_mark:
                    _link(run, self._bookmarks[part])
            return
        run = paragraph.add_run(text)
        if not bare:
            _style(run, style)
        anchor = self._anchors.get(text.strip()) if style == "disputed" else None
        if anchor:
            _link(run, anchor)

    def _source(self, source: CitedSource) -> None:
        paragraph = self._file.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        mark = paragraph.add_run(one_line(source.mark))
        mark.bold = True
        self._bookmark(paragraph, self._bookmarks[source.mark])
        paragraph.add_run(f"  {one_line(source.name)}")
        if source.url:
            run = paragraph.add_run(f"  {one_line(source.url)}")
            _color(run, COLORS["work"])
            if source.is_web:
                _link(run, "", self._file.part.relate_to(source.url, _HYPERLINK, is_external=True))
        if source.note:
            _color(paragraph.add_run(f". {one_line(source.note)}"), COLORS["quiet"])

    def _bookmark(self, paragraph: WordParagraph, name: str) -> None:
        """A place that links lead to: the whole paragraph."""
        self._count += 1
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = OxmlElement(tag)
            mark.set(qn("w:id"), str(self._count))
            if tag == "w:bookmarkStart":
                mark.set(qn("w:name"), name)
            paragraph._p.append(mark)


_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def _style(run: Run, style: str) -> None:
    run.bold = style in BOLD or None
    run.italic = style in ITALIC or None
    if style == "note":
        run.font.superscript = True
    if style == "work":
        run.font.size = Pt(8)
    if style in COLORS:
        _color(run, COLORS[style])


def _color(run: Run, color: str) -> None:
    run.font.color.rgb = RGBColor.from_string(color)


def _link(run: Run, anchor: str, relation: str = "") -> None:
    """Make a run lead to a bookmark, or to an address by its relation."""
    link = OxmlElement("w:hyperlink")
    if relation:
        link.set(qn("r:id"), relation)
    else:
        link.set(qn("w:anchor"), anchor)
    run._r.addprevious(link)
    link.append(run._r)


def _set_flag(properties: object, tag: str) -> None:
    properties.append(OxmlElement(tag))  # type: ignore[attr-defined]


def _set_widths(table: object, widths: Sequence[float]) -> None:
    """Fixed widths in millimetres: programs differ in those that they choose."""
    properties = table.tblPr  # type: ignore[attr-defined]
    layout = OxmlElement("w:tblLayout")
    layout.set(qn("w:type"), "fixed")
    properties.append(layout)
    grid = table.tblGrid  # type: ignore[attr-defined]
    for column, width in zip(grid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(round(width * 1440 / 25.4)))


def _underline(cells: Sequence[_Cell], color: str) -> None:
    """A line below a row."""
    for cell in cells:
        borders, bottom = OxmlElement("w:tcBorders"), OxmlElement("w:bottom")
        for name, text in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", color)):
            bottom.set(qn(f"w:{name}"), text)
        borders.append(bottom)
        cell._tc.get_or_add_tcPr().append(borders)
