"""The numbers of an organisation as frozen values, and what each of them means."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Literal

from orgcli.model.findings.finding import Place
from orgcli.model.organisation.position import Position
from orgcli.model.request.flag import HelpfulError

BANDS = ((1, 1), (2, 2), (3, 5), (6, 8), (9, 12), (13, 20), (21, 50), (51, inf))
"""The bands of direct reports that managers are counted in: least and most."""


class FigureError(HelpfulError, ValueError):
    """A request for an unknown figure; `help` has what is known."""


@dataclass(frozen=True, slots=True)
class AttributeSum:
    """The sum of an attribute over positions.

    entries  the positions with a number
    unread   the positions whose text is no number
    """

    total: float
    entries: int
    unread: int


@dataclass(frozen=True, slots=True)
class SeatFigures:
    """The numbers of an organisation, or of some of its positions. Closed positions do not count.

    filled, open, planned  seats by status; a position with a headcount is as many seats
    people      different holders
    fte         full-time equivalents of the filled seats
    fte_stated  filled seats whose equivalent is stated; each of the others counts as 1
    managers    positions with at least one direct report
    reports     direct reports of those managers, as seats
    largest     the most direct reports of one of them
    sums        what attributes add up to
    """

    filled: int = 0
    open: int = 0
    planned: int = 0
    people: int = 0
    fte: float = 0
    fte_stated: int = 0
    managers: int = 0
    reports: int = 0
    largest: int = 0
    sums: Mapping[str, AttributeSum] = field(default_factory=dict)

    @property
    def seats(self) -> int:
        """All seats, filled or not."""
        return self.filled + self.open + self.planned

    @property
    def mean_span(self) -> float | None:
        """Direct reports per manager; None without managers."""
        return self.reports / self.managers if self.managers else None

    @property
    def open_share(self) -> float | None:
        """The open ones of the seats that are filled or open, in percent."""
        sought = self.filled + self.open
        return 100 * self.open / sought if sought else None

    @property
    def others_per_manager(self) -> float | None:
        """Seats that are no manager's, for each manager; None without managers."""
        return (self.seats - self.managers) / self.managers if self.managers else None


@dataclass(frozen=True, slots=True)
class ManagerSpan:
    """A manager and how many seats report to it directly.

    locate         finds where it is written
    open, planned  those among them that are open, or planned
    """

    position: Position
    title: str
    locate: Callable[[], Place] = field(repr=False, compare=False)
    reports: int = 0
    open: int = 0
    planned: int = 0

    @property
    def place(self) -> Place:
        """Where it is written."""
        return self.locate()


@dataclass(frozen=True, slots=True)
class SpanFigures:
    """The spans of control of all managers.

    median    None without managers
    managers  all of them, the largest span first, then in file order
    bands     the managers in each of BANDS
    """

    median: float | None = None
    managers: Sequence[ManagerSpan] = ()
    bands: Sequence[int] = (0,) * len(BANDS)


@dataclass(frozen=True, slots=True)
class TopFigures:
    """A position at the top, with the seats from it down and the layers that they are in."""

    position: Position
    title: str
    seats: int
    layers: int


@dataclass(frozen=True, slots=True)
class LayerFigures:
    """The layers of reporting lines.

    layers    by number from the top, which is 1
    managing  the last layer with a manager: the number without the front line
    needed    the fewest layers that hold so many seats at the mean span; None without managers.
              Arithmetic of our own: the seats of s reports to each, layer by layer
    ringed    seats in a ring of reporting lines or below one, which are in no layer
    unknown   positions whose manager is missing, each taken as a top
    """

    layers: Sequence[SeatFigures] = ()
    managing: int = 0
    needed: int | None = None
    ringed: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class GroupKey:
    """What the positions of a group have in common.

    value  as the files say it: an id, a number, a status; None where they say nothing
    label  what it is called; two keys of one value are the same
    """

    value: str | None
    label: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """A group: its key, or two where groups are crossed.

    depth  how many groups it is a part of, where parts are counted in what they are part of
    """

    keys: tuple[GroupKey, ...]
    figures: SeatFigures
    depth: int = 0


@dataclass(frozen=True, slots=True)
class OrganisationFigures:
    """All numbers of an organisation.

    total         of all positions
    tops          each top with what is below it, the largest first
    groups        the parts, as they are to be shown; together they are the total unless `shared`
    shared        whether a position can be in several groups
    across        reporting lines between two departments, and all that have a department on
                  both ends; None where nobody has a department
    namesakes     names that stand with several e-mail addresses: each is a person
    unnamed       filled seats without the name of a holder, who are not among the people
    left_out      positions that do not count, being closed, or outside their dates on the day
    complete      False when a file of it could not be read
    """

    name: str | None
    total: SeatFigures
    spans: SpanFigures
    layers: LayerFigures
    tops: Sequence[TopFigures] = ()
    groups: Sequence[GroupFigures] = ()
    shared: bool = False
    across: tuple[int, int] | None = None
    namesakes: int = 0
    unnamed: int = 0
    left_out: int = 0
    complete: bool = True
    files: Sequence[str] = ()


SORTS = ("seats", "name", "open", "fte", "people", "managers", "span")
"""What groups are sorted by: a figure, the largest first, or their names."""
SortBy = Literal["seats", "name", "open", "fte", "people", "managers", "span"]
