"""Distributes the parts of a chart over the pages of a book, in reading order."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count

from orgcli.chart.deck.outline import outline
from orgcli.chart.layout.cutting import ChartPart, Room, cut
from orgcli.chart.layout.layout import Target
from orgcli.chart.layout.tree import Tree, order_from_top
from orgcli.chart.paper.card_text import NAME_SIZE
from orgcli.model.request.chart_request import ChartRequest

PageParts = Sequence[ChartPart]
"""What stands on one page."""
Fits = Callable[[PageParts], bool]
"""Whether parts, drawn together on a page, can be read."""

_FULL = 0.85
"""How much of a page parts may take by reckoning to be tried together: they do not interlock."""
_TRIES = 4
_SHARES = (0.97, 0.92, 0.85, 0.75, 0.6)
"""Of the room of a page, where what was cut for all of it cannot be read after all."""
_FEW = 8
"""The emptiest pages, of which each is tried with each."""
_REFUSED = 0.1
_OPEN = 60
"""Pages with room that are remembered: of each part's time, what looking at them takes."""


def room_of(target: Target, request: ChartRequest) -> Room:
    """What a page holds at the smallest size that can be read."""
    least = request.least_name / NAME_SIZE
    return Room(target.width / least, target.height / least - target.above)


def arrange_pages(
    tree: Tree,
    room: Room,
    parts: Sequence[ChartPart],
    fits: Fits,
    shelf: Callable[[int], int] = lambda head: 0,
) -> list[PageParts]:
    """The pages of a chart; the top is on the first.

    parts  what `cut` makes of the tree for this room
    fits   is asked of pages as they would be drawn: what is cut is only reckoned with
    shelf  only parts whose heads have the same stand together
    """
    parts = [piece for part in parts for piece in _readable(part, tree, room, fits)]
    turn = dict(zip((entry.card for entry in outline(tree.manager)), count(), strict=False))

    def reading(part: ChartPart) -> tuple[bool, int, int]:
        """Those alone stand after all others; a part that goes on, after where it begins."""
        return not tree.reports[part.head], turn[part.head], turn[part.cards[-1]]

    parts = sorted(parts, key=reading)
    pages = _filled_pages(parts, tree.manager, fits, shelf)
    return sorted(
        (sorted(parts, key=reading) for parts in pages), key=lambda parts: reading(parts[0])
    )


def _readable(part: ChartPart, tree: Tree, room: Room, fits: Fits) -> list[ChartPart]:
    """The part, or smaller ones where the few shapes tried for a large chart said too little."""
    if len(part.cards) < 3 or fits([part]):
        return [part]
    at = {card: number for number, card in enumerate(part.cards)}
    manager = [at.get(tree.manager[card], -1) for card in part.cards]
    manager[0] = -1
    order, reports = order_from_top(manager)
    part_tree = replace(
        tree,
        order=order,
        manager=manager,
        reports=reports,
        heights=[tree.heights[card] for card in part.cards],
        assistant=[tree.assistant[card] for card in part.cards],
        rows=[0 if tree.reports[card] else tree.rows[card] for card in part.cards]
        if tree.rows
        else (),
        heads=[tree.heads[card] for card in part.cards] if tree.heads else (),
    )
    for share in _SHARES:
        pieces = [
            ChartPart(part.cards[head], [part.cards[card] for card in cards], fill * share**2)
            for head, cards, fill in cut(part_tree, Room(room.width * share, room.height * share))
        ]
        if all(len(piece.cards) < 3 or fits([piece]) for piece in pieces):
            break
    return pieces


class _OpenPage:
    """A page with room for more."""

    def __init__(self, part: ChartPart, shelf: int = 0) -> None:
        self.parts = [part]
        self.fill = part.fill
        self.shelf = shelf

    def can_take(self, part: ChartPart, shelf: int, manager: Sequence[int]) -> bool:
        """Whether a part of a shelf may join: not where its manager or what is below it stands.

        Of a head whose reports are on several pages, too: its line would be drawn once more.
        """
        if shelf != self.shelf or self.fill + part.fill > _FULL:
            return False
        return not any(
            not {part.head, manager[part.head]}.isdisjoint(member.cards)
            or not {member.head, manager[member.head]}.isdisjoint(part.cards)
            for member in self.parts
        )

    def join(self, part: ChartPart, fits: Fits) -> bool:
        """Whether the part fits, and so stands here from now on."""
        if not fits([*self.parts, part]):
            # What comes later is smaller, but this page is fuller than was reckoned.
            self.fill += _REFUSED
            return False
        self.parts.append(part)
        self.fill += part.fill
        return True

    def merge(self, other: "_OpenPage", manager: Sequence[int], fits: Fits) -> bool:
        """Whether all parts of another page fit here too, and so stand here from now on."""
        self.fill = sum(part.fill for part in self.parts)
        together = [*self.parts, *other.parts]
        room = self.fill + sum(part.fill for part in other.parts) <= _FULL
        if not (
            room
            and all(self.can_take(part, other.shelf, manager) for part in other.parts)
            and fits(together)
        ):
            return False
        self.parts = together
        return True


def _filled_pages(
    parts: Sequence[ChartPart], manager: Sequence[int], fits: Fits, shelf: Callable[[int], int]
) -> list[PageParts]:
    """Parts on as few pages as their sizes allow, the largest first, by preference with siblings.

    The page with the top is nobody else's.
    """
    first, *others = parts
    pages = [_OpenPage(first)]
    opened: list[_OpenPage] = []
    for part in sorted(others, key=lambda part: -part.fill):
        above = manager[part.head]
        own = shelf(part.head)
        taking = [page for page in opened if page.can_take(part, own, manager)]
        taking.sort(key=lambda page: (manager[page.parts[0].head] != above, -page.fill))
        if not any(page.join(part, fits) for page in taking[:_TRIES]):
            pages.append(_OpenPage(part, own))
            opened.append(pages[-1])
        if len(opened) > _OPEN:
            opened.remove(max(opened, key=lambda page: page.fill))
    dissolved = _dissolved(opened, manager, fits)
    return [page.parts for page in pages if page not in dissolved]


def _dissolved(opened: Sequence[_OpenPage], manager: Sequence[int], fits: Fits) -> list[_OpenPage]:
    """Those of the emptiest pages whose parts fit on another of them, the emptiest first.

    A part is tried with the fullest pages when its turn comes; some refuse that have room.
    """
    dissolved: list[_OpenPage] = []
    low = sorted(opened, key=lambda page: sum(part.fill for part in page.parts))[:_FEW]
    for at, page in enumerate(low):
        if any(other.merge(page, manager, fits) for other in reversed(low[at + 1 :])):
            dissolved.append(page)
    return dissolved
