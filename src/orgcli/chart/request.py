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


@dataclass(frozen=True, slots=True)
class Paper:
    """What a chart is to be drawn on.

    page          as `--page` takes it: a word of PAGES, `297x420mm`, `none`; None is the usual one
                  of the format
    orientation   auto, portrait or landscape
    min_font      the size in points below which names on a page are too small to read
    top_layers    layers from the top whose reports stand side by side in any case
    leaves_first  whether reports who have none of their own stand before those who have
    book          several pages: as needed (None), in any case, or never
    dpi           of a PNG; None for as many as fit
    dotted        how dotted lines are shown, a word of DOTTED
    """

    page: str | None = None
    orientation: str = "auto"
    min_font: float = 7.0
    top_layers: int = 1
    leaves_first: bool = False
    book: bool | None = None
    dpi: int | None = None
    dotted: str = "lines"


ORIENTATIONS = ("auto", "portrait", "landscape")
DOTTED = ("lines", "chips", "none")
EVERYTHING = Selection()
USUAL = Appearance()
NO_PAPER = Paper()
