"""Selects the positions to draw: by date, root, filter and depth; and the highlighted line."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from orgcli.chart.color.palette import NEUTRAL
from orgcli.chart.deck.cards import Deck
from orgcli.chart.deck.emphasis import with_highlights
from orgcli.chart.deck.position_filter import condition_text, fitting, parse_condition
from orgcli.chart.deck.visible_text import plain
from orgcli.chart.drawing import SelectionError
from orgcli.chart.layout.tree import order_from_top
from orgcli.language.en import CHART as ENGLISH
from orgcli.language.words import ChartWords
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position_choice import UnknownPosition, position_called
from orgcli.model.organisation.pseudonyms import PublicView
from orgcli.model.organisation.reporting_lines import TOP
from orgcli.model.organisation.snapshot import Snapshot
from orgcli.model.request.chart_request import ChartRequest


def stranded_marks(
    snapshot: Snapshot,
    words: ChartWords = ENGLISH,
    keys: Mapping[str, str] = MappingProxyType({}),
) -> Mapping[int, str]:
    """What is wrong with positions whose manager is closed or has ended.

    It is no fault where the manager is still to come.

    keys  what stands for the ids of managers that may not be shown
    """
    return {
        at: (words.ended_on if manager.end else words.is_closed).format(
            id=plain(keys.get(manager.id, manager.id)), day=manager.end
        )
        for at, manager in snapshot.stranded.items()
        if manager is not None
    }


def select(
    deck: Deck,
    shown: Organisation,
    whole: Organisation,
    titles: Titles,
    request: ChartRequest,
    public: PublicView | None = None,
) -> Deck:
    """The requested cards, of a deck with a card for each position of the snapshot.

    shown   the organisation of the deck; `whole` is the one it was made from
    titles  what the roles are called that positions name
    public  what `shown` is without its people, where none may be named, in messages neither
    Raises SelectionError where a position or a field is unknown, or nobody is there or fits.
    """
    if whole.positions and not deck.cards:
        if request.day is None:
            raise SelectionError("all positions are closed", "add --show-closed")
        raise SelectionError(f"no position is there on {request.day}")

    def place_of(word: str | None) -> int | None:
        if word is None:
            return None
        absent = partial(_absent, word, whole, request)
        try:
            return position_called(word, shown, whole, titles, absent, public)
        except UnknownPosition as error:
            raise SelectionError(str(error), error.help) from None

    chosen = deck
    if (end := place_of(request.chain)) is not None:
        chosen = _with_chain(chosen, end)
    if request.filter:
        chosen = _with_filter(chosen, shown, titles, request, public)
    if request.highlight:
        chosen = with_highlights(chosen, shown, titles, request, place_of, public)
    chosen = _within(chosen, place_of(request.root), end, request)
    whole_size = len(deck.cards) if len(chosen.cards) < len(deck.cards) else 0
    day = request.day.isoformat() if request.day else ""
    notes = (*chosen.notes, *_note_on_unfit(chosen), *_note_on_dimmed(chosen))
    return replace(chosen, whole=whole_size, day=day, notes=notes)


def _within(deck: Deck, top: int | None, end: int | None, request: ChartRequest) -> Deck:
    """The cards from the top down that fit and are not too deep.

    top, end  where the root is, and the position whose line stands out
    """
    if top is not None:
        below = _cards_below(deck.manager, top)
        if end is not None and end not in below:
            raise SelectionError(f"`{request.chain}` is not below `{request.root}`")
        deck = keep_cards(deck, sorted(below))
    if request.depth is None and not request.filter:
        return deck
    kept = _fitting_cards(deck, request.depth)
    if request.filter and not kept:
        fits = " and ".join(deck.filters)
        raise SelectionError(f"no position below `{request.root}` fits {fits}")
    return leave_out(deck, kept)


def _note_on_unfit(deck: Deck) -> Sequence[str]:
    """Which cards do not fit the filter."""
    fit = sum(card.fits for card in deck.cards)
    if fit == len(deck.cards):
        return ()
    do = "fits" if fit == 1 else "fit"
    return (f"{fit:,} of them {do} --filter; those in grey are managers above",)


def _note_on_dimmed(deck: Deck) -> Sequence[str]:
    """Whether what is highlighted is not among the cards."""
    if deck.highlights and all(card.dimmed for card in deck.cards):
        return ("nothing that --highlight names is among them",)
    return ()


def _absent(word: str, whole: Organisation, request: ChartRequest, at: int) -> SelectionError:
    """The error for a position that is not there, by its place in the whole organisation."""
    if whole.positions[at].status == "closed":
        return SelectionError(f"`{word}` is closed", "add --show-closed")
    return SelectionError(f"`{word}` is not there on {request.day}")


def _with_chain(deck: Deck, end: int) -> Deck:
    """The deck with the line from a card up to the top marked."""
    cards = list(deck.cards)
    at = end
    while at != TOP:
        cards[at] = replace(cards[at], chain=True)
        at = deck.manager[at]
    return replace(deck, cards=cards)


def _cards_below(manager: Sequence[int], top: int) -> set[int]:
    """A card and all that is below it."""
    _, reports = order_from_top(manager)
    below = [top]
    for at in below:
        below.extend(reports[at])
    return set(below)


def _with_filter(
    deck: Deck,
    shown: Organisation,
    titles: Titles,
    request: ChartRequest,
    public: PublicView | None,
) -> Deck:
    """The deck with the cards marked that do not fit the conditions, which the chart says."""
    conditions = [parse_condition(text, "--filter") for text in request.filter]
    fit = fitting(conditions, shown, titles, request.show_closed, public)
    cards = [
        card if fits else replace(card, fits=False, color=NEUTRAL, group="", group_code="")
        for card, fits in zip(deck.cards, fit.fits, strict=True)
    ]
    filters = tuple(plain(condition_text(condition, public)) for condition in conditions)
    return replace(deck, cards=cards, filters=filters, notes=(*deck.notes, *fit.notes))


def _fitting_cards(deck: Deck, depth: int | None) -> Sequence[int]:
    """The cards that fit, within so many layers below the first, with those above them.

    Also those of the line that stands out.
    """
    order, _ = order_from_top(deck.manager)
    layer = [0] * len(order)
    for at in order:
        above = deck.manager[at]
        layer[at] = layer[above] + 1 if above >= 0 else 0
    is_needed = [card.fits or card.chain for card in deck.cards]
    for at in reversed(order):
        if is_needed[at] and deck.manager[at] >= 0:
            is_needed[deck.manager[at]] = True
    return [
        at
        for at, card in enumerate(deck.cards)
        if card.chain or (is_needed[at] and (depth is None or layer[at] <= depth))
    ]


def leave_out(deck: Deck, kept: Sequence[int]) -> Deck:
    """Some of the cards, with all that are above any of them.

    Cards say how many seats below them are left out; where all of those are closed, how many
    positions.
    """
    order, _ = order_from_top(deck.manager)
    seats, positions = [0] * len(order), [0] * len(order)
    left_out = set(order).difference(kept)
    for at in reversed(order):
        above = deck.manager[at]
        if at in left_out and above >= 0:
            card = deck.cards[at]
            seats[above] += seats[at] + (0 if card.state == "closed" else card.headcount)
            positions[above] += positions[at] + 1
    cards = [
        replace(card, left_out=seats[at] or positions[at]) if positions[at] else card
        for at, card in enumerate(deck.cards)
    ]
    return keep_cards(replace(deck, cards=cards), kept)


def keep_cards(deck: Deck, kept: Sequence[int]) -> Deck:
    """The deck with some of its cards, and the part of the legend for those.

    kept  in file order; a card whose manager is left out becomes the top of a tree
    """
    new = {at: number for number, at in enumerate(kept)}
    cards = [deck.cards[at] for at in kept]
    groups = {card.group for card in cards if card.group}
    legend = tuple(swatch for swatch in deck.legend if swatch.name in groups)
    dotted = [
        edge._replace(card=new[edge.card], to=new[edge.to])
        for edge in deck.dotted
        if edge.card in new and edge.to in new
    ]
    return replace(
        deck,
        cards=cards,
        manager=[new.get(deck.manager[at], TOP) for at in kept],
        legend=legend,
        others=len(groups) - len(legend),
        dotted=dotted,
    )
