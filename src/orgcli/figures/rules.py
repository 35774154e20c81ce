"""What is counted of an organisation: which of its positions, in which groups, which sums."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from orgcli.figures.figures import SortBy
from orgcli.model.organisation.organisation import Titles


@dataclass(frozen=True, slots=True)
class FigureRules:
    """How an organisation is counted.

    by              what positions are grouped by: a word of GROUPINGS, another field, or the
                    heading of an attribute; two are crossed
    subdepartments  whether a department is counted with the departments that are parts of it
    root            the position below which is counted, by id, holder or title
    day             the day on which is counted; None looks at no date
    sums            headings of attributes that are added up
    sort            the order of groups; None is the largest first, or that of numbers
    titles          what roles are called
    levels          the level of roles, for positions that have none of their own
    """

    by: tuple[str, ...] = ()
    subdepartments: bool = False
    root: str | None = None
    day: date | None = None
    sums: tuple[str, ...] = ()
    sort: SortBy | None = None
    titles: Titles = field(default_factory=lambda: Titles({}))
    levels: Mapping[str, int] = field(default_factory=dict)


USUAL_RULES = FigureRules()
