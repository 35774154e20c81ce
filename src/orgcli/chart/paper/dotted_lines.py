"""Dotted lines of a chart: as lines where there is room for them, else in words on the card."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from orgcli.chart.deck.cards import Deck, DottedEdge
from orgcli.chart.deck.outline import dotted_fact
from orgcli.chart.dotted.routes import Route, Wanted, routable, routes
from orgcli.chart.layout.layout import Layout
from orgcli.chart.layout.tree import Point
from orgcli.chart.paper.card_text import Face, face
from orgcli.chart.paper.text_width import REGULAR, cut, width

CAPTION_SIZE = 8
"""Letters of a caption, in points; CAPTION_HEIGHT is that of its ground."""
CAPTION_HEIGHT = 10
_LONGEST = 110
_AROUND = 4
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Dotted:
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
class Placed:
    """Cards with their places, and the dotted lines between them."""

    faces: Sequence[Face]
    layout: Layout
    dotted: Sequence[Dotted] = ()


def drawn_as_lines(deck: Deck) -> bool:
    """Whether the dotted lines of a chart are drawn, and not only told."""
    wanted = deck.dotted_as == "lines" and bool(deck.dotted)
    return wanted and routable(len(deck.cards), len(deck.dotted))


def placed_with_dotted(
    deck: Deck, faces: Sequence[Face], place: Callable[[Sequence[Face]], Layout]
) -> Placed:
    """The cards as `place` lays them out, with their dotted lines.

    A line that finds no way, and what one is for where that has no room beside it, is said on the
    card, which takes a line there and so another layout.
    """
    edges = deck.dotted
    if deck.dotted_as == "none" or not edges:
        return Placed(faces, place(faces))
    everything = range(len(edges))
    if drawn_as_lines(deck):
        told: set[int] = set()
        for last in (*[False] * _TRIES, True):
            shown = _chipped(deck, faces, told)
            layout = place(shown)
            found = routes(layout.boxes, layout.lines, _wanted(deck, told))
            if 2 * found.count(None) > len(edges):
                break  # so crowded that trying again would take long and help few
            silent = {at for at in everything if at not in told and _silent(edges[at], found[at])}
            lost = any(found[at] is None for at in silent)
            # At last some purposes may be in the tooltip alone, but no line is left out.
            if not silent or (last and not lost):
                return _with_room(shown, layout, _drawn(deck, found, told))
            told |= silent
    shown = _chipped(deck, faces, everything)
    return Placed(shown, place(shown))


def _silent(edge: DottedEdge, found: Route | None) -> bool:
    return found is None or (bool(edge.purpose) and found.caption is None)


def _chipped(deck: Deck, faces: Sequence[Face], told: Collection[int]) -> Sequence[Face]:
    """The faces with what is told on them."""
    chips: dict[int, list[str]] = {}
    for at in sorted(told):
        chips.setdefault(deck.dotted[at].card, []).append(dotted_fact(deck, deck.dotted[at]))
    made = list(faces)
    for at, said in chips.items():
        card = replace(deck.cards[at], notes=(*deck.cards[at].notes, *said))
        made[at] = face(card, faces[at].density, deck.words)
    return made


def _wanted(deck: Deck, told: Collection[int]) -> Sequence[Wanted]:
    return [
        Wanted(edge.card, edge.to, (0, 0) if at in told else _size(edge.purpose))
        for at, edge in enumerate(deck.dotted)
    ]


def _size(purpose: str) -> tuple[int, int]:
    if not purpose:
        return 0, 0
    return int(width(_caption(purpose), CAPTION_SIZE)) + _AROUND, CAPTION_HEIGHT


def _caption(purpose: str) -> str:
    return cut(purpose, _LONGEST, CAPTION_SIZE, REGULAR)


def _drawn(deck: Deck, found: Sequence[Route | None], told: Collection[int]) -> Sequence[Dotted]:
    made = []
    for at, (edge, route) in enumerate(zip(deck.dotted, found, strict=True)):
        if route is None:
            continue
        if at in told or route.caption is None:
            made.append(Dotted(edge, route.points))
        else:
            made.append(Dotted(edge, route.points, _caption(edge.purpose), route.caption))
    return made


def _with_room(faces: Sequence[Face], layout: Layout, dotted: Sequence[Dotted]) -> Placed:
    """The layout a little larger where lines run around all cards."""
    points = [point for one in dotted for point in one.points]
    left = max([0, *(-x for x, _ in points)])
    above = max([0, *(-y for _, y in points)])
    right = max([layout.width, *(x for x, _ in points)])
    below = max([layout.height, *(y for _, y in points)])
    if not left and not above and (right, below) == (layout.width, layout.height):
        return Placed(faces, layout, dotted)

    def moved(path: Sequence[Point]) -> tuple[Point, ...]:
        return tuple([(x + left, y + above) for x, y in path])

    return Placed(
        faces,
        replace(
            layout,
            width=right + left,
            height=below + above,
            boxes=[box._replace(x=box.x + left, y=box.y + above) for box in layout.boxes],
            lines=[line._replace(points=moved(line.points)) for line in layout.lines],
        ),
        [replace(one, points=moved(one.points), at=moved([one.at])[0]) for one in dotted],
    )
