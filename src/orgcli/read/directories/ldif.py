"""LDIF (RFC 2849): the lines of a directory become entries with attributes."""

import re
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from orgcli.model.findings.finding import NO_LINES, Finding
from orgcli.model.source.source import Source
from orgcli.read.directories.directory_table import directory_entries
from orgcli.read.directories.ldif_entry import LdifEntry, LdifValue
from orgcli.read.directories.ldif_people import LdifPeople, people_of
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.tables.grid import LeftOutRow, collector_off

_FORMAT = "LDIF"
_LINE = re.compile(r"([A-Za-z0-9][\w.-]*)((?:;[\w.-]+)*):([:<]?)[ ]*")
_END = re.compile(r"\r\n|\n|\r")
_TEXT = 60
"""Characters of a line that messages show."""


@dataclass(slots=True)
class _Parsing:
    entries: list[LdifEntry] = field(default_factory=list)
    wrong: list[tuple[int, int, str]] = field(default_factory=list)


@collector_off()
def ldif_entries(source: Source, options: TableOptions) -> Entries:
    """The people in an LDIF file; what are no people, and changes to entries, are left out.

    The id is the DN, and managers are found by it, else by their CN. Findings: those of
    table_entries; ORG001 at the first line that is no LDIF, with how many there are; ORG018 where
    every manager stands outside the file.
    """
    parsing = _Parsing()
    for lines in _records(source.text):
        _add(parsing, lines)
    people = people_of(parsing.entries)
    left_out = [
        LeftOutRow(source.place(entry.start, entry.end), kind, entry.dn[:_TEXT])
        for entry, kind in people.others
    ]
    findings = [*_wrong(source, parsing.wrong)]
    if not people.rows:
        message = "no entry of this LDIF file is a person"
        help = "export entries with `objectClass: person`, `inetOrgPerson` or `user`"
        findings.append(Finding("ORG007", message, source.place(0, 0), help=help))
    has_lines = len(people.rows) < 2 or (people.names_managers and people.all_outside is None)
    if not has_lines:
        findings.append(_no_lines(source, people))
    return directory_entries(
        source, people.rows, options, _FORMAT, left_out, None, findings, has_lines
    )


def _no_lines(source: Source, people: LdifPeople) -> Finding:
    if people.all_outside is None:
        first = people.rows[0].cells["id"].at
        message, at = "no entry of this file has a `manager`", (int(first[0]), int(first[1]))
        help = "export the attribute `manager` as well"
    else:
        message, at = "every manager is an entry that this file does not have", people.all_outside
        help = "export the managers too: begin the search higher up in the directory"
    return Finding("ORG018", message, source.place(*at), help=help, group=NO_LINES)


def _records(text: str) -> Iterator[list[tuple[int, int, str]]]:
    """The lines of each record, folded ones joined, each with the offsets of its first line."""
    record: list[tuple[int, int, list[str]]] = []
    at, is_comment = 0, False
    for match in (*_END.finditer(text), None):
        end = match.start() if match else len(text)
        line, start = text[at:end], at
        at = match.end() if match else end
        if not line:
            if record:
                yield [(first, last, "".join(parts)) for first, last, parts in record]
            record, is_comment = [], False
        elif line[0] == " ":
            if record and not is_comment:
                record[-1][2].append(line[1:])
        elif line[0] == "#":
            is_comment = True
        else:
            is_comment = False
            record.append((start, end, [line]))
    if record:
        yield [(first, last, "".join(parts)) for first, last, parts in record]


def _add(parsing: _Parsing, lines: Sequence[tuple[int, int, str]]) -> None:
    """Read the lines of a record into an entry."""
    entry: LdifEntry | None = None
    for start, end, line in lines:
        match = _LINE.match(line)
        if match is None:
            if line != "-":  # which parts changes
                parsing.wrong.append((start, end, line))
            continue
        name, value = match[1].lower(), _value(match[3], line[match.end() :])
        if entry is None and name in ("version", "search", "result"):
            continue
        if name == "dn" and value is not None:
            entry = LdifEntry(value, start, end)
            parsing.entries.append(entry)
        elif entry is None:
            parsing.wrong.append((start, end, line))
        elif value is not None and not (match[2] and ";binary" in match[2].lower()):
            entry.add(name, LdifValue(value, start, end))


def _value(mark: str, text: str) -> str | None:
    """The text of a value, None where it is none: bytes of a picture, an address."""
    if mark == "<":
        return None
    if mark != ":":
        return text.rstrip()
    try:
        return b64decode("".join(text.split()), validate=True).decode()
    except (NotBase64, ValueError):
        return None


def _wrong(source: Source, wrong: Sequence[tuple[int, int, str]]) -> Iterator[Finding]:
    if wrong:
        start, end, _ = wrong[0]
        message = "this line is no LDIF: expected `attribute: value` below a `dn:`"
        message += f", and {len(wrong) - 1:,} more are none" if len(wrong) > 1 else ""
        help = "begin a continued line with a space, and each entry with `dn:`"
        yield Finding("ORG001", message, source.place(start, end), help=help)
