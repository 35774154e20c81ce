"""The people as vCards 4.0 (RFC 6350)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgcli.exchange.directories.people import DirectoryPeople, DirectoryPerson, people_of
from orgcli.exchange.export import Exported, ExportJob

_WIDTH = 75
"""Bytes of a line."""
_SPECIAL = re.compile(r"([\\,;])")
_CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)
"""What drives a terminal, or turns text round; the format has no escapes for it."""


def export_vcard(job: ExportJob) -> Exported:
    """A card for each holder; the manager is a relation with a type of its own."""
    directory = people_of(job)
    lines = [line for person in directory.people for line in _card(directory, person)]
    text = "".join(f"{part}\r\n" for line in lines for part in _folded(line))
    return Exported(text.encode(), lost=directory.lost)


def _card(directory: DirectoryPeople, person: DirectoryPerson) -> Iterator[str]:
    manager = directory.manager_of(person)
    units = ";".join(
        _text(unit) for unit in (directory.organisation.name or "", person.department) if unit
    )
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield "KIND:individual"
    yield f"UID;VALUE=text:{_text(person.uid)}"
    yield f"FN:{_text(person.name)}"
    yield f"N:{_text(person.surname)};{_text(person.forename)};;;"
    values = (
        ("ORG", units),
        ("TITLE", _text(person.title)),
        ("EMAIL;TYPE=work", _text(person.contact.email or "")),
        ("TEL;TYPE=work;VALUE=text", _text(person.contact.phone or "")),
        ("URL", _uri(person.contact.url or "")),
        ("ADR;TYPE=work", _address(person.position.location or "")),
        ("CATEGORIES", ",".join(map(_text, person.position.tags))),
        ("RELATED;TYPE=x-manager;VALUE=text", _text(manager.name if manager else "")),
    )
    for name, value in values:
        if value:
            yield f"{name}:{value}"
    yield "END:VCARD"


def _address(location: str) -> str:
    return f";;;{_text(location)};;;" if location else ""


def _text(value: str) -> str:
    """A text without control characters; line ends, commas, semicolons and backslashes escaped."""
    escaped = _SPECIAL.sub(r"\\\1", value.replace("\r\n", "\n").replace("\r", "\n"))
    return _CONTROL.sub("", escaped).replace("\n", "\\n")


def _uri(value: str) -> str:
    return _CONTROL.sub("", value).replace("\n", "")


def _folded(line: str) -> Iterator[str]:
    """The line in parts of 75 bytes; no character is parted."""
    raw, start, room = line.encode(), 0, _WIDTH
    if len(raw) <= _WIDTH:
        yield line
        return
    while start < len(raw):
        end = min(start + room, len(raw))
        while end < len(raw) and raw[end] & 0xC0 == 0x80:
            end -= 1
        yield ("" if start == 0 else " ") + raw[start:end].decode()
        start, room = end, _WIDTH - 1
