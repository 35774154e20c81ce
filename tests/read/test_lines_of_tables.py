"""Each folder in lines/ has small tables of one kind; `expected.txt` is who reports to whom."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from orgcli.model.source.source import Source
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.syntax.document import Value
from orgcli.read.tables.files.csv import csv_entries

CASES = Path(__file__).parent / "lines"
FIELDS = ("title", "holder", "department", "dotted_lines", "status", "attributes")


def _tables(text: str) -> Iterator[tuple[str, str]]:
    """What each table shows, and its text; `===` stands before the first and `--map` beside it."""
    for part in text.split("=== ")[1:]:
        name, _, table = part.partition("\n")
        yield name, table.rstrip("\n") + "\n"


def _options(name: str) -> TableOptions:
    words = name.split(" --map ")[1:]
    return TableOptions(tuple((word.partition("=")[0], word.partition("=")[2]) for word in words))


def _shown(value: Value) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {one}" for key, one in value.items())
    return " & ".join(map(str, value)) if isinstance(value, list) else str(value)


def _told(entries: Entries) -> Iterator[str]:
    for finding in entries.findings:
        yield f"  {finding.code} {finding.place.line}:{finding.place.column} {finding.message}"
        yield f"    help: {finding.help}"
    for record in entries.records:
        fields = (f"{name} = {_shown(record[name])}" for name in FIELDS if name in record)
        line = f"{record.get('id', '(no id)')} -> {record.get('reports_to', '(nobody)')}"
        yield f"  {line}; {'; '.join(fields)}".rstrip("; ")


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_lines(case: Path, golden: Callable[[Path, str], None]) -> None:
    text = (case / "tables.txt").read_text("utf-8")
    told = [
        line
        for name, table in _tables(text)
        for line in (
            f"=== {name}",
            *_told(csv_entries(Source("people.csv", table), _options(name))),
        )
    ]
    golden(case / "expected.txt", "\n".join(told) + "\n")
