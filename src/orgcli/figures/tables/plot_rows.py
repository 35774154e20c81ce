"""What the plots show: rows of labelled amounts, each of parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isinf

from orgcli.figures.figures import BANDS, OrganisationFigures
from orgcli.figures.report import FigureReport
from orgcli.figures.tables.phrases import FigurePhrases


@dataclass(frozen=True, slots=True)
class PlotRow:
    """A bar: what it is of, and its parts from the axis outwards."""

    label: str
    parts: Sequence[int]


@dataclass(frozen=True, slots=True)
class PlotRows:
    """A plot.

    kind     span, layers, open or pyramid
    parts    what the parts of all bars are, in their order
    phrases  more about it
    centred  whether bars stand in the middle, one below the other, and not at an axis
    """

    kind: str
    title: str
    parts: Sequence[str]
    rows: Sequence[PlotRow]
    phrases: Sequence[str] = ()
    centred: bool = False

    @property
    def largest(self) -> int:
        """The length of the longest bar, at least 1."""
        return max((sum(row.parts) for row in self.rows), default=0) or 1


def plots_with_rows(
    organisation: OrganisationFigures, report: FigureReport, say: FigurePhrases
) -> Iterator[PlotRows]:
    """The requested plots of an organisation, without those that have no bars."""
    for kind in report.plots:
        plot = _PLOTS[kind](organisation, report, say)
        if plot.rows:
            yield plot


def _spans(organisation: OrganisationFigures, report: FigureReport, say: FigurePhrases) -> PlotRows:
    """The managers by their direct reports, without the empty bands at the end."""
    words, bands = say.words, organisation.spans.bands
    last = max((at for at, count in enumerate(bands) if count), default=-1)
    pairs = zip(_band_names()[: last + 1], bands, strict=False)
    rows = [PlotRow(name, (count,)) for name, count in pairs]
    parts, phrases = (words.managers_axis,), say.spans(organisation)
    return PlotRows("span", words.span_of_control, parts, rows, phrases)


def _layers(
    organisation: OrganisationFigures, report: FigureReport, say: FigurePhrases
) -> PlotRows:
    columns = say.words.columns
    rows = [
        PlotRow(str(number), (layer.filled, layer.open, layer.planned))
        for number, layer in enumerate(organisation.layers.layers, start=1)
    ]
    parts = (columns["filled"], columns["open"], columns["planned"])
    return PlotRows("layers", say.words.layers_plot, parts, rows)


def _open(organisation: OrganisationFigures, report: FigureReport, say: FigurePhrases) -> PlotRows:
    """The groups with seats that nobody holds, the most first; without groups, the whole."""
    columns = say.words.columns
    labelled = [
        (", ".join(say.key(by, key) for by, key in zip(report.by, group.keys, strict=True)),
         group.figures)
        for group in organisation.groups
    ] or [(say.words.total, organisation.total)]  # fmt: skip
    rows = [
        PlotRow(name, (figures.open, figures.planned))
        for name, figures in labelled
        if figures.open or figures.planned
    ]
    rows.sort(key=lambda row: -sum(row.parts))
    return PlotRows("open", say.words.open_plot, (columns["open"], columns["planned"]), rows)


def _pyramid(
    organisation: OrganisationFigures, report: FigureReport, say: FigurePhrases
) -> PlotRows:
    """Managers and others of each layer, from the top down."""
    words = say.words
    rows = [
        PlotRow(str(number), (layer.managers, layer.seats - layer.managers))
        for number, layer in enumerate(organisation.layers.layers, start=1)
    ]
    parts = (words.columns["managers"], words.others_part)
    return PlotRows("pyramid", words.pyramid_plot, parts, rows, centred=True)


def _band_names() -> list[str]:
    """What the bands of direct reports are called: 1, 2, 3–5 and so on."""
    return [
        str(least) if least == most else f"{least}+" if isinf(most) else f"{least}–{int(most)}"
        for least, most in BANDS
    ]


_PLOTS = {"span": _spans, "layers": _layers, "open": _open, "pyramid": _pyramid}
"""What draws each of `PLOTS`."""
