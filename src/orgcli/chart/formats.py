"""Chart formats: a name, the endings of its files, and the function that gives its bytes."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from orgcli.chart.chart import Chart
from orgcli.chart.dot import Sheet
from orgcli.chart.engine import render

PNG_DPI = 144
"""Two pixels to a point: lines fall on whole pixels, and names read well when zoomed in."""
_LOWEST_PNG_DPI = 72
_MOST_PIXELS = 32_767
"""Cairo's limit for each side; beyond it Graphviz scales the picture without an error."""
_MOST_PNG_AREA = 250_000_000
"""Pixels; a gigabyte in memory while drawing."""
_LARGEST_PDF = 14_400
"""Points; what PDF readers accept as a page (200 inches)."""
_SMALLEST_PDF_SCALE = 0.1
_MOST_STARS = 100_000_000
"""Signs of depth in a WBS; a chain of 14,000 has so many."""
_CREATED = re.compile(rb"/CreationDate \(D:[^)]*\)")


class TooLarge(Exception):
    """The chart does not fit the format; `help` says which does."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.help = help


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart in one format: its bytes, its page in points, and what its reader should know.

    width and height are 0 where the format is text, which has no page.
    """

    data: bytes
    width: int
    height: int
    positions: int
    notes: tuple[str, ...] = ()


def _dot(chart: Chart, _engine: str) -> Drawing:
    sheet = chart.sheet
    return _drawing(sheet, sheet.dot(tooltips=True).encode())


def _svg(chart: Chart, engine: str) -> Drawing:
    from orgcli.chart.svg import for_people

    sheet = chart.sheet
    drawn = render(sheet.dot(), "svg", engine).decode()
    return _drawing(sheet, for_people(drawn, sheet.title, sheet.words).encode())


def _png(chart: Chart, engine: str) -> Drawing:
    """As many pixels to the point as fit: 144 dpi, for large charts down to 72."""
    sheet = chart.sheet
    side = max(sheet.width, sheet.height) / 72
    area = sheet.width * sheet.height / 72**2
    dpi = min(PNG_DPI, int(_MOST_PIXELS / side), int((_MOST_PNG_AREA / area) ** 0.5))
    if dpi < _LOWEST_PNG_DPI:
        raise TooLarge(
            f"this chart is {sheet.width} x {sheet.height} pt, too large for a PNG",
            "write svg, which has no limit",
        )
    notes = () if dpi == PNG_DPI else (f"drawn at {dpi} dpi to stay within the limits of PNG",)
    return _drawing(sheet, render(sheet.dot(f"dpi={dpi}"), "png", engine), notes)


def _pdf(chart: Chart, engine: str) -> Drawing:
    """One page; beyond the largest page of PDF the whole chart is made smaller."""
    sheet = chart.sheet
    scale = min(1.0, _LARGEST_PDF / max(sheet.width, sheet.height))
    if scale < _SMALLEST_PDF_SCALE:
        raise TooLarge(
            f"this chart is {sheet.width} x {sheet.height} pt, too large for one PDF page",
            "write svg, which has no limit",
        )
    fitted = scale < 1
    size = f'size="{_LARGEST_PDF / 72:g},{_LARGEST_PDF / 72:g}"' if fitted else ""
    data = _undated(render(sheet.dot(size), "pdf", engine))
    if not fitted:
        return _drawing(sheet, data)
    note = f"made {scale:.0%} of its size to fit the largest PDF page; svg has no limit"
    return Drawing(
        data, round(sheet.width * scale), round(sheet.height * scale), len(sheet.cards), (note,)
    )


def _undated(pdf: bytes) -> bytes:
    """The same chart gives the same bytes; spaces keep the offsets in the file right."""
    start = pdf.rfind(b"/Producer")
    return pdf[:start] + _CREATED.sub(lambda found: b" " * len(found.group()), pdf[start:])


def _drawing(sheet: Sheet, data: bytes, notes: tuple[str, ...] = ()) -> Drawing:
    return Drawing(data, sheet.width, sheet.height, len(sheet.cards), notes)


def _mermaid(chart: Chart, _engine: str) -> Drawing:
    from orgcli.chart.mermaid import beyond_usual, mermaid

    text = mermaid(chart.deck)
    return _text(chart, text, beyond_usual(chart.deck, text))


def _plantuml(chart: Chart, _engine: str) -> Drawing:
    from orgcli.chart.plantuml import plantuml, stars

    if stars(chart.deck) > _MOST_STARS:
        raise TooLarge(
            "the reporting lines are too deep for PlantUML, which spells out each layer",
            "write mermaid, which has no limit",
        )
    return _text(chart, plantuml(chart.deck))


def _drawio(chart: Chart, _engine: str) -> Drawing:
    from orgcli.chart.drawio import drawio

    return _text(chart, drawio(chart.deck))


def _tree(chart: Chart, _engine: str) -> Drawing:
    from orgcli.chart.branches import branches

    return _text(chart, branches(chart.deck, chart.width, chart.color))


def _txt(chart: Chart, _engine: str) -> Drawing:
    from orgcli.chart.branches import branches

    return _text(chart, branches(chart.deck))


def _text(chart: Chart, text: str, notes: tuple[str, ...] = ()) -> Drawing:
    return Drawing(text.encode(), 0, 0, len(chart.deck.cards), notes)


FORMATS: Mapping[str, Callable[[Chart, str], Drawing]] = MappingProxyType(
    {
        "svg": _svg,
        "png": _png,
        "pdf": _pdf,
        "dot": _dot,
        "mermaid": _mermaid,
        "plantuml": _plantuml,
        "drawio": _drawio,
        "tree": _tree,
        "txt": _txt,
    }
)
"""By name; the function takes the chart and a key of ENGINES."""

ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        ".svg": "svg",
        ".png": "png",
        ".pdf": "pdf",
        ".dot": "dot",
        ".gv": "dot",
        ".mmd": "mermaid",
        ".puml": "plantuml",
        ".drawio.csv": "drawio",
        ".txt": "txt",
    }
)
"""Which format the ending of a file asks for; the first of a format is the one it gets."""
