"""The request for a chart: which positions are drawn, how they look, and on which page."""

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Annotated, ClassVar, Literal

from orgcli.model.organisation.color import color_of
from orgcli.model.request.day import date_of, day_named
from orgcli.model.request.flag import Flag
from orgcli.model.source.marks import Before, Exact, Finite, Within, WrongValue
from orgcli.model.source.scalar import Text
from orgcli.model.strict import IN_TOML

NAME_AND_TITLE = ("name", "title")
ORIENTATIONS = ("auto", "portrait", "landscape")
DOTTED = ("lines", "chips", "none")
DENSITY = {
    "compact": "rows of one panel",
    "names": "rows with one line each",
    "cards": "cards",
}
"""The words for teams -> how three and more reports stand to whom nobody reports."""
PHOTOS = ("circle", "square", "none")
SORT = {
    "file": "the order of the file",
    "name": "by name",
    "size": "by seats below, the most first",
    "layer": "by layers below, the most first",
}
"""The words for the order of reports -> what they stand for."""


def _listed(value: object) -> object:
    """One text alone stands for several."""
    return (value,) if isinstance(value, str) else value


def _day(value: object) -> object:
    """A day that is written in TOML; a number, which Pydantic takes for a moment, is none."""
    day = day_named(value)
    if day is None:
        raise WrongValue("day", "expected a date as YYYY-MM-DD, or `today`")
    return day


_Truth = Annotated[bool, Exact()]
_Count = Annotated[int, Exact(), Within(0)]
_Number = Annotated[float, Exact(), Within(above=0), Finite()]
_LEAST_NAME = 7.0
"""Points in which names can be read on paper."""
_Resolution = Annotated[int, Exact(), Within(36, 1200)]
_Words = Annotated[tuple[str, ...], Before(_listed)]


