"""The facts in the details of a page beside name, title and department: by field."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from orgcli.chart.chart import Chart
from orgcli.chart.deck.card_fields import ALWAYS_IN_TEXT, FIELDS, field_text
from orgcli.chart.deck.visible_text import plain
from orgcli.language.tags import speak_of_changes
from orgcli.language.words import ChartWords
from orgcli.model.organisation.position import Position

_IN_THE_ADDRESS = ("id", "role")
"""Fields that are not in the details unless all fields are requested."""
_FEW = 3
"""One of so many positions: fewer say something of a field that is written position by position."""


def facts(chart: Chart) -> Iterator[dict[str, object]]:
    """A table for each field that some position says something of.

    All fields and attributes, unless `--fields` names those that may be in the file: then these.
    `key` is the name of the field, empty for an attribute; `label` what it is called; the rest is
    as in `table`.
    """
    cards, words = chart.deck.cards, chart.deck.words
    fields = FIELDS if chart.request.all_fields else chart.request.fields
    hidden = (*ALWAYS_IN_TEXT, *(_IN_THE_ADDRESS if chart.request.all_fields else ()))
    positions = [card.position for card in cards]
    for field in fields:
        if field not in hidden:
            field_texts = (
                field_text(field, position, words) if position else "" for position in positions
            )
            yield from _fact(field, _label(field, words), field_texts)
    if chart.request.all_fields:
        for name, texts in _attributes(positions).items():
            yield {"key": "", "label": _capital(plain(name)), **sparse_table(texts, len(cards))}


def _attributes(positions: Sequence[Position | None]) -> Mapping[str, Mapping[int, str]]:
    """By name, in the order in which they first occur, the values of each by position."""
    texts_by_name: dict[str, dict[int, str]] = {}
    for at, position in enumerate(positions):
        for name, value in ((position and position.attributes) or {}).items():
            if text := plain(value):
                texts_by_name.setdefault(name, {})[at] = text
    return texts_by_name


def _fact(key: str, label: str, texts: Iterable[str]) -> Iterator[dict[str, object]]:
    columns = table(texts)
    if columns["of"]:
        yield {"key": key, "label": _capital(label), **columns}


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]


def table(texts: Iterable[str]) -> dict[str, object]:
    """`texts`, each once and the empty one first, and `of`, the number of the text by position.

    `of` holds only positions with a text where these are few, and none where there are none.
    """
    values = list(texts)
    return sparse_table({at: text for at, text in enumerate(values) if text}, len(values))


def sparse_table(texts: Mapping[int, str], count: int) -> dict[str, object]:
    """The same for the texts of some of so many positions."""
    numbers = {"": 0}
    of = {at: numbers.setdefault(text, len(numbers)) for at, text in texts.items()}
    few = len(of) * _FEW < count or not of
    return {"texts": list(numbers), "of": of if few else [of.get(at, 0) for at in range(count)]}


def _label(field: str, words: ChartWords) -> str:
    """What a field is called."""
    of_page = {
        "id": "ID",
        "email": words.page.email,
        "phone": words.page.phone,
        "url": words.page.web_page,
    }
    return of_page.get(field) or speak_of_changes(words.tag).field_name(field)
