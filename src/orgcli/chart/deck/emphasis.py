"""`--highlight`: which cards stand out, by a status, by conditions or by name."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import get_args

from orgcli.chart.deck import position_filter
from orgcli.chart.deck.cards import Deck
from orgcli.chart.deck.position_filter import Condition, condition_text, fitting, parse_condition
from orgcli.chart.deck.visible_text import plain
from orgcli.chart.drawing import SelectionError
from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.model.name_matching import folded
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import Status
from orgcli.model.organisation.pseudonyms import PublicView
from orgcli.model.request.chart_request import ChartRequest
from orgcli.model.request.flag import RequestError

_STATES = get_args(Status)


def with_highlights(
    deck: Deck,
    organisation: Organisation,
    titles: Titles,
    request: ChartRequest,
    place_of: Callable[[str], int | None],
    public: PublicView | None = None,
) -> Deck:
    """The deck with all cards dimmed but those that stand out.

    organisation  the organisation of the deck
    place_of      the place of the position that a name means
    public        what `organisation` is without its people, where none may be named
    Raises SelectionError where a word is none of a status, a condition and a position, or nobody
    fits.
    """
    lit: set[int] = set()
    names = []
    notes: list[str] = []
    for word in request.highlight:
        condition = _condition(word, organisation)
        if condition is None:
            at = _place(word, place_of)
            lit.add(at)
            names.append(deck.cards[at].short_name)
            continue
        fit = fitting([condition], organisation, titles, request.show_closed, public)
        lit.update(at for at, fits in enumerate(fit.fits) if fits)
        if condition.field == "status" and not condition.negated:
            names.append(_state(deck, condition))
        else:
            names.append(plain(condition_text(condition, public)))
        notes.extend(fit.notes)
    cards = [
        card if at in lit else replace(card, dimmed=True) for at, card in enumerate(deck.cards)
    ]
    return replace(deck, cards=cards, highlights=tuple(dict.fromkeys(names)),
                   notes=(*deck.notes, *notes))  # fmt: skip


def _condition(word: str, organisation: Organisation) -> Condition | None:
    """The condition that a word is; None for the name of a position, of which an id goes first."""
    if word in organisation.lines.index:
        return None
    if folded(word) in _STATES:
        return Condition("status", False, folded(word))
    try:
        return parse_condition(word, "--highlight")
    except RequestError:
        return None


def _place(word: str, place_of: Callable[[str], int | None]) -> int:
    try:
        at = place_of(word)
    except SelectionError as error:
        near = nearest_words(word, _STATES)
        raise SelectionError(str(error), did_you_mean(near, error.help)) from None
    assert at is not None
    return at


def _state(deck: Deck, condition: Condition) -> str:
    words: Mapping[str, object] = deck.words.states
    return str(words.get(folded(condition.value), condition.value))


def completions(incomplete: str) -> list[str]:
    """What the shell offers: the states, and conditions."""
    states = [state for state in _STATES if state.startswith(incomplete)]
    return [*states, *position_filter.completions(incomplete)]