_Day = Annotated[date | Literal["today"], Before(_day)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartStyle:
    """How charts are drawn; the flags of `orgcli chart` win.

    The table `[chart]` of the configuration, and the flags of these names. A new one is a line
    here and what it does; the flag, its help, its completion and its check, the key of `[chart]`
    and the schema of the configuration follow from the line. Nothing is judged where one is made:
    `chart.request_checks.judged` does, and Pydantic for what the configuration says.
    """

    __pydantic_config__: ClassVar = IN_TOML

    format: Annotated[
        Text | None,
        Flag(
            "Output format: {choices}.",
            "FORMAT",
            short="-f",
            choices="orgcli.chart.formats:FORMATS",
        ),
    ] = None
    """Where neither -f nor the ending of -o says one."""
    page: Annotated[
        Text | None,
        Flag(
            "Page size: a4, a3, letter, tabloid, 16:9, WIDTHxHEIGHTmm or none.",
            "PAGE",
            choices="orgcli.chart.paper.page_sizes:NAMES",
            open=True,
            suits="paged",
        ),
    ] = None
    """a4, a3, letter, tabloid, 16:9, WIDTHxHEIGHTmm, or none."""
    orientation: Annotated[
        Text,
        Flag(
            "Page orientation: {choices}.", "HOW", choices=f"{__name__}:ORIENTATIONS", suits="paged"
        ),
    ] = "auto"
    """How the page is turned."""
    min_font: Annotated[
        _Number | None,
        Flag(
            "Smallest size of names on one page; below it, make a book."
            "  [default: 7, on slides 12]",
            "PT",
            suits="paged",
        ),
    ] = None
    """The least size of names on a page, in points; a book begins below it."""
    top_layers: Annotated[
        _Count,
        Flag(
            "Number of top layers whose reports are placed side by side.  [default: 1]",
            "N",
            minimum=0,
            suits="laid_out",
        ),
    ] = 1
    """Layers from the top whose reports stand side by side in any case."""
    leaves_first: Annotated[
        _Truth,
        Flag("Place reports without own reports first.", negatable=True, suits="laid_out"),
    ] = False
    """Whether reports who have none of their own stand first."""
    dotted: Annotated[
        Text,
        Flag(
            "Show dotted lines as lines, as chips (text on cards), or none.",
            "HOW",
            choices=f"{__name__}:DOTTED",
            suits="paged",
        ),
    ] = "lines"
    """How dotted lines are shown."""
    index: Annotated[
        _Truth,
        Flag("Add an index of names to a book.", negatable=True, suits="paged"),
    ] = True
    """Whether a book has an index of names at its end."""
    dpi: Annotated[
        _Resolution | None,
        Flag(
            "Resolution of a PNG, in pixels per inch.",
            "N",
            minimum=36,
            maximum=1200,
            suits="pixels",
        ),
    ] = None
    """Resolution of a PNG, in pixels per inch."""
    color_by: Annotated[
        Text, Flag("Colour by {choices}.", "WHAT", choices="orgcli.chart.deck.coloring:COLOR_BY")
    ] = "department"
    """What the stripes and the legend stand for."""
    brand: Annotated[
        Text | None,
        Flag('Colour of your own, as "#0a5cff": first of the groups, and at the top.', "COLOR"),
    ] = None
    """A colour, in quotes, for the top, the title and the first group: "#0a5cff"."""
    logo: Annotated[
        Text | None,
        Flag("Image file (PNG, JPEG, WebP ...) for the top right.", "FILE", suits="photos"),
    ] = None
    """An image file that stands at the top right; in a configuration, its path from there."""
    photos: Annotated[
        Text, Flag("Photos: {choices}.", "HOW", choices=f"{__name__}:PHOTOS", suits="photos")
    ] = "circle"
    """How photos are shown."""
    density: Annotated[
        Text,
        Flag(
            "Teams of three and more as {choices}.",
            "HOW",
            choices=f"{__name__}:DENSITY",
            suits="laid_out",
        ),
    ] = "compact"
    """How three and more reports stand to whom nobody reports: compact or names, as rows of one
    panel; or cards."""
    sort: Annotated[
        Text,
        Flag("Order of reports of one manager: {choices}.", "HOW", choices=f"{__name__}:SORT"),
    ] = "file"
    """The order of reports: file; name; size or layer, by the seats or the layers below them."""
    fields: Annotated[
        _Words,
        Flag(
            "Lines of a card, such as name,title; without name, no holders are shown.",
            "F,F,...",
            choices="orgcli.chart.deck.card_fields:FIELDS",
            separator=",",
        ),
    ] = NAME_AND_TITLE
    """The lines of a card, in order, the first in bold."""
    theme: Annotated[
        Text,
        Flag(
            "Theme: {choices}.",
            "THEME",
            choices="orgcli.chart.paper.themes:THEMES",
            suits="laid_out",
        ),
    ] = "light"
    """The colours of a chart."""
    as_of: Annotated[
        _Day | None,
        Flag("Draw the organisation on DATE, or today, by start and end.", "DATE"),
    ] = None
    """The day on which the organisation is drawn, as 2027-01-01 or today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRequest(ChartStyle):
    """One chart as it is wanted: its style, and what belongs to one chart alone."""

    root: Annotated[
        str | None, Flag("Draw only this position (id, holder or title) and all below it.", "NAME")
    ] = None
    """The position at the top: its id, its holder or its title."""
    depth: Annotated[_Count | None, Flag("Draw only N layers below the top.", "N", minimum=0)] = (
        None
    )
    """How many layers below the top are drawn; 0 for the top alone."""
    chain: Annotated[
        str | None, Flag("Highlight the reporting line from this position to the top.", "NAME")
    ] = None
    """A position, named like the root, whose line to the top stands out; depth does not cut it."""
    filter: Annotated[
        _Words,
        Flag(
            "Draw only positions that fit, and their managers in grey: department=Sales or "
            "status!=open. Repeatable.",
            "FIELD=VALUE",
            complete="orgcli.chart.deck.position_filter:completions",
        ),
    ] = ()
    """Conditions that all hold for the positions drawn, such as `status!=open`."""
    highlight: Annotated[
        _Words,
        Flag(
            "Dim all but open positions, those that fit FIELD=VALUE, or one position. Repeatable.",
            "WHAT",
            complete="orgcli.chart.deck.emphasis:completions",
            suits="laid_out",
        ),
    ] = ()
    """What stands out, any of it: a status, a condition as for filter, or a position's name."""
    show_closed: Annotated[_Truth, Flag("Also draw closed positions, in grey.")] = False
    """Whether closed positions are drawn."""
    title: Annotated[str | None, Flag("Title above the chart.", "TEXT")] = None
    """The title above the chart; the name of the organisation where it is not set."""
    book: Annotated[
        _Truth | None,
        Flag("Always or never make several pages; default: if necessary.", negatable=True),
    ] = None
    """Several pages in any case, or never; as needed where it is not set."""
    separate_pages: bool = False
    """Whether each page becomes a file of its own."""
    engine: Annotated[
        str,
        Flag(
            "Graphviz to use: bundled, or system for the installed one.",
            "ENGINE",
            choices="orgcli.chart.graphviz.engine:ENGINES",
        ),
    ] = "bundled"
    """Which Graphviz renders; the layout does not depend on it."""
    language: str = "en"
    """The tag of the language of the chart's own words; titles are as they are given."""

    @property
    def all_fields(self) -> bool:
        """Whether nobody chose the lines of cards, so that details may say everything.

        Asking for the usual lines is a choice too: nothing else is to be in the file then.
        """
        return self.fields is NAME_AND_TITLE

    @property
    def least_name(self) -> float:
        """The least size of names on a page, in points."""
        return _LEAST_NAME if self.min_font is None else self.min_font

    @property
    def day(self) -> date | None:
        """The date on which the organisation is drawn, if any."""
        return date_of(self.as_of)


USUAL = ChartRequest()


def settled(request: ChartRequest) -> ChartRequest:
    """The request as it is drawn: each line of a card once, and today as the date that it is."""
    lines = (request.fields,) if isinstance(request.fields, str) else request.fields
    unique = lines if request.all_fields else tuple(dict.fromkeys(lines)) or NAME_AND_TITLE
    conditions = (request.filter,) if isinstance(request.filter, str) else tuple(request.filter)
    marked = request.highlight
    highlight = (marked,) if isinstance(marked, str) else tuple(marked)
    day, size = date_of(day_named(request.as_of)), request.min_font
    return replace(
        request,
        fields=unique,
        filter=conditions,
        highlight=highlight,
        as_of=day,
        min_font=size if size is None else float(size),
        brand=color_of(request.brand) if request.brand else request.brand,
    )


def stated(style: ChartStyle) -> frozenset[str]:
    """The names of the fields of a style, or of a request, that are not as usual."""
    names = (field.name for field in fields(style))
    return frozenset(name for name in names if getattr(style, name) != getattr(USUAL, name))
