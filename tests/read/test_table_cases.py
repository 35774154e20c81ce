"""Each folder in table/ is a table with its `--map` options; `expected.txt` is what it becomes."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from orgcli.model.findings.finding import Place
from orgcli.model.source.source import Source
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.syntax.document import Document, Value
from orgcli.read.syntax.json import load_json
from orgcli.read.syntax.yaml import load_yaml
from orgcli.read.tables.files.csv import csv_entries
from orgcli.read.tables.files.records import record_entries

CASES = Path(__file__).parent / "table"


def _options(case: Path) -> TableOptions:
    file = case / "map.txt"
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    pairs = [(name, heading) for name, _, heading in (line.partition("=") for line in lines)]
    told = dict(pairs)
    columns = tuple(pair for pair in pairs if pair[0] not in ("root", "dates", "skip", "delimiter"))
    return TableOptions(
        columns,
        told.get("root"),
        date_format=told.get("dates"),
        skip=int(told["skip"]) if "skip" in told else None,
        delimiter=told.get("delimiter"),
    )


def _entries(source: Source, options: TableOptions) -> Entries:
    if source.path.endswith(".csv"):
        return csv_entries(source, options)
    load = load_json if source.path.endswith(".json") else load_yaml
    document, findings = load(source)
    assert isinstance(document, Document)
    assert not findings
    return record_entries(document, options)


def _leaves(value: Value, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _leaves(inner, (*path, number))
    else:
        yield path


def _span(place: Place) -> str:
    return f"{place.line}:{place.column}-{place.end_line}:{place.end_column}"


def _told(entries: Entries) -> Iterator[str]:
    for finding in entries.findings:
        yield f"{finding.code} {_span(finding.place)} {finding.message}"
        yield f"  help: {finding.help}"
        for related in finding.related:
            yield f"  {_span(related.place)} {related.message}"
    for number, record in enumerate(entries.records):
        yield f"entry {number} at {_span(entries.place(number))}"
        for path in _leaves(record, ()):
            value: Value = record
            for step in path:
                value = value[step]  # type: ignore[call-overload, index]
            heading = _span(entries.key_place(number, *path))
            name = ".".join(map(str, path))
            shown = json.dumps(value, ensure_ascii=False)
            yield f"  {name} = {shown} at {_span(entries.place(number, *path))} under {heading}"


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_table(case: Path, golden: Callable[[Path, str], None]) -> None:
    file = next(case.glob("input.*"))
    source = Source(file.name, file.read_bytes().decode("utf-8"))
    told = "\n".join(_told(_entries(source, _options(case)))) + "\n"
    golden(case / "expected.txt", told)
