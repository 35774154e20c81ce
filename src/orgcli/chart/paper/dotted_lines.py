"""Decides which dotted lines are drawn as lines and which become text on a card."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from orgcli.chart.deck.cards import Deck, DottedEdge
from orgcli.chart.deck.outline import dotted_phrase
from orgcli.chart.dotted.dashes import Polyline, split_stub
from orgcli.chart.dotted.interruptions import Interruptions
from orgcli.chart.dotted.legibility import illegible, too_far
from orgcli.chart.dotted.routes import Route, RouteRequest, routable, routes
from orgcli.chart.layout.layout import Layout
from orgcli.chart.layout.tree import Point
from orgcli.chart.paper.card_text import CardText
from orgcli.chart.paper.text_width import REGULAR, cut, width

CAPTION_SIZE = 8
"""Letters of a caption, in points; CAPTION_HEIGHT is that of its ground."""
CAPTION_HEIGHT = 10
_LONGEST = 110
_AROUND = 4
_TRIES = 6
"""Layouts that are tried: each may have more lines in words, and with them higher cards."""


@dataclass(frozen=True, slots=True)
class DottedPath:
    """A dotted line that is drawn.

    points   its corners, from card to card
    caption  what it is for, or the number of its tag; empty where it is for nothing in particular
    at       the middle of the caption
    tag      its number where the caption is that: its purpose is in the legend. From 1
             in reading order; lines for the same purpose have the same; 0 for none
    crossings  where it interrupts reporting lines and the dotted lines before it, in its direction
    """

    edge: DottedEdge
    points: tuple[Point, ...]
    caption: str = ""
    at: Point = (0, 0)
    tag: int = 0
    crossings: tuple[Point, ...] = ()

    @property
    def dashed(self) -> Polyline:
        """The corners of the part that is drawn in dashes; empty where it is too short for any."""
        return split_stub(self.points)[0]

    @property
    def stub(self) -> Polyline:
        """The corners of the part that is solid: its end at the secondary manager's card."""
        return split_stub(self.points)[1]

    @property
    def dot(self) -> Point:
        """Where it meets the secondary manager's card."""
        return self.points[-1]


@dataclass(frozen=True, slots=True, eq=False)
class LaidOutChart:
    """Cards with their places, and the dotted lines between them."""

    contents: Sequence[CardText]
    layout: Layout
    dotted: Sequence[DottedPath] = ()


def draws_dotted_lines(deck: Deck) -> bool:
    """Whether the dotted lines of a chart are drawn, and not only phrases on cards."""
    as_lines = deck.dotted_as == "lines" and bool(deck.dotted)
    return as_lines and routable(len(deck.cards), len(deck.dotted))


def lay_out_with_dotted(
    deck: Deck, contents: Sequence[CardText], place: Callable[[Sequence[CardText]], Layout]
) -> LaidOutChart:
    """The cards as `place` lays them out, with their dotted lines.

    A line that finds no way or that nobody could follow is a phrase on the card instead, which
    takes a line there and so another layout.
    """
    edges = deck.dotted
    if deck.dotted_as == "none" or not edges:
        return LaidOutChart(contents, place(contents))
    if draws_dotted_lines(deck):
        in_words: set[int] = set()
        for _ in range(_TRIES):
            with_chips = _with_chips(deck, contents, in_words)
            layout = place(with_chips)
            as_lines = [at for at in range(len(edges)) if at not in in_words]
            unfit = {at for at in as_lines if too_far(layout.boxes, *edges[at][:2])}
            if not unfit:
                route_of = _routed(deck, layout, as_lines)
                unfit = _unfit(deck, layout, route_of)
                if not unfit:
                    return _enlarged(with_chips, layout, _dotted_paths(deck, layout, route_of))
            in_words |= unfit
    with_chips = _with_chips(deck, contents, range(len(edges)))
    return LaidOutChart(with_chips, place(with_chips))


