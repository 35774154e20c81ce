"""An entry of an LDIF file, and distinguished names (RFC 4514)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_PART = re.compile(r"(?:\\.|[^\\,;])*", re.DOTALL)
_HEX = re.compile(r"(?:\\[0-9A-Fa-f]{2})+")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_NAMING = frozenset({"cn", "uid", "ou", "dc", "o", "employeenumber", "sn", "mail"})


@dataclass(frozen=True, slots=True)
class LdifValue:
    """A value of an attribute, with the offsets of its first line."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class LdifEntry:
    """An entry: its DN, the offsets of that line, and its attributes by name in small letters."""

    dn: str
    start: int
    end: int
    attributes: dict[str, list[LdifValue]] = field(default_factory=dict)

    def add(self, name: str, value: LdifValue) -> None:
        """Add a value of an attribute."""
        self.attributes.setdefault(name, []).append(value)

    def values(self, name: str) -> Sequence[LdifValue]:
        """The values of an attribute that are not empty."""
        return [value for value in self.attributes.get(name, ()) if value.text.strip()]

    def text(self, *names: str) -> str:
        """The first value of the first of some attributes that has any, else ""."""
        for name in names:
            for value in self.values(name):
                return value.text.strip()
        return ""

    def words(self, name: str) -> set[str]:
        """The values of an attribute in small letters."""
        return {value.text.strip().lower() for value in self.attributes.get(name, ())}


def parts_of(dn: str) -> list[tuple[str, str]]:
    """The parts of a DN, each with its attribute in small letters: `CN=Okafor\\, Ada,OU=HQ`."""
    parts = []
    at = 0
    while at < len(dn):
        match = _PART.match(dn, at)
        assert match is not None
        name, _, value = match[0].partition("=")
        parts.append((name.strip().lower(), _unescaped(value.strip())))
        at = match.end() + 1
    return parts


def _unescaped(value: str) -> str:
    """A value without backslashes; pairs of hexadecimal digits are bytes of UTF-8."""
    if "\\" not in value:
        return value.strip('"') if value.startswith('"') else value
    value = _HEX.sub(
        lambda match: bytes.fromhex(match[0].replace("\\", "")).decode("utf-8", "replace"), value
    )
    return _ESCAPED.sub(r"\1", value)


def dn_key(dn: str) -> str:
    """What two spellings of one DN have in common: no case, no spaces around the parts."""
    return ",".join(
        f"{name}={' '.join(value.casefold().split())}".replace(",", "\\,")
        for name, value in parts_of(dn)
    )


def is_dn(text: str) -> bool:
    """Whether a text is a DN and not a name."""
    return "=" in text and parts_of(text)[0][0] in _NAMING


def common_name(dn: str) -> str:
    """The name in the first part of a DN, else the DN."""
    parts = parts_of(dn)
    return parts[0][1] if parts and parts[0][1] else dn
