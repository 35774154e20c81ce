"""Chart formats: a name, the endings of its files, and the function that gives its bytes."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from orgcli.chart.chart import Chart
from orgcli.chart.drawing import Drawing, TooLarge
from orgcli.chart.graphviz.engine import without_font
from orgcli.chart.graphviz.fonts import lacking
from orgcli.chart.graphviz.page_rendering import pdf_of, png_of, svg_of

_MOST_STARS = 100_000_000
"""Signs of depth in a WBS; a chain of 14,000 has so many."""


def _dot(chart: Chart, _engine: str) -> Drawing:
    return _drawing(chart, chart.sheet.dot().encode())


def _svg(chart: Chart, engine: str) -> Drawing:
    return _drawing(chart, svg_of(chart.sheet, engine, chart.deck.words))


def _png(chart: Chart, engine: str) -> Drawing:
    data, notes = png_of(chart.sheet, engine, chart.paper.dpi)
    return _drawing(chart, data, (*notes, *_boxes(chart)))


def _pdf(chart: Chart, engine: str) -> Drawing:
    """One page, or a book of several."""
    if chart.book:
        from orgcli.chart.book.book_files import as_pdf

        return as_pdf(chart.book, chart, engine)
    data, scale = pdf_of(chart.sheet, engine)
    made = _drawing(chart, data, _boxes(chart), "leave out --no-book for several pages")
    if scale == 1:
        return made
    note = f"made {scale:.0%} of its size to fit the largest PDF page; svg has no limit"
    return replace(
        made,
        width=round(made.width * scale),
        height=round(made.height * scale),
        notes=(note, *made.notes),
    )


def _boxes(chart: Chart) -> tuple[str, ...]:
    return lacking(without_font([chart.sheet.drawn()]))


def _drawing(
    chart: Chart,
    data: bytes,
    notes: tuple[str, ...] = (),
    cure: str = "pdf and --book-dir make several pages",
) -> Drawing:
    """A chart on one page, with a note where its names are too small to read, and what helps."""
    sheet, fitted = chart.sheet, chart.fitted
    size = fitted.name_size
    if fitted.page and size < chart.paper.min_font:
        said = f"names are {size:.1f} pt, too small to read on {fitted.page.name}"
        notes = (*notes, f"{said}: {cure}")
    page = fitted.page.called if fitted.page else ""
    return Drawing(
        data, sheet.width, sheet.height, len(sheet.cards), notes, page=page, names=(size, size)
    )


def _html(chart: Chart, _engine: str) -> Drawing:
    from orgcli.chart.web.page import html

    return _text(chart, html(chart))


def _mermaid(chart: Chart, _engine: str) -> Drawing:
    from orgcli.chart.text.mermaid import beyond_usual, mermaid

    text = mermaid(chart.deck)
    return _text(chart, text, beyond_usual(chart.deck, text))


def _plantuml(chart: Chart, _engine: str) -> Drawing:
    from orgcli.chart.text.plantuml import plantuml, stars

    if stars(chart.deck) > _MOST_STARS:
        raise TooLarge(
            "the reporting lines are too deep for PlantUML, which spells out each layer",
            "write mermaid, which has no limit",
        )
    return _text(chart, plantuml(chart.deck))


def _drawio(chart: Chart, _engine: str) -> Drawing:
    from orgcli.chart.text.drawio import drawio

    return _text(chart, drawio(chart.deck))


def _tree(chart: Chart, _engine: str) -> Drawing:
    from orgcli.chart.text.terminal_tree import branches

    return _text(chart, branches(chart.deck, chart.width, chart.color))


def _txt(chart: Chart, _engine: str) -> Drawing:
    from orgcli.chart.text.terminal_tree import branches

    return _text(chart, branches(chart.deck))


def _text(chart: Chart, text: str, notes: tuple[str, ...] = ()) -> Drawing:
    return Drawing(text.encode(), 0, 0, len(chart.deck.cards), notes)


FORMATS: Mapping[str, Callable[[Chart, str], Drawing]] = MappingProxyType(
    {
        "svg": _svg,
        "png": _png,
        "pdf": _pdf,
        "html": _html,
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
        ".html": "html",
        ".htm": "html",
        ".dot": "dot",
        ".gv": "dot",
        ".mmd": "mermaid",
        ".puml": "plantuml",
        ".drawio.csv": "drawio",
        ".txt": "txt",
    }
)
"""Which format the ending of a file asks for; the first of a format is the one it gets."""
