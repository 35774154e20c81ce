"""An organisation and one of its positions in, the details of that position out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from orgcli.figures.figures import SeatFigures
from orgcli.figures.groups.departments import DepartmentNames
from orgcli.figures.tally import figures_of, measures_of
from orgcli.model.findings.finding import Place
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import Position
from orgcli.model.organisation.position_choice import UnknownPosition, position_called
from orgcli.model.organisation.reporting_lines import UNKNOWN
from orgcli.model.organisation.snapshot import snapshot
from orgcli.model.source.line_history import LineHistory

_NO_TITLES = Titles({})


@dataclass(frozen=True, slots=True)
class NamedPosition:
    """A position with its title, and how many seats report to it directly."""

    position: Position
    title: str
    reports: int = 0


@dataclass(frozen=True, slots=True)
class PositionLink:
    """A dotted line: the position on its other end, which may be missing, and its purpose."""

    id: str
    other: NamedPosition | None
    purpose: str | None


@dataclass(frozen=True, slots=True)
class PositionDetails:
    """The details of a position.

    organisation  the name of its organisation
    department    the name of its department
    line          who it reports to, from its manager up to the top
    ringed        whether that line comes back to where it was
    unknown       the id of a manager on that line who is missing
    reports       those that report to it directly, in file order
    dotted_to     its dotted lines; dotted_from, those that lead to it
    below         the figures of all below it, itself not counted
    layers        how many layers there are below it
    first, last   the first and the last line of its entry
    history       None where there is no repository, or the file is not one of text
    """

    organisation: str | None
    position: Position
    title: str
    department: str | None
    place: Place
    line: Sequence[NamedPosition]
    ringed: bool
    unknown: str | None
    reports: Sequence[NamedPosition]
    dotted_to: Sequence[PositionLink]
    dotted_from: Sequence[PositionLink]
    below: SeatFigures
    layers: int
    first: int
    last: int
    history: LineHistory | None = None


def position_details(
    organisation: Organisation, word: str, titles: Titles = _NO_TITLES
) -> PositionDetails:
    """The details of the position that a word means: an id, a holder or a title.

    titles  what roles are called; its history is not looked at
    Closed positions are left out, unless the word means one of them.
    Raises UnknownPosition where no position is called so, or several are.
    """
    present = snapshot(organisation).organisation
    try:
        at = position_called(word, present, organisation, titles)
    except UnknownPosition:
        present = organisation
        at = position_called(word, present, organisation, titles)
    return _Details(present, titles).of(at)


class _Details:
    """The positions of an organisation, looked at from one of them."""

    def __init__(self, organisation: Organisation, titles: Titles) -> None:
        self._organisation, self._titles = organisation, titles
        self._positions, self._lines = organisation.positions, organisation.lines
        self._measures = measures_of(organisation, {})

    def of(self, at: int) -> PositionDetails:
        """All of it."""
        position = self._positions[at]
        line, is_ring = self._line(at)
        last = line[-1] if line else at
        is_unknown = self._lines.manager[last] == UNKNOWN
        (tree,) = self._lines.subtrees([at])
        below = sorted(tree - {at})
        depth = (
            max((self._lines.layer[lower] for lower in below), default=0) - self._lines.layer[at]
        )
        reports = (lower for lower in below if self._lines.manager[lower] == at)
        return PositionDetails(
            self._organisation.name,
            position,
            self._titles.of(position),
            DepartmentNames(self._organisation.departments).name(position.department),
            self._organisation.place(at, "id"),
            [self._named(above) for above in line],
            is_ring,
            self._positions[last].reports_to if is_unknown else None,
            [self._named(report) for report in reports],
            [
                self._link(dotted_line.to, dotted_line.purpose)
                for dotted_line in position.dotted_lines
            ],
            self._dotted_from(position.id),
            figures_of(self._measures, below),
            max(0, depth),
            *self._written(at),
        )

    def _line(self, at: int) -> tuple[list[int], bool]:
        """The positions above another one, nearest first, and whether the line is a ring."""
        line: list[int] = []
        seen = {at}
        above = self._lines.manager[at]
        while above >= 0 and above not in seen:
            seen.add(above)
            line.append(above)
            above = self._lines.manager[above]
        return line, above >= 0

    def _named(self, at: int) -> NamedPosition:
        position = self._positions[at]
        return NamedPosition(position, self._titles.of(position), self._measures.spans[at])

    def _link(self, id: str, purpose: str | None) -> PositionLink:
        at = self._lines.index.get(id)
        return PositionLink(id, None if at is None else self._named(at), purpose)

    def _dotted_from(self, id: str) -> list[PositionLink]:
        return [
            self._link(position.id, line.purpose)
            for position in self._positions
            for line in position.dotted_lines
            if line.to == id
        ]

    def _written(self, at: int) -> tuple[int, int]:
        """The first and the last line in the file where something of a position is written."""
        place = self._organisation.place
        lines = [place(at).line, *(place(at, field.name).line for field in fields(Position))]
        return min(lines), max(lines)
