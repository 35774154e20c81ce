"""What the details of a page say of positions beside name, title and department: by field."""

from collections.abc import Iterable, Iterator, Sequence

from orgcli.chart.chart import Chart
from orgcli.chart.deck.card_fields import ALWAYS_IN_TEXT, FIELDS, field_text
from orgcli.chart.deck.cards import Card
from orgcli.chart.deck.visible_text import plain
from orgcli.language.tags import speak_of_changes
from orgcli.language.words import PageWords

_IN_THE_ADDRESS = ("id", "role")
"""What a person who reads the details need not know, unless it is asked for."""
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
    labels = _labels(words.page, words.tag)
    for field in fields:
        if field not in hidden:
            said = (field_text(field, one, words) if one else "" for one in positions)
            yield from _fact(field, labels[field], said)
    for name in _attributes(cards) if chart.request.all_fields else ():
        said = (((one and one.attributes) or {}).get(name, "") for one in positions)
        yield from _fact("", plain(name), map(plain, said))


def _attributes(cards: Sequence[Card]) -> Iterator[str]:
    """The names of all attributes, in the order in which they first occur."""
    found = (name for card in cards if card.position for name in card.position.attributes or ())
    yield from dict.fromkeys(found)


def _fact(key: str, label: str, said: Iterable[str]) -> Iterator[dict[str, object]]:
    found = table(said)
    if found["of"]:
        yield {"key": key, "label": label[:1].upper() + label[1:], **found}


def table(said: Iterable[str]) -> dict[str, object]:
    """`texts`, each once and the empty one first, and `of`, the number of the text by position.

    Of few, only those are in `of` that say something; nobody is where nobody does.
    """
    texts = {"": 0}
    of = [texts.setdefault(text, len(texts)) for text in said]
    not_empty = {at: number for at, number in enumerate(of) if number}
    few = len(not_empty) * _FEW < len(of) or not not_empty
    return {"texts": list(texts), "of": not_empty if few else of}


def _labels(words: PageWords, tag: str) -> dict[str, str]:
    """What fields are called."""
    return {
        **{name: str(text) for name, text in speak_of_changes(tag).fields.items()},
        "id": "ID",
        "email": words.email,
        "phone": words.phone,
        "url": words.web_page,
    }
