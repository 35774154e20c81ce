"""What figures are written from: the numbers, what is shown of them, and the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from orgcli.figures.figures import OrganisationFigures
from orgcli.language.figures.en import WORDS
from orgcli.language.figures.words import FigureWords

if TYPE_CHECKING:  # most reports have none
    from orgcli.model.roles.yardsticks import Yardsticks

PLOTS = ("span", "layers", "open", "pyramid")
"""The plots there are, in the order in which they are shown."""
MOST_LISTED = 5
"""How many managers and tops are listed, unless the request has another number."""


@dataclass(frozen=True, slots=True)
class FigureReport:
    """All that is written.

    before   the earlier state of each organisation, in the same order, by the name of the state;
             None for a missing one; empty where nothing is compared
    sides    what the earlier and the later state are called, where two are compared
    by       what positions are grouped by, as the request has it
    plots    which plots are drawn
    top      how many managers, tops and groups are listed at most; None: MOST_LISTED of managers
             and tops, and all groups
    over     managers with more direct reports than this are listed, all of them
    defines  whether definitions of the figures are written
    yardsticks  published figures, where they are to be set beside these
    overview  whether everything is shown, and not only the requested tables
    """

    organisations: Sequence[OrganisationFigures]
    words: FigureWords = field(default=WORDS)
    before: Sequence[OrganisationFigures | None] = ()
    sides: tuple[str, str] = ("", "")
    by: tuple[str, ...] = ()
    plots: Sequence[str] = ("span",)
    top: int | None = None
    over: int | None = None
    defines: bool = False
    yardsticks: Yardsticks | None = None
    overview: bool = True

    def earlier(self, at: int) -> OrganisationFigures | None:
        """The earlier state of an organisation, if two are compared and it exists."""
        return self.before[at] if self.before else None
