"""The people of a directory as a table, each cell with the place where it is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from orgcli.model.findings.finding import Finding, Place
from orgcli.model.source.source import Source
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.syntax.document import Document
from orgcli.read.tables.grid import LeftOutRow, Table, collector_off, distinct, too_large
from orgcli.read.tables.table import table_entries


@dataclass(frozen=True, slots=True)
class PersonCell:
    """A text and where it is: a path in a document, or the offsets of its line."""

    text: str
    at: Sequence[str | int]


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person by headings.

    at  the slot of the person in a document, or the offset of the first line
    """

    at: int
    cells: Mapping[str, PersonCell]


@collector_off()
def directory_entries(
    source: Source,
    rows: Sequence[PersonRow],
    options: TableOptions,
    format: str,
    left_out: Sequence[LeftOutRow] = (),
    document: Document | None = None,
    findings: Sequence[Finding] = (),
    has_lines: bool = True,
) -> Entries:
    """The entries of the people of a directory, whose headings are those of table_entries.

    document    what the places are in, where they are no offsets
    has_lines  whether the format says who reports to whom; otherwise nobody does
    """
    filled = {heading: None for row in rows for heading, cell in row.cells.items() if cell.text}
    headings = list(filled)
    if not rows:
        return Entries([], findings=findings)
    places = _DirectoryPlaces(source, rows, headings, document)
    written = sum(len(row.cells) for row in rows)
    if large := too_large(len(rows), len(headings), places, written):
        return Entries([], findings=[*findings, large])
    nothing = PersonCell("", ())
    columns = [[row.cells.get(heading, nothing).text for row in rows] for heading in headings]
    parents = () if has_lines else [-1] * len(rows)
    table = Table(distinct(headings), columns, places, findings, parents, left_out, format)
    return table_entries(table, options)


@dataclass(frozen=True, slots=True)
class _DirectoryPlaces:
    source: Source
    rows: Sequence[PersonRow]
    headings: Sequence[str]
    document: Document | None

    def row(self, row: int) -> Place:
        at = self.rows[row].at
        if self.document is not None:
            return self.document.place(at)
        return self.source.place(at, _line_end(self.source.text, at))

    def cell(self, row: int, column: int) -> Place:
        cell = self.rows[row].cells.get(self.headings[column])
        if cell is None or not cell.at:
            return self.row(row)
        if self.document is not None:
            return self.document.place(self.rows[row].at, *cell.at)
        start, end = cell.at[:2]
        assert isinstance(start, int) and isinstance(end, int)
        return self.source.place(start, end)

    def heading(self, column: int, row: int | None = None) -> Place:
        return self.cell(row or 0, column)

    def header(self) -> Place:
        return self.row(0)


def _line_end(text: str, start: int) -> int:
    line_feed = text.find("\n", start)
    end = line_feed if line_feed >= 0 else len(text)
    return start + len(text[start:end].rstrip("\r"))
