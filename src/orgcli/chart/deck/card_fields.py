"""The lines a card may have: each a word for `--fields` and the function that gives its text."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from orgcli.chart.deck.visible_text import plain
from orgcli.language.words import ChartWords
from orgcli.model.organisation.position import Position

Line = tuple[str, str]
"""The field, and what a position says of it."""


_Text = Callable[[Position, ChartWords], str]


def _contact(what: str) -> _Text:
    return lambda position, _: getattr(position.contact, what, None) or ""


def _level(position: Position, words: ChartWords) -> str:
    return "" if position.level is None else words.level.format(number=position.level)


def _fte(position: Position, words: ChartWords) -> str:
    if position.fte is None:
        return ""
    return words.fte.format(share=f"{position.fte:g}".replace(".", words.decimal_point))


def _start(position: Position, words: ChartWords) -> str:
    return words.start.format(day=position.start) if position.start else ""


def _end(position: Position, words: ChartWords) -> str:
    return words.end.format(day=position.end) if position.end else ""


_TEXTS: Mapping[str, _Text] = MappingProxyType(
    {
        "location": lambda position, _: position.location or "",
        "role": lambda position, _: position.role or "",
        "id": lambda position, _: position.id,
        "email": _contact("email"),
        "phone": _contact("phone"),
        "level": _level,
        "fte": _fte,
        "start": _start,
        "end": _end,
        "tags": lambda position, _: ", ".join(position.tags),
    }
)

FIELDS = ("name", "title", "department", *_TEXTS)
"""What a line of a card may be; those of TOLD are in the text of every format anyway."""
TOLD = FIELDS[:3]


def card_lines(
    position: Position, fields: tuple[str, ...], told: Mapping[str, str], words: ChartWords
) -> tuple[Line, ...]:
    """The lines of a card in the order asked for, without those that would be empty.

    told  what the name, the title and the department are on the card
    """
    found = (
        (field, told[field] if field in told else plain(_TEXTS[field](position, words)))
        for field in fields
    )
    return tuple((field, text) for field, text in found if text)
