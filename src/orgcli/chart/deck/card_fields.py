"""The lines a card may have: each a word for `--fields` and the function that gives its text."""

from collections.abc import Callable, Mapping
from datetime import date

from orgcli.chart.deck.visible_text import plain
from orgcli.language.words import ChartWords
from orgcli.model.organisation.position import Position
from orgcli.model.organisation.position_fields import POSITION_FIELDS

Line = tuple[str, str]
"""The field, and its value for a position."""

ALWAYS_IN_TEXT = ("name", "title", "department")
"""The lines that are in the text of every format anyway."""
_DRAWN = frozenset({"holder", "reports_to", "headcount", "photo", *ALWAYS_IN_TEXT})
_PHRASES: Mapping[str, Callable[[ChartWords, str], str]] = {
    "level": lambda words, text: words.level.format(number=text),
    "fte": lambda words, text: words.fte.format(share=text),
    "start": lambda words, text: words.start.format(day=text),
    "end": lambda words, text: words.end.format(day=text),
}
"""What stands around the value of a field that is not plain without it."""


def field_text(field: str, position: Position, words: ChartWords) -> str:
    """The value of a field of a position, as it is written; empty where it has none."""
    value: object = position
    for name in POSITION_FIELDS[field].path:
        value = getattr(value, name, None)
    if value is None:
        return ""
    if isinstance(value, tuple):
        return plain(", ".join(value))
    text = str(value)
    if isinstance(value, float):
        text = f"{value:g}".replace(".", words.decimal_point)
    return plain(text)


def _phrase_of(field: str, position: Position, words: ChartWords) -> str:
    """The same in the words of the chart where it has some for it."""
    text = field_text(field, position, words)
    phrase = _PHRASES.get(field)
    return phrase(words, text) if phrase and text else text


_FIRST = ("location", "role", "id", "email", "phone", "level", "fte", "start", "end", "tags")
_TEXTS = [
    name
    for name in dict.fromkeys((*_FIRST, *POSITION_FIELDS))
    if POSITION_FIELDS[name].is_free_text or POSITION_FIELDS[name].kind in (int, float, date)
]
"""The fields that are text, neither mappings nor of English words."""

FIELDS = (*ALWAYS_IN_TEXT, *(name for name in _TEXTS if name not in _DRAWN))
"""What a line of a card may be: those that most people want first, then the order of the model."""


def card_lines(
    position: Position, fields: tuple[str, ...], texts: Mapping[str, str], words: ChartWords
) -> tuple[Line, ...]:
    """The lines of a card in the order of `fields`, without those that would be empty.

    texts  what the name, the title and the department are on the card
    """
    lines = (
        (field, texts[field] if field in texts else _phrase_of(field, position, words))
        for field in fields
    )
    return tuple((field, text) for field, text in lines if text)
