"""An organisation becomes cards: holders, titles and faults of each position."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType
from typing import Literal, NamedTuple

from orgcli.chart.color.palette import NEUTRAL, Swatch, departments
from orgcli.chart.deck.card_fields import Line, card_lines
from orgcli.chart.deck.card_photos import Picture
from orgcli.chart.deck.coloring import COLOR_BY, Colored
from orgcli.chart.deck.visible_text import plain
from orgcli.chart.layout.tree import order_from_top
from orgcli.language.en import CHART as ENGLISH
from orgcli.language.words import ChartWords
from orgcli.model.organisation.color import color_of
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import Position, Status
from orgcli.model.organisation.reporting_lines import UNKNOWN
from orgcli.model.request.chart_request import NAME_AND_TITLE, USUAL, ChartRequest

LookName = Status | Literal["unfit"]

_UNNAMED = "(no name)"
"""The key of a position of which nothing can be seen, in every language: its id is a space."""


@dataclass(frozen=True, slots=True)
class Card:
    """One position as a chart shows it; all text is `visible`, nothing is cut yet.

    key          unique in the chart: the position's id, numbered where it occurs again
    holders      its holders; several are a job share; empty for a vacancy
    name         the line in bold: the holders, "(open)", or the title where that is all
    title        the line below; may be empty
    direct       seats that report to it, with headcounts, without closed ones
    total        the same of everybody below it
    marks        what is wrong with its lines, one phrase each
    group        what its color stands for, as in the legend; empty where it has none
    lines        what is printed on it; empty for the name and the title
    left_out     seats below it that are not drawn
    chain        whether it is on the line that stands out
    notes        further phrases about it in small letters: where its line goes on
    photo        the path of its holder's photo, where holders are shown; picture, what it shows
    initials     of its holder in the place of a photo; empty for nobody, None where none have any
    rank         0 at the top, 1 right below it, 2 for other managers, 3 for all others
    fits         False for one that is only drawn because positions below it fit the filter
    group_code   two or three letters for its group, where colours are not enough
    dimmed       whether others are highlighted, and it is not
    ghost        whether it stands where somebody or something was before
    number       of its text in the legend, in `Deck.numbered`; 0 for none
    position     what it shows, for formats with more of its fields than its lines
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
    group: str = ""
    lines: tuple[Line, ...] = ()
    left_out: int = 0
    chain: bool = False
    notes: tuple[str, ...] = ()
    photo: str = ""
    picture: Picture | None = None
    initials: str | None = None
    fits: bool = True
    rank: int = 3
    group_code: str = ""
    dimmed: bool = False
    ghost: bool = False
    number: int = 0
    position: Position | None = None

    @property
    def look(self) -> LookName:
        """How its box is drawn: by its state, and in grey where it does not fit the filter."""
        return self.state if self.fits else "unfit"

    @property
    def short_name(self) -> str:
        """What others call it: by its holders, else by its title."""
        return self.name if self.holders or not self.title else self.title


class Naming(NamedTuple):
    """The holders, the line in bold, and the line below it."""

    holders: tuple[str, ...]
    name: str
    title: str


class DottedEdge(NamedTuple):
    """A secondary line: the card it starts at, the card it leads to, what it is for or ""."""

    card: int
    to: int
    purpose: str


@dataclass(frozen=True, slots=True, eq=False)
class Deck:
    """The cards of one organisation and the lines between them.

    cards    in file order
    manager  per card: the card it is drawn under, or TOP (-1); never a ring
    legend   the departments with a colour, in the order of the legend
    others   how many departments have none
    dotted   the dotted lines, in file order; those to nobody here are left out
    dotted_as  how a picture shows them, a word of DOTTED
    by       what the colours stand for, a key of COLOR_BY
    whole    how many positions there are where not all are cards, else 0
    day      the day of the snapshot, where one was requested
    filters  the conditions that they fit, in words
    notes    what the user should know of the choice of positions
    page     which page of how many the cards are on, in words, where there are several
    way      the managers above the top card of a slide, the highest first
    words    the texts of the chart in its language
    highlights  what stands out, in words; all other cards are dimmed
    logo     the picture for the top right
    coded    whether groups have letters too, as colours are not enough
    numbered  the texts in the legend for cards with these numbers
    from_right  whether it goes from right to left; None for as most of its cards are written
    """

    title: str
    cards: Sequence[Card]
    manager: Sequence[int]
    legend: tuple[Swatch, ...]
    others: int
    dotted: Sequence[DottedEdge] = ()
    by: str = "department"
    whole: int = 0
    day: str = ""
    filters: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    page: str = ""
    way: tuple[str, ...] = ()
    dotted_as: str = "lines"
    words: ChartWords = ENGLISH
    highlights: tuple[str, ...] = ()
    logo: Picture | None = None
    coded: bool = False
    numbered: Mapping[int, str] = field(default_factory=dict)
    from_right: bool | None = None

    @property
    def several(self) -> bool:
        """Whether several cards are at the top."""
        return sum(above < 0 for above in self.manager) > 1


_NO_GROUP = Swatch("", NEUTRAL)


