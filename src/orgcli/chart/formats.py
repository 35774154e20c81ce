"""The formats of a chart: a row each, with the function that draws it and what it can hold."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from types import MappingProxyType
from typing import cast

from orgcli.chart.chart import Chart
from orgcli.chart.drawing import Drawing
from orgcli.chart.graphviz.sheet import PageFileName, Sheet
from orgcli.model.request.flag import loaded

Draw = Callable[[Chart], Drawing]
"""What every format is: a function from a chart to its bytes and notes."""
DrawPage = Callable[[Sheet, Chart, PageFileName], bytes]
"""One page of a book as a file of its own; links to other pages go by their names."""


@dataclass(frozen=True, slots=True)
class ChartFormat:
    """A row of FORMATS.

    draws       `module:function` of a Draw
    endings     of its files, the one it gets first; none where it is for the terminal
    page_draws  `module:function` of a DrawPage where each page may be a file of its own
    laid_out    whether cards have places, so that layers and themes mean something
    paged       whether it is drawn on a page
    book        whether a file holds several pages
    pixels      whether it has a resolution
    photos      whether photos are in it
    usual_page  the page it is on where none is named, if it is always on one
    mark        a pattern that stands near the beginning of each file; none where it is plain text
    """

    draws: str
    endings: tuple[str, ...] = ()
    page_draws: str = ""
    laid_out: bool = True
    paged: bool = False
    book: bool = False
    pixels: bool = False
    photos: bool = False
    usual_page: str = ""
    mark: bytes = b""

    def draw(self, chart: Chart) -> Drawing:
        """The chart in this format; the module of the format is imported now."""
        return cast(Draw, loaded(self.draws))(chart)

    def draw_page(self, sheet: Sheet, chart: Chart, name: PageFileName) -> bytes:
        """One page of a book in this format."""
        return cast(DrawPage, loaded(self.page_draws))(sheet, chart, name)


_PICTURES = "orgcli.chart.graphviz.pictures"
_PAGES = "orgcli.chart.graphviz.page_rendering"
_TEXT = "orgcli.chart.text"
FORMATS: Mapping[str, ChartFormat] = MappingProxyType(
    {
        "svg": ChartFormat(
            f"{_PICTURES}:svg",
            (".svg",),
            f"{_PAGES}:svg_of",
            paged=True,
            photos=True,
            mark=rb"<svg\b",
        ),
        "png": ChartFormat(
            f"{_PICTURES}:png",
            (".png",),
            f"{_PAGES}:png_of",
            paged=True,
            pixels=True,
            photos=True,
            mark=rb"\A\x89PNG",
        ),
        "pdf": ChartFormat(
            f"{_PICTURES}:pdf", (".pdf",), paged=True, book=True, photos=True, mark=rb"\A%PDF-"
        ),
        "pptx": ChartFormat(
            "orgcli.chart.slides.presentation:draw",
            (".pptx",),
            paged=True,
            book=True,
            photos=True,
            usual_page="16:9",
            mark=rb"\APK\x03\x04",
        ),
        "html": ChartFormat(
            "orgcli.chart.web.page:draw", (".html", ".htm"), photos=True, mark=rb"\A<!DOCTYPE html>"
        ),
        "dot": ChartFormat(
            f"{_PICTURES}:dot", (".dot", ".gv"), paged=True, mark=rb"\Adigraph orgchart "
        ),
        "mermaid": ChartFormat(
            f"{_TEXT}.mermaid:draw", (".mmd",), laid_out=False, mark=rb"(?m)^flowchart "
        ),
        "plantuml": ChartFormat(
            f"{_TEXT}.plantuml:draw", (".puml",), laid_out=False, mark=rb"\A@startwbs"
        ),
        "drawio": ChartFormat(
            f"{_TEXT}.drawio:draw", (".drawio.csv",), laid_out=False, mark=rb"(?m)^## draw\.io: "
        ),
        "tree": ChartFormat(f"{_TEXT}.terminal_tree:draw", laid_out=False),
        "txt": ChartFormat(f"{_TEXT}.terminal_tree:draw_plain", (".txt",), laid_out=False),
    }
)
"""By name, in the order of the help."""
USUAL_FORMAT = "svg"


def formats_with(quality: str) -> tuple[str, ...]:
    """The names of the formats that have a quality, a truth of ChartFormat such as `paged`."""
    return tuple(name for name, row in FORMATS.items() if getattr(row, quality))


def format_by_ending(path: str) -> str | None:
    """The format that the ending of a file names, the longest ending first; None for no format."""
    file = PurePath(path).name.lower()
    endings = [(ending, name) for name, row in FORMATS.items() for ending in row.endings]
    fitting = [(len(ending), name) for ending, name in endings if file.endswith(ending)]
    return max(fitting)[1] if fitting else None
