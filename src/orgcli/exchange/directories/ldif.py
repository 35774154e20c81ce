"""The people as entries of a directory in LDIF (RFC 2849), each an inetOrgPerson (RFC 2798)."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator

from orgcli.exchange.directories.people import DirectoryPeople, DirectoryPerson, people_of
from orgcli.exchange.export import Exported, ExportJob

_UNIT = "people"
_SAFE = re.compile(
    r"[\x01-\x09\x0b\x0c\x0e-\x1f\x21-\x39\x3b\x3d-\x7f][\x01-\x09\x0b\x0c\x0e-\x7f]*"
)
"""SAFE-STRING of the standard, without what a terminal would obey."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_WIDTH = 76
_SPECIAL = re.compile(r'([,+"\\<>;=])')


def export_ldif(job: ExportJob) -> Exported:
    """The organisation, a unit for its people, and an entry for each holder."""
    directory = people_of(job)
    base = f"o={_name_part(directory.organisation.name or 'organisation')}"
    unit = f"ou={_UNIT},{base}"
    lines = ["version: 1", ""]
    name = directory.organisation.name or "organisation"
    for entry in (
        [("dn", base), ("objectClass", "top"), ("objectClass", "organization"), ("o", name)],
        [("dn", unit), ("objectClass", "top"), ("objectClass", "organizationalUnit"),
         ("ou", _UNIT)],
        *(list(_entry(directory, person, unit)) for person in directory.people),
    ):  # fmt: skip
        lines += [part for name, value in entry for part in _lines(name, value)]
        lines.append("")
    return Exported("".join(f"{line}\n" for line in lines).encode(), lost=directory.lost)


def _entry(
    directory: DirectoryPeople, person: DirectoryPerson, unit: str
) -> Iterator[tuple[str, str]]:
    yield "dn", f"uid={_name_part(person.uid)},{unit}"
    for kind in ("top", "person", "organizationalPerson", "inetOrgPerson"):
        yield "objectClass", kind
    manager = directory.manager_of(person)
    values = (
        ("uid", person.uid),
        ("cn", person.name),
        ("sn", person.surname),
        ("givenName", person.forename),
        ("displayName", person.name),
        ("title", person.title),
        ("ou", person.department),
        ("l", person.position.location),
        ("mail", person.contact.email),
        ("telephoneNumber", person.contact.phone),
        ("labeledURI", person.contact.url),
        ("manager", f"uid={_name_part(manager.uid)},{unit}" if manager else ""),
    )
    for name, value in values:
        if value:
            yield name, value


def _name_part(value: str) -> str:
    """A value in a distinguished name (RFC 4514)."""
    escaped = _SPECIAL.sub(r"\\\1", value)
    escaped = _CONTROL.sub(lambda match: f"\\{ord(match.group()):02x}", escaped)
    if escaped[:1] in ("#", " "):
        escaped = f"\\{escaped}"
    if escaped.endswith(" ") and len(value) > 1:
        escaped = f"{escaped[:-1]}\\ "
    return escaped


def _lines(name: str, value: str) -> Iterator[str]:
    """An attribute on lines of 76 characters, in base64 where the standard asks for it."""
    is_safe = _SAFE.fullmatch(value) and not _CONTROL.search(value) and not value.endswith(" ")
    value_text = f": {value}" if is_safe else f":: {b64encode(value.encode()).decode()}"
    line = name + value_text
    yield line[:_WIDTH]
    for at in range(_WIDTH, len(line), _WIDTH - 1):
        yield f" {line[at : at + _WIDTH - 1]}"
