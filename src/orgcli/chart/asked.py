"""What somebody asks of a chart: which positions it shows, and how they look."""

from dataclasses import dataclass
from datetime import date

NAME_AND_TITLE = ("name", "title")


@dataclass(frozen=True, slots=True)
class Selection:
    """Which positions are drawn; by default all there are.

    root    the id of the position at the top, with all that is below it
    depth   how many layers below the top are drawn; 0 for the top alone
    chain   the id of a position whose line up to the top stands out; depth does not cut it
    day     the organisation as it is on that day
    closed  whether closed positions are drawn
    """

    root: str | None = None
    depth: int | None = None
    chain: str | None = None
    day: date | None = None
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Appearance:
    """How cards look.

    color_by  a key of COLOR_BY: what the stripes and the legend stand for
    fields    keys of FIELDS: the lines of a card, the first in bold; without `name` in them the
              holders are nowhere in the chart
    theme     a key of THEMES
    """

    color_by: str = "department"
    fields: tuple[str, ...] = NAME_AND_TITLE
    theme: str = "light"


EVERYTHING = Selection()
USUAL = Appearance()
