"""What stands under `include:`: patterns, and mappings that also say how tables are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from orgcli.model.findings.finding import Finding, Place
from orgcli.read.entries import TableOptions, options_from

if TYPE_CHECKING:
    from orgcli.model.table_settings import IncludedTables
    from orgcli.read.syntax.document import Document, Value


@dataclass(frozen=True, slots=True)
class IncludeEntry:
    """A pattern of files to include.

    options  how the tables among them are read; None where nothing says it
    """

    pattern: str
    place: Place
    options: TableOptions | None = None


def include_entries(document: Document, findings: list[Finding]) -> Iterator[IncludeEntry]:
    """The patterns under `include`; one text or mapping may stand for a list of it.

    Findings: ORG004 for keys that mean nothing, ORG005 and ORG006 for values that are wrong or
    missing.
    """
    value = document.mapping.get("include")
    if value is None:
        return
    if not isinstance(value, list):
        yield from _entries(document, ("include",), value, findings)
        return
    for at, entry in enumerate(value):
        yield from _entries(document, ("include", at), entry, findings)


def _entries(
    document: Document, path: tuple[str | int, ...], entry: Value, findings: list[Finding]
) -> Iterator[IncludeEntry]:
    place = partial(document.place, 0, *path)
    if isinstance(entry, str):
        yield IncludeEntry(entry, place())
    elif isinstance(entry, dict):
        tables = _tables(entry, place, partial(document.key_place, 0, *path), findings)
        if tables is not None:
            options, files = options_from(tables), entry["files"]
            for at, pattern in enumerate(tables.files):
                below = ("files", at) if isinstance(files, list) else ("files",)
                yield IncludeEntry(pattern, place(*below), options)
    else:
        help = "write a file, or a mapping with `files`"
        findings.append(Finding("ORG005", "a file to include must be text", place(), help=help))


def _tables(
    entry: dict[str, Value],
    place: Callable[..., Place],
    key_place: Callable[..., Place],
    findings: list[Finding],
) -> IncludedTables | None:
    """The tables to include, without the keys that are wrong; None where `files` is one."""
    # Few files say how a table is read.
    from orgcli.model.table_settings import IncludedTables
    from orgcli.read.syntax.validation.mapping_values import mapping_value
    from orgcli.read.syntax.validation.validation_errors import synonyms_of
    from orgcli.read.tables.columns.field_names import unknown_field

    synonyms = synonyms_of(files="file path include", map="columns headings mapping")
    tables, wrong = mapping_value(entry, IncludedTables, "files", place, key_place, synonyms)
    findings.extend(wrong)
    if tables is None:
        return None
    while unknown := unknown_field(tables.map):
        name, message, help = unknown
        findings.append(Finding("ORG005", message, key_place("map", name), help=help))
        tables = replace(
            tables, map={key: heading for key, heading in tables.map.items() if key != name}
        )
    return tables