def cards(
    organisation: Organisation,
    titles: Titles,
    request: ChartRequest = USUAL,
    stranded: Mapping[int, str] = MappingProxyType({}),
    words: ChartWords = ENGLISH,
) -> Deck:
    """Every position as a card, in file order; none is left out.

    stranded  what to mark positions with whose manager is gone
    words     the texts of the cards and of the rest of the chart in its language

    A ring is broken above its first member (by file order), which becomes the top of a tree;
    a position whose manager is not there is a top too. The cards say so.
    """
    positions = organisation.positions
    manager = organisation.lines.without_rings()
    groups = [position.department for position in positions]
    department_of = departments(groups, organisation.departments).by_group
    brand = color_of(request.brand or "") or ""
    coloring = COLOR_BY[request.color_by](Colored(organisation, titles, words, brand))
    direct, total = _seats_below(positions, manager)
    ranks = _ranks(positions, manager)
    fields = request.fields
    naming = [_naming(position, titles, "name" in fields, words) for position in positions]
    marks: dict[int, list[str]] = defaultdict(list)
    for at, fault in chain(stranded.items(), _faults(organisation, naming, words)):
        marks[at].append(fault)
    keys = _keys(organisation)
    deck_cards = []
    for at, position in enumerate(positions):
        department = department_of.get(position.department or "", _NO_GROUP).name
        group = coloring.swatch[at] or _NO_GROUP
        holders, name, title = naming[at]
        deck_cards.append(
            Card(
                key=keys[at],
                holders=holders,
                name=name,
                title=title,
                department=department,
                color=group.color,
                state=position.state,
                assistant=position.assistant,
                headcount=position.headcount,
                rank=ranks[at],
                direct=direct[at],
                total=total[at],
                marks=tuple(marks.get(at, ())),
                group=group.name,
                lines=_lines(position, fields, naming[at], department, words),
                photo=(position.photo or "") if holders else "",
                group_code=group.code,
                position=position,
            )
        )
    in_use = {card.group for card in deck_cards if card.group}
    return Deck(
        title=plain(organisation.name or ""),
        cards=deck_cards,
        manager=manager,
        legend=coloring.legend,
        others=len(in_use - {swatch.name for swatch in coloring.legend}),
        dotted=_dotted(organisation),
        by=request.color_by,
        words=words,
    )


def _seats_below(
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


def _dotted(organisation: Organisation) -> list[DottedEdge]:
    """Each line once; one to a manager that is not here is a finding already (ORG108)."""
    index = organisation.lines.index
    edges = (
        DottedEdge(at, index[line.to], plain(line.purpose or ""))
        for at, position in enumerate(organisation.positions)
        for line in position.dotted_lines
        if line.to in index
    )
    return list(dict.fromkeys(edges))


def _keys(organisation: Organisation) -> list[str]:
    """A different key for each position; spelling out control characters can make two alike."""
    repeats: Counter[str] = Counter()
    keys: dict[str, None] = {}
    for position in organisation.positions:
        key = base = plain(position.id) or _UNNAMED
        while key in keys:
            repeats[base] += 1
            key = f"{base} ({repeats[base] + 1})"
        keys[key] = None
    return list(keys)


def _ranks(positions: Sequence[Position], manager: Sequence[int]) -> list[int]:
    """Per card its rank, by its place in the whole organisation."""
    leading = set(manager)
    ranks = [2 if at in leading else 3 for at in range(len(manager))]
    for at, above in enumerate(manager):
        if above < 0:
            ranks[at] = 0 if at in leading else 3
        elif manager[above] < 0 and not positions[at].assistant:
            ranks[at] = 1
    return ranks


def _naming(position: Position, titles: Titles, with_holders: bool, words: ChartWords) -> Naming:
    title = plain(titles.of(position))
    holders = tuple(name for holder in position.holder if (name := plain(holder)))
    if holders and with_holders:
        return Naming(holders, " / ".join(holders), title)
    title = title or plain(position.id) or words.unnamed
    if position.state == "filled":
        return Naming((), title, "")
    return Naming((), f"({words.states[position.state]})", title)


def _lines(
    position: Position,
    fields: tuple[str, ...],
    naming: Naming,
    department: str,
    words: ChartWords,
) -> tuple[Line, ...]:
    if fields == NAME_AND_TITLE:
        return ()
    title = naming.title or naming.name
    below = naming.title if "name" in fields else title
    texts = {"name": naming.name, "title": below, "department": department}
    return card_lines(position, fields, texts, words) or (("title", title),)


def _faults(
    organisation: Organisation, naming: Sequence[Naming], words: ChartWords
) -> Iterator[tuple[int, str]]:
    """What is wrong with the lines of positions, a phrase for each fault.

    The first in a ring names the manager its line is not drawn to.
    """
    lines, positions = organisation.lines, organisation.positions
    times = (
        Counter(position.id for position in positions) if len(lines.index) < len(positions) else {}
    )
    for at, (position, above) in enumerate(zip(positions, lines.manager, strict=True)):
        if times.get(position.id, 0) > 1:
            yield at, words.duplicate.format(id=plain(position.id))
        if above == UNKNOWN:
            yield at, words.not_found.format(id=plain(position.reports_to or ""))
    for first, *others in lines.rings:
        if not others:
            yield first, words.to_itself
            continue
        manager = naming[others[0]]
        name = manager.name if manager.holders else manager.title or manager.name
        yield first, words.ring.format(name=name)
        for at in others:
            yield at, words.in_ring
