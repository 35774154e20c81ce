"""Decides which dotted lines are drawn as lines and which become text on a card."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from orgcli.chart.deck.cards import Deck, DottedEdge
from orgcli.chart.deck.outline import dotted_phrase
from orgcli.chart.dotted.routes import Route, RouteRequest, routable, routes
from orgcli.chart.layout.layout import Layout
from orgcli.chart.layout.tree import Point
from orgcli.chart.paper.card_text import CardText, card_text
from orgcli.chart.paper.text_width import REGULAR, cut, width

CAPTION_SIZE = 8
"""Letters of a caption, in points; CAPTION_HEIGHT is that of its ground."""
CAPTION_HEIGHT = 10
_LONGEST = 110
_AROUND = 4
_TRIES = 3


@dataclass(frozen=True, slots=True)
class DottedPath:
    """A dotted line that is drawn.

    points   its corners, from card to card
    caption  what it is for; empty where that is not said beside it
    at       the middle of the caption
    """

    edge: DottedEdge
    points: tuple[Point, ...]
    caption: str = ""
    at: Point = (0, 0)


@dataclass(frozen=True, slots=True, eq=False)
class LaidOutChart:
    """Cards with their places, and the dotted lines between them."""

    contents: Sequence[CardText]
    layout: Layout
    dotted: Sequence[DottedPath] = ()


def draws_dotted_lines(deck: Deck) -> bool:
    """Whether the dotted lines of a chart are drawn, and not only said in words."""
    drawn = deck.dotted_as == "lines" and bool(deck.dotted)
    return drawn and routable(len(deck.cards), len(deck.dotted))


def lay_out_with_dotted(
    deck: Deck, contents: Sequence[CardText], place: Callable[[Sequence[CardText]], Layout]
) -> LaidOutChart:
    """The cards as `place` lays them out, with their dotted lines.

    A line that finds no way, and what one is for where that has no room beside it, is said on the
    card, which takes a line there and so another layout.
    """
    edges = deck.dotted
    if deck.dotted_as == "none" or not edges:
        return LaidOutChart(contents, place(contents))
    everything = range(len(edges))
    if draws_dotted_lines(deck):
        in_words: set[int] = set()
        for last in (*[False] * _TRIES, True):
            with_chips = _with_chips(deck, contents, in_words)
            layout = place(with_chips)
            found = routes(layout.boxes, layout.lines, _requests(deck, in_words))
            if 2 * found.count(None) > len(edges):
                break  # so crowded that trying again would take long and help few
            without_room = {
                at for at in everything if at not in in_words and _lacks_room(edges[at], found[at])
            }
            lost = any(found[at] is None for at in without_room)
            # At last some purposes may be in the tooltip alone, but no line is left out.
            if not without_room or (last and not lost):
                return _enlarged(with_chips, layout, _dotted_paths(deck, found))
            in_words |= without_room
    with_chips = _with_chips(deck, contents, everything)
    return LaidOutChart(with_chips, place(with_chips))


def _lacks_room(edge: DottedEdge, route: Route | None) -> bool:
    return route is None or (bool(edge.purpose) and route.caption is None)


def _with_chips(
    deck: Deck, contents: Sequence[CardText], in_words: Collection[int]
) -> Sequence[CardText]:
    """The texts of the cards with those dotted lines in words, by their numbers."""
    chips: dict[int, list[str]] = {}
    for at in sorted(in_words):
        chips.setdefault(deck.dotted[at].card, []).append(dotted_phrase(deck, deck.dotted[at]))
    made = list(contents)
    for at, phrases in chips.items():
        card = replace(deck.cards[at], notes=(*deck.cards[at].notes, *phrases))
        made[at] = card_text(card, contents[at].density, deck.words)
    return made


def _requests(deck: Deck, in_words: Collection[int]) -> Sequence[RouteRequest]:
    """What is to be routed: without a caption where that is said on the card."""
    return [
        RouteRequest(edge.card, edge.to, (0, 0) if at in in_words else _size(edge.purpose))
        for at, edge in enumerate(deck.dotted)
    ]


def _size(purpose: str) -> tuple[int, int]:
    if not purpose:
        return 0, 0
    return int(width(_caption(purpose), CAPTION_SIZE)) + _AROUND, CAPTION_HEIGHT


def _caption(purpose: str) -> str:
    return cut(purpose, _LONGEST, CAPTION_SIZE, REGULAR)


def _dotted_paths(deck: Deck, found: Sequence[Route | None]) -> Sequence[DottedPath]:
    """The lines that were found, with their captions where these have room."""
    return [
        DottedPath(edge, route.points, _caption(edge.purpose), route.caption)
        if route.caption
        else DottedPath(edge, route.points)
        for edge, route in zip(deck.dotted, found, strict=True)
        if route
    ]


def _enlarged(
    contents: Sequence[CardText], layout: Layout, dotted: Sequence[DottedPath]
) -> LaidOutChart:
    """The layout a little larger where lines run around all cards."""
    points = [point for one in dotted for point in one.points]
    left = max([0, *(-x for x, _ in points)])
    above = max([0, *(-y for _, y in points)])
    right = max([layout.width, *(x for x, _ in points)])
    below = max([layout.height, *(y for _, y in points)])
    if not left and not above and (right, below) == (layout.width, layout.height):
        return LaidOutChart(contents, layout, dotted)

    def moved(path: Sequence[Point]) -> tuple[Point, ...]:
        return tuple([(x + left, y + above) for x, y in path])

    return LaidOutChart(
        contents,
        replace(
            layout,
            width=right + left,
            height=below + above,
            boxes=[box._replace(x=box.x + left, y=box.y + above) for box in layout.boxes],
            lines=[line._replace(points=moved(line.points)) for line in layout.lines],
        ),
        [replace(one, points=moved(one.points), at=moved([one.at])[0]) for one in dotted],
    )
