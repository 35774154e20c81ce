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
"""How many managers and tops are listed, unless more are asked for."""


@dataclass(frozen=True, slots=True)
class FigureReport:
    """All that is written.

    before   the earlier state of each organisation, in the same order, by the name of the state;
             None for one that is not there; empty where nothing is compared
    sides    what the earlier and the later state are called, where two are compared
    by       what positions are grouped by, as it was asked for
    plots    which plots are drawn
    top      how many managers, tops and groups are listed at most; None: MOST_LISTED of managers
             and tops, and all groups
    over     managers with more direct reports than this are listed, all of them
    defines  whether it is said what the figures mean
    yardsticks  published figures, where they are to be set beside these
    overview  whether all there is to see is shown, and not only the tables that were asked for
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
        """The earlier state of an organisation, if two are compared and it is there."""
        return self.before[at] if self.before else None
