"""The shape of an organisation: spans of control, layers, and what stands below each top."""

from __future__ import annotations

from functools import partial
from math import ceil
from statistics import median

from orgcli.figures.figures import (
    BANDS,
    LayerFigures,
    ManagerSpan,
    SeatFigures,
    SpanFigures,
    TopFigures,
)
from orgcli.figures.tally import Measures, tally
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.reporting_lines import TOP, UNKNOWN


def span_figures(organisation: Organisation, measures: Measures, titles: Titles) -> SpanFigures:
    """The managers of an organisation with their spans of control."""
    positions, spans = organisation.positions, measures.spans
    managing = sorted((at for at, span in enumerate(spans) if span), key=lambda at: -spans[at])
    vacant = _vacant_reports(organisation, measures)
    managers = [
        ManagerSpan(
            positions[at],
            titles.of(positions[at]),
            partial(organisation.place, at, "id"),
            spans[at],
            *vacant.get(at, (0, 0)),
        )
        for at in managing
    ]
    numbers = [spans[at] for at in managing]
    bands = [sum(least <= number <= most for number in numbers) for least, most in BANDS]
    return SpanFigures(float(median(numbers)) if numbers else None, managers, bands)


def _vacant_reports(organisation: Organisation, measures: Measures) -> dict[int, tuple[int, int]]:
    """The managers with open or planned seats among their direct reports: how many of each."""
    vacant: dict[int, tuple[int, int]] = {}
    for at, state in measures.unfilled.items():
        above, seats = organisation.lines.manager[at], measures.seats[at]
        if above >= 0 and above != at:
            opened, planned = vacant.get(above, (0, 0))
            is_open = state == "open"
            vacant[above] = (opened + seats * is_open, planned + seats * (not is_open))
    return vacant


def layer_figures(
    organisation: Organisation, measures: Measures, total: SeatFigures
) -> LayerFigures:
    """The numbers of each layer, and the number of layers that is needed."""
    lines = organisation.lines
    layers = tally(measures, lines.layer, lines.layers + 1)
    ringed, *placed = layers
    managing = max(
        (number for number, layer in enumerate(placed, start=1) if layer.managers), default=0
    )
    tops = sum(
        seats for seats, layer in zip(measures.seats, lines.layer, strict=True) if layer == 1
    )
    needed = fewest_layers(total.seats - ringed.seats, tops, total.mean_span)
    unknown = sum(above == UNKNOWN for above in lines.manager)
    return LayerFigures(placed, managing, needed, ringed.seats, unknown)


def fewest_layers(seats: int, tops: int, span: float | None) -> int | None:
    """The fewest layers that hold so many seats, where each has as many reports as the mean span.

    tops  seats of the first layer
    None where there are no managers, or where everybody is at the top.
    """
    if span is None or tops < 1 or seats <= tops:
        return None
    if span <= 1:
        return ceil(seats / tops)
    layers, held, layer = 1, float(tops), float(tops)
    while held < seats - 1e-9:
        layer *= span
        held += layer
        layers += 1
    return layers


def top_figures(organisation: Organisation, titles: Titles) -> list[TopFigures]:
    """Each top with the seats and layers from it down, the largest first."""
    lines, positions = organisation.lines, organisation.positions
    seats: dict[int, int] = {}
    layers: dict[int, int] = {}
    root = list(range(len(positions)))
    for at in sorted(range(len(positions)), key=lines.layer.__getitem__):
        if lines.layer[at]:
            above = lines.manager[at]
            root[at] = top = root[above] if above > TOP else at
            seats[top] = seats.get(top, 0) + positions[at].headcount
            layers[top] = max(layers.get(top, 0), lines.layer[at])
    tops = [
        TopFigures(positions[top], titles.of(positions[top]), count, layers[top])
        for top, count in seats.items()
    ]
    return sorted(tops, key=lambda top: -top.seats)
