"""The cards of a chart as data for the script of its page: lists by position, and few of them."""

import json
from collections.abc import Mapping
from dataclasses import asdict

from orgcli.chart.chart import Chart
from orgcli.chart.deck.card_fields import ALWAYS_IN_TEXT
from orgcli.chart.deck.cards import Card
from orgcli.chart.deck.palette import NEUTRAL
from orgcli.chart.paper.card_text import ROOMY, STRIPE, CardText, card_text
from orgcli.language.words import ChartWords

_ESCAPES = {ord(one): f"\\u{ord(one):04x}" for one in "<>&\u2028\u2029"}
"""What could end a script, or a line of one; within JSON all of it is text."""


def colors_of(chart: Chart) -> list[str]:
    """The colours of the groups, each once; the one for positions without a group first."""
    deck = chart.deck
    found = (*(one.color for one in deck.legend), *(card.color for card in deck.cards))
    return list(dict.fromkeys((NEUTRAL, *found)))


def data(chart: Chart) -> str:
    """JSON that may stand in a script element; the same chart gives the same text.

    Columns have a value for each position in file order. `more` has what few positions have, by
    their place: `n` and `t` the lines of the name and the title where they are not as they stand,
    `h` the height, `p` the number of the photo, `s` seats, `a` assistant, `m` marks, `k` their
    lines, `o` notes, `f` further fields, `u` that nobody holds it, `l` how many below are left out.
    """
    deck = chart.deck
    photos = _SharedTexts()
    contents = [card_text(card, ROOMY, deck.words) for card in deck.cards]
    more = [_more(*both, photos) for both in zip(deck.cards, contents, strict=True)]
    return _json(
        {
            "words": {**asdict(deck.words.page), "chart": _chart_words(deck.words)},
            "striped": bool(deck.legend),
            "topLayers": chart.request.top_layers,
            "leavesFirst": chart.request.leaves_first,
            "sizes": _sizes(),
            **_columns(chart),
            "chain": [at for at, card in enumerate(deck.cards) if card.chain],
            "dotted": [[edge.card, edge.to, edge.purpose] for edge in deck.dotted],
            "more": {str(at): found for at, found in enumerate(more) if found},
            "photos": photos.texts,
        }
    )


def _sizes() -> dict[str, int]:
    """The measures of cards, in points."""
    usual = {"usual": ROOMY.usual_height, "photo": ROOMY.photo}
    return {**asdict(ROOMY), "stripe": STRIPE, **usual}


def _columns(chart: Chart) -> dict[str, object]:
    """What every position has; what many share is a number in a table."""
    deck = chart.deck
    numbers = {color: at for at, color in enumerate(colors_of(chart))}
    titles, departments = _SharedTexts(), _SharedTexts()
    return {
        "keys": [card.key for card in deck.cards],
        "names": [card.name for card in deck.cards],
        "title": [titles.number(card.title) for card in deck.cards],
        "titles": titles.texts,
        "department": [departments.number(card.department) for card in deck.cards],
        "departments": departments.texts,
        "manager": list(deck.manager),
        "color": [numbers[card.color] for card in deck.cards],
        "states": "".join(card.state[0] for card in deck.cards),
        "direct": [card.direct for card in deck.cards],
        "total": [card.total for card in deck.cards],
    }


class _SharedTexts:
    """Texts that many positions share, each once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """The place of the text in the table."""
        return self._numbers.setdefault(text, len(self._numbers))

    @property
    def texts(self) -> list[str]:
        """All texts, in the order of their numbers."""
        return list(self._numbers)


def _more(card: Card, content: CardText, photos: _SharedTexts) -> dict[str, object]:
    """What is special about a card."""
    plain_titles = (card.title,) if card.title else ()
    found: dict[str, object] = {
        "n": list(content.names) if content.names != (card.name,) else None,
        "t": list(content.titles) if content.titles != plain_titles else None,
        "h": content.height if content.height != ROOMY.usual_height else None,
        "p": photos.number(card.picture.uri) if card.picture else None,
        "s": card.headcount if card.headcount != 1 else None,
        "a": 1 if card.assistant else None,
        "m": list(card.marks) or None,
        "k": list(content.marks) or None,
        "o": list(content.notes) or None,
        "f": [text for field, text in card.lines if field not in ALWAYS_IN_TEXT] or None,
        "u": 1 if not card.holders and card.state != "filled" else None,
        "l": card.left_out or None,
    }
    return {key: value for key, value in found.items() if value is not None}


def _chart_words(words: ChartWords) -> Mapping[str, object]:
    """Those words of the chart that the script says."""
    return {
        "states": dict(words.states),
        "assistant": words.assistant,
        "direct": words.direct,
        "direct_and_below": words.direct_and_below,
        "seats": words.seats,
        "below_not_shown": words.below_not_shown,
        "dotted_to": words.dotted_to,
    }


def _json(value: Mapping[str, object]) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_ESCAPES)
