"""Whatever is written as a table is read back cell for cell, and any text at all gives no error."""

import csv
import io
import json

from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from orgcli.model.findings.finding import Place
from orgcli.model.organisation.position import Position
from orgcli.model.source.source import Source
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.syntax.document import Value
from orgcli.read.syntax.json import load_json
from orgcli.read.tables.columns.headings import FIELDS
from orgcli.read.tables.files.csv import csv_entries
from orgcli.read.tables.files.heading_row import heading_score
from orgcli.read.tables.files.records import record_entries

POSITIONS = TypeAdapter(list[Position])
CELLS = st.text(st.sampled_from("ab ,;\t|\"'\r\n#=\u2028\x0b\x85é👩"), max_size=6) | st.text(
    max_size=4
)
TABLES = st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=6)


def written(source: Source, place: Place) -> str:
    start = source.line_start(place.line) + place.column - 1
    end = source.line_start(place.end_line) + place.end_column - 1
    assert 0 <= start <= end <= len(source.text)
    return source.text[start:end]


@given(TABLES, st.sampled_from(",;\t|"), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_rows_of_the_csv_writer_come_back(
    rows: list[tuple[str, str, str]], delimiter: str, end: str, all_quoted: bool
) -> None:
    # A row of two headings, such as `#` and a name in Chinese, is taken for them.
    assume(all(heading_score(row) < 2 for row in rows))
    stream = io.StringIO(newline="")
    # The writer leaves a line end bare that is not its own; unquoted it does end the row.
    bare = any(mark in cell for row in rows for cell in row for mark in "\r\n")
    quoting = csv.QUOTE_ALL if all_quoted or bare else csv.QUOTE_MINIMAL
    writer = csv.writer(stream, delimiter=delimiter, lineterminator=end, quoting=quoting)
    headings = ["id", "a, 1", "b; 2", "c"]
    writer.writerow(headings)
    writer.writerows([f"r{number}", *row] for number, row in enumerate(rows))
    source = Source("t.csv", stream.getvalue())
    entries = csv_entries(source, TableOptions())
    assert [record["id"] for record in entries.records] == [f"r{n}" for n in range(len(rows))]
    for number, (record, row) in enumerate(zip(entries.records, rows, strict=True)):
        kept = {name: cell for name, cell in zip(headings[1:], row, strict=True) if cell.strip()}
        assert record.get("attributes", {}) == kept
        for name, cell in kept.items():
            quoted = '"' + cell.replace('"', '""') + '"'
            assert written(source, entries.place(number, "attributes", name)) in (cell, quoted)


HEADINGS = st.sampled_from(
    [*FIELDS, "name", "manager", "Employee ID", "Notes", "", "grade", "dept"]
)
VALUES = st.sampled_from(
    ["", " ", "a", "b", "1", "1.0", "0", "-", "a@x", "A, B", "a; b", "x\ny", "open", "Active",
     "2020-01-01", "2020-13-01", "0,5", "99999999", "yes", "NULL", "٣", "1_0", "https://x"]
)  # fmt: skip


def _paths(value: Value, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(value, dict):
        return [path, *(p for key, one in value.items() for p in _paths(one, (*path, key)))]
    if isinstance(value, list):
        return [path, *(p for at, one in enumerate(value) for p in _paths(one, (*path, at)))]
    return [path]


def check(source: Source, entries: Entries) -> None:
    if entries.positions is not None:  # made of columns: the same as the records, validated
        assert entries.positions == POSITIONS.validate_python(entries.records)
    for finding in entries.findings:
        written(source, finding.place)
        for related in finding.related:
            written(source, related.place)
    for number, record in enumerate(entries.records):
        for path in _paths(dict(record)):
            written(source, entries.place(number, *path))
            written(source, entries.key_place(number, *path))


@given(st.lists(HEADINGS, min_size=1, max_size=7), st.data())
def test_what_is_recognised_is_valid_and_has_places(
    headings: list[str], data: st.DataObject
) -> None:
    row = st.lists(VALUES, min_size=1, max_size=8)
    rows = data.draw(st.lists(row, max_size=6))
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([headings, *rows])
    source = Source("t.csv", stream.getvalue())
    entries = csv_entries(source, TableOptions(root_token="b"))
    check(source, entries)
    POSITIONS.validate_python([{"id": "x", **record} for record in entries.records])


@given(st.text() | st.text(st.sampled_from('id,name;|"\n\r\t #=\0\ufeff'), max_size=40))
def test_no_text_is_an_error(text: str) -> None:
    source = Source("t.csv", text)
    entries = csv_entries(source, TableOptions((("id", "name"), ("x", "y"))))
    check(source, entries)
    check(source, csv_entries(source, TableOptions()))
    for finding in entries.findings:
        if finding.message == "this quote is never closed":
            assert written(source, finding.place) == '"'


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["a", "b", "", "1"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "name", "manager", "x.y", "é"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.lists(JSON, max_size=5))
def test_no_list_is_an_error(items: list[object]) -> None:
    source = Source("t.json", json.dumps(items))
    document, findings = load_json(source)
    assert document is not None
    assert not findings
    check(source, record_entries(document, TableOptions()))
