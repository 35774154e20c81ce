"""Ids that look the same are the same id, however their accents and hyphens are encoded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from orgcli.model.appearance import first_spellings
from orgcli.read.entries import Entries
from orgcli.read.syntax.document import Value

_Record = dict[str, Value]


def with_one_spelling(files: Sequence[Entries]) -> Sequence[Entries]:
    """The entries of the files of one organisation, each id spelled as where it stands first.

    That holds for `id`, `reports_to` and `dotted_lines`; nothing changes where all look different.
    """
    if len(files) == 1 and files[0].positions is not None:  # a table has one spelling of each
        return files
    ids = [text for file in files for text in _ids(file)]
    references = [text for file in files for text in _references(file)]
    spelling = first_spellings([*ids, *references])
    if not spelling:
        return files
    return [
        replace(
            file,
            records=[_respelled(record, spelling) for record in file.records],
            positions=None,
        )
        for file in files
    ]


def _ids(file: Entries) -> Iterator[str]:
    if file.positions is not None:
        return (position.id for position in file.positions)
    return (text for record in file.records if isinstance(text := record.get("id"), str))


def _references(file: Entries) -> Iterator[str]:
    """The ids of managers and secondary managers."""
    if file.positions is not None:
        yield from (position.reports_to for position in file.positions if position.reports_to)
        yield from (line.to for position in file.positions for line in position.dotted_lines)
        return
    for record in file.records:
        if isinstance(text := record.get("reports_to"), str):
            yield text
        if "dotted_lines" in record:
            yield from _dotted(record["dotted_lines"])


def _dotted(value: Value) -> list[str]:
    lines = value if isinstance(value, list) else [value]
    to = (line.get("to") if isinstance(line, dict) else line for line in lines)
    return [text for text in to if isinstance(text, str)]


def _respelled(record: _Record, spelling: Mapping[str, str]) -> _Record:
    ids = chain((record.get("id"), record.get("reports_to")), _dotted(record.get("dotted_lines")))
    if not any(isinstance(text, str) and text in spelling for text in ids):
        return record
    changed = dict(record)
    for field in ("id", "reports_to"):
        if isinstance(text := record.get(field), str):
            changed[field] = spelling.get(text, text)
    if "dotted_lines" in record:
        changed["dotted_lines"] = _respelled_lines(record["dotted_lines"], spelling)
    return changed


def _respelled_lines(value: Value, spelling: Mapping[str, str]) -> Value:
    if isinstance(value, list):
        return [_respelled_lines(line, spelling) for line in value]
    if isinstance(value, dict):
        return {**value, "to": _respelled_lines(value.get("to"), spelling)}
    return spelling.get(value, value) if isinstance(value, str) else value
