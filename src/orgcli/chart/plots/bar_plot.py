"""Draws one plot as shapes of SVG: labels, bars of parts, and numbers behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from orgcli.chart.color.palette import PALETTE
from orgcli.chart.paper.text_width import BOLD, REGULAR, Weight, cut, width
from orgcli.chart.paper.themes import LIGHT, Theme, tint
from orgcli.figures.tables.plot_rows import PlotRow, PlotRows
from orgcli.render.html import Html

_TITLE, _TEXT, _SMALL = 13.0, 10.0, 9.0
"""Sizes of letters, in points."""
_ROW, _BAR, _CORNER = 20.0, 13.0, 3.0
_LABEL, _NUMBER, _GAP = 170.0, 80.0, 14.0
_HEAD, _KEY = 26.0, 18.0
"""Heights of a title and of the line that says what the parts are."""
_SWATCH = 9.0

_TEXT_SHAPE = Html('<text x="{x}" y="{y}" font-size="{size}" fill="{color}"{weight}>{text}</text>')
_BOX = Html(
    '<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{corner}" fill="{fill}"'
    ' stroke="{edge}" stroke-width="1"{dashes}/>'
)
_ROW_GROUP = Html("<g><title>{title}</title>{shapes}</g>")


@dataclass(frozen=True, slots=True)
class PartLook:
    """How a part of a bar is filled and edged."""

    fill: str
    edge: str
    dashes: str = ""


@dataclass(frozen=True, slots=True)
class PlotShapes:
    """A plot as shapes of SVG from the top left corner, and how high it is in points."""

    shapes: Html
    height: float


def bar_plot(
    plot: PlotRows,
    points: float,
    count: Callable[[int], str],
    theme: Theme = LIGHT,
) -> PlotShapes:
    """A plot of a width in points.

    count  writes a number
    """
    return _BarPlot(plot, points, count, theme).draw()


def looks(plot: PlotRows, theme: Theme) -> tuple[PartLook, ...]:
    """The look of each part: vacancies are empty with broken edges, as they are in charts."""
    full = PartLook(theme.stripe(PALETTE[0]), theme.stripe(PALETTE[0]))
    faint = tint(PALETTE[0], theme)
    vacant = PartLook(theme.card, theme.vacancy_edge, "3.5 2.5")
    planned = PartLook(theme.card, theme.vacancy_edge, "1 2.5")
    if plot.kind == "pyramid":
        return full, PartLook(faint, theme.stripe(PALETTE[0]))
    return (vacant, planned) if plot.kind == "open" else (full, vacant, planned)


def text_shape(
    text: str,
    x: float,
    y: float,
    size: float,
    color: str,
    face: Weight = REGULAR,
) -> Html:
    """A line of text with its base line at y."""
    return _TEXT_SHAPE.format(
        x=_number(x),
        y=_number(y),
        size=_number(size),
        color=color,
        weight=Html(' font-weight="bold"') if face is BOLD else "",
        text=text,
    )


class _BarPlot:
    """One plot while it is drawn."""

    def __init__(
        self, plot: PlotRows, points: float, count: Callable[[int], str], theme: Theme
    ) -> None:
        self._plot, self._points, self._count, self._theme = plot, points, count, theme
        widest = max((width(row.label, _TEXT, REGULAR) for row in plot.rows), default=0)
        self._label = min(_LABEL, widest)
        self._left = self._label + _GAP
        self._room = points - self._left - _NUMBER
        self._looks = looks(plot, theme)

    def draw(self) -> PlotShapes:
        """Title, key and bars, one below the other."""
        theme, plot = self._theme, self._plot
        shapes = [text_shape(plot.title, 0, _TITLE, _TITLE, theme.ink, BOLD)]
        top = _HEAD
        if plot.phrases:
            text = cut(" · ".join(plot.phrases), self._points, _TEXT)
            shapes.append(text_shape(text, 0, top + 3, _TEXT, theme.quiet))
            top += _KEY
        if len(plot.parts) > 1:
            shapes += self._key(top)
            top += _KEY
        for number, row in enumerate(plot.rows):
            shapes.append(self._row(row, top + number * _ROW))
        return PlotShapes(Html("\n").join(shapes), top + len(plot.rows) * _ROW)

    def _key(self, top: float) -> Iterator[Html]:
        """What the parts of the bars are."""
        x = 0.0
        for look, name in zip(self._looks, self._plot.parts, strict=False):
            yield _box(x, top, _SWATCH, _SWATCH, look, 2)
            yield text_shape(name, x + _SWATCH + 4, top + 8, _SMALL, self._theme.quiet)
            x += _SWATCH + 4 + width(name, _SMALL, REGULAR) + 2 * _GAP

    def _row(self, row: PlotRow, top: float) -> Html:
        """A label, a bar, and the numbers of its parts."""
        theme = self._theme
        base = top + _BAR - 3
        label = cut(row.label, self._label, _TEXT)
        shapes = [text_shape(label, 0, base, _TEXT, theme.ink)]
        lengths = [part * self._room / self._plot.largest for part in row.parts]
        x = self._left + ((self._room - sum(lengths)) / 2 if self._plot.centred else 0)
        for length, look in zip(lengths, self._looks, strict=False):
            if length:
                shapes.append(_box(x + 0.5, top, max(1, length - 1), _BAR, look, _CORNER))
            x += length
        numbers = self._numbers(row)
        shapes.append(text_shape(numbers, x + 6, base, _TEXT, theme.quiet))
        description = ", ".join(
            f"{name} {self._count(part)}"
            for name, part in zip(self._plot.parts, row.parts, strict=True)
        )
        return _ROW_GROUP.format(title=f"{row.label}: {description}", shapes=Html("").join(shapes))

    def _numbers(self, row: PlotRow) -> str:
        if not any(row.parts[1:]):
            return self._count(row.parts[0])
        return " + ".join(map(self._count, row.parts))


def _box(x: float, y: float, length: float, height: float, look: PartLook, corner: float) -> Html:
    return _BOX.format(
        x=_number(x),
        y=_number(y + 0.5),
        width=_number(length),
        height=_number(height - 1),
        corner=_number(min(corner, length / 2)),
        fill=look.fill,
        edge=look.edge,
        dashes=Html(' stroke-dasharray="{}"').format(look.dashes) if look.dashes else "",
    )


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
