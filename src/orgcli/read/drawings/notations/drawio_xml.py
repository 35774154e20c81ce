"""The drawings of draw.io (diagrams.net) become positions: its boxes, connectors and containers."""

import base64
import binascii
import re
import zlib
from dataclasses import dataclass, field, replace
from urllib.parse import unquote
from xml.parsers import expat

from orgcli.model.findings.finding import Finding
from orgcli.model.source.source import Source
from orgcli.read.drawings.diagram import Arrow, Diagram, diagram_entries
from orgcli.read.drawings.markup import plain_html
from orgcli.read.entries import Entries, TableOptions

_MOST_CHARACTERS = 64 * 1024 * 1024
"""Of a page that is packed: a few bytes may ask for any number."""
_MOST_SHOWN = 200
"""Characters of a line that findings mark."""
_EXPORT = "in draw.io: File > Export as > XML, without `Compressed`"
_LABEL = re.compile(r"\b(?:text|edgeLabel|resizable=0)\b")


class _NoDrawing(Exception):
    """What is wrong with a drawing, and where."""


@dataclass(slots=True)
class _Cell:
    key: str
    value: str
    style: str
    parent: str
    line: int
    vertex: bool = False
    edge: bool = False
    source: str = ""
    target: str = ""


@dataclass(slots=True)
class _DrawingPage:
    """What stands in a file: cells, or the packed text of each page."""

    cells: list[_Cell] = field(default_factory=list)
    packed: list[str] = field(default_factory=list)
    pages: int = 0
    nested: str = ""


def drawio_xml_entries(source: Source, options: TableOptions) -> Entries:
    """The positions of the first page of a drawing.

    Entities are refused, so that nothing outside is read and nothing grows.
    Findings: ORG001 where it is no XML; ORG007 where it holds no drawing; ORG009 for too large
    ones; those of diagram_entries.
    """
    try:
        page = _parsed(source.text)
        if page.nested:
            page = _parsed(page.nested)
        if page.packed and not page.cells:
            pages, page = page.pages, _parsed(_unpacked(page.packed[0]))
            page.pages = pages
    except _NoDrawing as error:
        message, line = error.args
        at = source.line_start(min(max(line, 1), source.line_count))
        code = "ORG009" if "limit" in message else "ORG001"
        finding = Finding(code, message, source.place(at, at + 1), help=_EXPORT)
        return Entries([], findings=[finding])
    if not page.cells:
        message = "this XML holds no drawing of draw.io that could be read"
        finding = Finding("ORG007", message, source.place(0, 0), help=_EXPORT)
        return Entries([], findings=[finding])
    entries = diagram_entries(_diagram(source, page), options)
    if page.pages < 2:
        return entries
    message = f"of the {page.pages} pages of this drawing the first is read"
    left_out = Finding("ORG013", message, source.place(0, 0), help="export each page to a file")
    return replace(entries, findings=[*entries.findings, left_out])


def _unpacked(text: str) -> str:
    """The XML of a page that draw.io packed: base64 of deflated text with percent signs."""
    try:
        raw = base64.b64decode(text.strip(), validate=True)
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        data = unpacker.decompress(raw, _MOST_CHARACTERS)
    except (binascii.Error, ValueError, zlib.error):
        raise _NoDrawing("the drawing in this file is packed in a way that is unknown", 1) from None
    if unpacker.unconsumed_tail:
        raise _NoDrawing(f"the drawing has more than the limit of {_MOST_CHARACTERS:,} bytes", 1)
    return unquote(data.decode("utf-8", "replace"))


class _PageReader:
    """Collects the cells of the first page as the parser goes through the file."""

    def __init__(self) -> None:
        self.page = _DrawingPage()
        self.parser = expat.ParserCreate("utf-8")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._refuse
        self._wrapper: dict[str, str] = {}
        self._inside: list[str] = []

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "diagram":
            self.page.pages += 1
            self._inside.clear()
        elif name == "svg" and attributes.get("content", "").lstrip().startswith("<mx"):
            self.page.nested = attributes["content"]
        elif name in ("object", "UserObject"):
            self._wrapper = attributes
        elif name == "mxCell" and self.page.pages < 2:
            self.page.cells.append(_cell(attributes, self._wrapper, self.parser.CurrentLineNumber))

    def _end(self, name: str) -> None:
        if name in ("object", "UserObject"):
            self._wrapper = {}
        elif name == "diagram" and "".join(self._inside).strip():
            self.page.packed.append("".join(self._inside))

    def _text(self, text: str) -> None:
        if self.page.pages:
            self._inside.append(text)

    def _refuse(self, *_: object) -> None:
        raise _NoDrawing("entities are not read", self.parser.CurrentLineNumber)


def _parsed(text: str) -> _DrawingPage:
    reader = _PageReader()
    try:
        reader.parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        message = f"this is no XML: {expat.ErrorString(error.code)}"
        raise _NoDrawing(message, error.lineno) from None
    return reader.page


def _cell(attributes: dict[str, str], wrapper: dict[str, str], line: int) -> _Cell:
    return _Cell(
        key=wrapper.get("id") or attributes.get("id", ""),
        value=wrapper.get("label") or attributes.get("value", ""),
        style=attributes.get("style", ""),
        parent=attributes.get("parent", ""),
        line=line,
        vertex=attributes.get("vertex") == "1",
        edge=attributes.get("edge") == "1",
        source=attributes.get("source", ""),
        target=attributes.get("target", ""),
    )


def _diagram(source: Source, page: _DrawingPage) -> Diagram:
    """Boxes with text, and connectors between them; a container is the department of its boxes."""
    diagram = Diagram(source, "draw.io drawing")
    texts = {cell.key: plain_html(cell.value) for cell in page.cells}
    edges = {cell.key for cell in page.cells if cell.edge}
    joined = {end for cell in page.cells if cell.edge for end in (cell.source, cell.target)}
    holding = {cell.parent for cell in page.cells if cell.vertex} - joined - edges
    for cell in page.cells:
        span = _span(source, cell)
        if cell.vertex and cell.key not in holding and cell.parent not in edges:
            if not texts[cell.key] and cell.key not in joined:
                continue
            if cell.key not in joined and _LABEL.match(cell.style):
                diagram.unread.append(span)
                continue
            group = texts.get(cell.parent, "") if cell.parent in holding else ""
            diagram.box(cell.key, span, texts[cell.key] or cell.key, " ".join(group.split()))
    labels = {cell.parent: texts[cell.key] for cell in page.cells if cell.parent in edges}
    for cell in page.cells:
        if cell.edge:
            _connect(diagram, cell, texts[cell.key] or labels.get(cell.key, ""))
    return diagram


def _span(source: Source, cell: _Cell) -> tuple[int, int]:
    """The line of a cell; a packed drawing has no lines of its own."""
    line = cell.line if 1 <= cell.line <= source.line_count else 1
    start = source.line_start(line)
    below = source.line_start(line + 1) if line < source.line_count else len(source.text)
    return start, start + len(source.text[start : min(below, start + _MOST_SHOWN)].rstrip("\r\n"))


def _connect(diagram: Diagram, cell: _Cell, label: str) -> None:
    start, end = (diagram.numbers.get(cell_id, -1) for cell_id in (cell.source, cell.target))
    if start < 0 or end < 0:
        diagram.unread.append(_span(diagram.source, cell))
        return
    style = cell.style.replace(" ", "").lower()
    if "startarrow=" in style and "startarrow=none" not in style and "endarrow=none" in style:
        start, end = end, start
    diagram.arrows.append(Arrow(start, end, "dashed=1" in style, " ".join(label.split())))
