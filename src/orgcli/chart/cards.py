"""An organisation becomes cards: who is in a position, what it is, what is wrong with it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from orgcli.chart.palette import NEUTRAL, Departments, Swatch, departments
from orgcli.chart.plain import plain
from orgcli.chart.tree import order_from_top
from orgcli.model.lines import TOP, UNKNOWN, ReportingLines
from orgcli.model.organisation import Organisation, Position, Status, Titles

NOBODY = {"filled": "", "open": "(open)", "planned": "(planned)", "closed": "(closed)"}
"""What stands for the name where nobody holds the position."""
UNNAMED = "(no name)"
"""For a position of which nothing can be seen: its id is a space."""


@dataclass(frozen=True, slots=True)
class Card:
    """One position as a chart shows it; all text is `visible`, nothing is cut yet.

    key          unique in the chart: the position's id, numbered where it occurs again
    holders      who holds it; several are a job share; empty where nobody does
    name         the line in bold: the holders, "(open)", or the title where that is all
    title        the line below; may be empty
    direct       seats that report to it, with headcounts, without closed ones
    total        the same of everybody below it
    marks        what is wrong with its lines, one phrase each
    """

    key: str
    holders: tuple[str, ...]
    name: str
    title: str
    department: str
    color: str
    state: Status
    assistant: bool
    headcount: int
    direct: int
    total: int
    marks: tuple[str, ...]


class Naming(NamedTuple):
    """The holders, the line in bold, and the line below it."""

    holders: tuple[str, ...]
    name: str
    title: str


@dataclass(frozen=True, slots=True, eq=False)
class Deck:
    """The cards of one organisation and the lines between them.

    cards    in file order
    manager  per card: the card it is drawn under, or TOP (-1); never a ring
    legend   the departments with a colour, in the order of the legend
    others   how many departments have none
    """

    title: str
    cards: Sequence[Card]
    manager: Sequence[int]
    legend: tuple[Swatch, ...]
    others: int


def cards(organisation: Organisation, titles: Titles) -> Deck:
    """Every position as a card, in file order; none is left out.

    A ring is broken above its first member (by file order), which becomes the top of a tree;
    a position whose manager is not there is a top too. The cards say so.
    """
    positions = organisation.positions
    manager = _drawn_manager(organisation.lines)
    colors = departments([one.department for one in positions], organisation.departments)
    direct, total = seats_below(positions, manager)
    naming = [_naming(one, titles) for one in positions]
    marks = _marks(organisation, naming)
    keys = _keys(organisation)
    made = [
        _card(position, keys[at], naming[at], colors, (direct[at], total[at]), marks.get(at, ()))
        for at, position in enumerate(positions)
    ]
    return Deck(plain(organisation.name or ""), made, manager, colors.legend, colors.others)


def seats_below(
    positions: Sequence[Position], manager: Sequence[int]
) -> tuple[list[int], list[int]]:
    """Seats that report directly, and all seats below, per position; closed ones count for none."""
    direct = [0] * len(positions)
    total = [0] * len(positions)
    order, _ = order_from_top(manager)
    for at in reversed(order):
        above = manager[at]
        if above >= 0:
            position = positions[at]
            seats = 0 if position.status == "closed" else position.headcount
            direct[above] += seats
            total[above] += seats + total[at]
    return direct, total


def _drawn_manager(lines: ReportingLines) -> list[int]:
    manager = [above if above >= 0 else TOP for above in lines.manager]
    for ring in lines.rings:
        manager[ring[0]] = TOP
    return manager


def _keys(organisation: Organisation) -> list[str]:
    """A different key for each position; spelling out control characters can make two alike."""
    taken: Counter[str] = Counter()
    keys: list[str] = []
    used: set[str] = set()
    for position in organisation.positions:
        key = base = plain(position.id) or UNNAMED
        while key in used:
            taken[base] += 1
            key = f"{base} ({taken[base] + 1})"
        used.add(key)
        keys.append(key)
    return keys


def _naming(position: Position, titles: Titles) -> Naming:
    title = plain(titles.of(position))
    holders = tuple(name for one in position.holder if (name := plain(one)))
    if holders:
        return Naming(holders, " / ".join(holders), title)
    nobody = NOBODY[position.state]
    title = title or plain(position.id) or UNNAMED
    return Naming((), nobody, title) if nobody else Naming((), title, "")


def _card(
    position: Position,
    key: str,
    naming: Naming,
    colors: Departments,
    seats: tuple[int, int],
    marks: tuple[str, ...],
) -> Card:
    department = colors.named.get(position.department or "")
    return Card(
        key,
        *naming,
        department.name if department else "",
        department.color if department else NEUTRAL,
        position.state,
        position.assistant,
        position.headcount,
        *seats,
        marks,
    )


def _marks(organisation: Organisation, naming: Sequence[Naming]) -> dict[int, tuple[str, ...]]:
    """What is wrong with the lines of each position that has a fault."""
    lines = organisation.lines
    positions = organisation.positions
    marks: dict[int, list[str]] = {}
    if len(lines.index) < len(positions):
        times = Counter(map(attrgetter("id"), positions))
        for at, position in enumerate(positions):
            if times[position.id] > 1:
                marks.setdefault(at, []).append(f"duplicate id `{plain(position.id)}`")
    for at, above in enumerate(lines.manager):
        if above == UNKNOWN:
            said = plain(positions[at].reports_to or "")
            marks.setdefault(at, []).append(f"manager `{said}` not found")
    for at, mark in _ring_marks(lines.rings, naming):
        marks.setdefault(at, []).append(mark)
    return {at: tuple(said) for at, said in marks.items()}


def _ring_marks(
    rings: Iterable[tuple[int, ...]], naming: Sequence[Naming]
) -> Iterable[tuple[int, str]]:
    """The first member names the manager its line is not drawn to."""
    for ring in rings:
        if len(ring) == 1:
            yield ring[0], "reports to itself"
            continue
        above = naming[ring[1]]
        said = above.name if above.holders else above.title or above.name
        yield ring[0], f"ring: reports to {said}"
        for at in ring[1:]:
            yield at, "in a reporting ring"
