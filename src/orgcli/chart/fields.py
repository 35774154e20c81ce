"""The lines a card may have: each a word for `--fields` and the function that gives its text."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from orgcli.chart.plain import plain
from orgcli.model.organisation import Position

Line = tuple[str, str]
"""The field, and what a position says of it."""


def _contact(what: str) -> Callable[[Position], str]:
    return lambda position: getattr(position.contact, what, None) or ""


def _fte(position: Position) -> str:
    return "" if position.fte is None else f"{position.fte:g} FTE"


def _level(position: Position) -> str:
    return "" if position.level is None else f"level {position.level}"


_TEXTS: Mapping[str, Callable[[Position], str]] = MappingProxyType(
    {
        "location": lambda position: position.location or "",
        "role": lambda position: position.role or "",
        "id": lambda position: position.id,
        "email": _contact("email"),
        "phone": _contact("phone"),
        "level": _level,
        "fte": _fte,
        "start": lambda position: f"from {position.start}" if position.start else "",
        "end": lambda position: f"until {position.end}" if position.end else "",
        "tags": lambda position: ", ".join(position.tags),
    }
)

FIELDS = ("name", "title", "department", *_TEXTS)
"""What a line of a card may be; those of TOLD are in the text of every format anyway."""
TOLD = FIELDS[:3]


def card_lines(
    position: Position, fields: tuple[str, ...], told: Mapping[str, str]
) -> tuple[Line, ...]:
    """The lines of a card in the order asked for, without those that would be empty.

    told  what the name, the title and the department are on the card
    """
    found = (
        (field, told[field] if field in told else plain(_TEXTS[field](position)))
        for field in fields
    )
    return tuple((field, text) for field, text in found if text)