def _routed(deck: Deck, layout: Layout, as_lines: Sequence[int]) -> dict[int, Route | None]:
    """The routes of these dotted lines, by their numbers."""
    edges = [deck.dotted[at] for at in as_lines]
    panels = [panel.box for panel in layout.panels]
    requests = [RouteRequest(edge.card, edge.to, _size(edge.purpose)) for edge in edges]
    return dict(zip(as_lines, routes(layout.boxes, layout.lines, requests, panels), strict=True))


def _unfit(deck: Deck, layout: Layout, route_of: Mapping[int, Route | None]) -> set[int]:
    """The lines that are better put in words.

    Those without a way and those that nobody could follow; only if there are none of these, those
    without a place for a tag: the others then have more room.
    """
    ways = {at: route.points for at, route in route_of.items() if route}
    pairs = {at: deck.dotted[at][:2] for at in ways}
    unfit = (route_of.keys() - ways.keys()) | illegible(layout.boxes, pairs, ways)
    return unfit or {
        at for at, route in route_of.items() if route and not _purpose_fits(deck, at, route)
    }


def _purpose_fits(deck: Deck, at: int, route: Route) -> bool:
    """Whether there is room to say what a line is for, or nothing to say."""
    return not deck.dotted[at].purpose or bool(route.caption or route.tag)


def _with_chips(
    deck: Deck, contents: Sequence[CardText], in_words: Collection[int]
) -> Sequence[CardText]:
    """The texts of the cards with those dotted lines in words, by their numbers."""
    chips: dict[int, list[str]] = {}
    for at in sorted(in_words):
        chips.setdefault(deck.dotted[at].card, []).append(dotted_phrase(deck, deck.dotted[at]))
    texts = list(contents)
    for at, phrases in chips.items():
        card = replace(deck.cards[at], notes=(*deck.cards[at].notes, *phrases))
        texts[at] = contents[at].again(card, deck.words)
    return texts


def _size(purpose: str) -> tuple[int, int]:
    if not purpose:
        return 0, 0
    return int(width(_caption(purpose), CAPTION_SIZE)) + _AROUND, CAPTION_HEIGHT


def _caption(purpose: str) -> str:
    return cut(purpose, _LONGEST, CAPTION_SIZE, REGULAR)


def _dotted_paths(
    deck: Deck, layout: Layout, route_of: Mapping[int, Route | None]
) -> Sequence[DottedPath]:
    """The lines that were found, with their captions or tags."""
    interruptions = Interruptions(layout.lines)
    routed = [(deck.dotted[at], route) for at, route in route_of.items() if route]
    tagged = sorted(
        (route.tag[1], route.tag[0], edge.purpose) for edge, route in routed if route.tag
    )
    number: dict[str, int] = {}
    for _, _, purpose in tagged:
        number.setdefault(purpose, len(number) + 1)
    return [
        replace(_dotted_path(edge, route, number), crossings=interruptions.among(route.crossings))
        for edge, route in routed
    ]


def _dotted_path(edge: DottedEdge, route: Route, number: Mapping[str, int]) -> DottedPath:
    """number: of the tag of each purpose"""
    path = DottedPath(edge, route.points)
    if route.caption:
        return replace(path, caption=_caption(edge.purpose), at=route.caption)
    if route.tag:
        tag = number[edge.purpose]
        return replace(path, caption=str(tag), at=route.tag, tag=tag)
    return path


def tagged_purposes(dotted: Sequence[DottedPath]) -> tuple[str, ...]:
    """What the tags of a chart stand for, from number 1, for its legend."""
    purposes = {path.tag: path.edge.purpose for path in dotted if path.tag}
    return tuple([purposes[tag] for tag in sorted(purposes)])


def _enlarged(
    contents: Sequence[CardText], layout: Layout, dotted: Sequence[DottedPath]
) -> LaidOutChart:
    """The layout a little larger where lines run around all cards."""
    points = [point for path in dotted for point in path.points]
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
            boxes=[box.moved(left, above) for box in layout.boxes],
            panels=[panel._replace(box=panel.box.moved(left, above)) for panel in layout.panels],
            lines=[line._replace(points=moved(line.points)) for line in layout.lines],
        ),
        [
            replace(
                path,
                points=moved(path.points),
                at=moved([path.at])[0],
                crossings=moved(path.crossings),
            )
            for path in dotted
        ],
    )
