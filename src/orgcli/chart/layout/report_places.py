"""Where each report stands in the shape chosen for its manager, and the line to it."""

from collections.abc import Iterator, Sequence

from orgcli.chart.layout.panels import entry
from orgcli.chart.layout.rows import UnitRow, indent_of, reports_below_bus, spread
from orgcli.chart.layout.shape_choice import narrowest
from orgcli.chart.layout.shapes import ListItem, Shaper
from orgcli.chart.layout.tree import (
    BRANCH,
    DROP,
    INDENT,
    LIST_GAP,
    PANEL_GAP,
    STACKED,
    PlacedReport,
    Point,
    Shape,
    ShapeKind,
    split,
)

_Placed = tuple[PlacedReport, Shape]


def report_places(shaper: Shaper, card: int, shape: Shape) -> Iterator[_Placed]:
    """The reports of a card in one of its shapes, each with a shape of its own."""
    if shape.kind is ShapeKind.LIST:
        yield from _on_trunk(shaper, card, shaper.listed(card, shape.limit))
    elif shape.kind is ShapeKind.INDENTED:
        yield from _indented(shaper, card, shape)
    elif shape.kind is ShapeKind.ROW:
        yield from _in_rows(shaper, card, shape)


def _on_trunk(shaper: Shaper, card: int, items: Iterator[ListItem]) -> Iterator[_Placed]:
    """A list: lines leave the card near its left corner and arrive at the left of the reports."""
    tree, half = shaper.tree, shaper.half
    bottom, trunk = tree.heights[card], INDENT // 2 - half
    for report, dx, dy, shape, panel in items:
        path: tuple[Point, ...] = ()
        if panel is None:
            middle = dy + tree.heights[report] // 2
            path = ((trunk, bottom), (trunk, middle), (dx - half, middle))
        elif dy > bottom + PANEL_GAP:
            middle = dy + entry(panel, tree)
            path = ((trunk, bottom), (trunk, middle), (INDENT - half, middle))
        yield PlacedReport(report, dx, dy, path, panel), shape


def _indented(shaper: Shaper, card: int, shape: Shape) -> Iterator[_Placed]:
    assistants, _ = split(card, shaper.tree)
    yield from _on_trunk(shaper, card, shaper.listed_assistants(card, assistants))
    stem = (INDENT // 2 - shaper.half, shaper.tree.heights[card])
    bus = shaper.below_listed(card, assistants) + DROP
    for row in _rows(shaper, card, shape):
        indent = indent_of(row, shaper.half)
        ways = [way + indent for way in row.ways]
        yield from _below_bus(shaper, card, shape, row, ways, stem, bus)


def _in_rows(shaper: Shaper, card: int, shape: Shape) -> Iterator[_Placed]:
    assistants, _ = split(card, shaper.tree)
    yield from _beside_stem(shaper, card, assistants)
    bottom = shaper.beside(card, assistants).height
    stem = (0, shaper.tree.heights[card])
    for number, row in enumerate(_rows(shaper, card, shape)):
        bus = bottom + DROP * (1 if number == 0 else 2)
        bottom += row.height
        yield from _below_bus(shaper, card, shape, row, row.ways, stem, bus)


def _rows(shaper: Shaper, card: int, shape: Shape) -> Iterator[UnitRow]:
    units = shaper.units(card, shape.limit, shape.tiers == STACKED)
    return spread(units, shape.tiers, shaper.half, shaper.fine) if units else iter(())


def _below_bus(
    shaper: Shaper,
    card: int,
    shape: Shape,
    row: UnitRow,
    ways: Sequence[int],
    stem: Point,
    bus: int,
) -> Iterator[_Placed]:
    stacked = shape.tiers == STACKED
    alike = {} if stacked else shaper.alike(card, shape.limit)
    for unit, x in zip(row.units, ways, strict=True):
        for part in reports_below_bus(unit, x, stem, bus, shaper.tree):
            shapes = shaper.shapes[part.report]
            own = narrowest(shapes.indented if stacked else shapes.hanging, shape.limit)
            yield part, alike.get(part.report, own)


def _beside_stem(shaper: Shaper, card: int, assistants: Sequence[int]) -> Iterator[_Placed]:
    """Assistants in pairs, whose lines arrive at the same height."""
    tree = shaper.tree
    bottom = y = tree.heights[card]
    for first in range(0, len(assistants), 2):
        y += LIST_GAP
        pair = assistants[first : first + 2]
        middle = y + min(tree.heights[report] for report in pair) // 2
        for report, side in zip(pair, (1, -1), strict=False):
            path = ((0, bottom), (0, middle), (side * BRANCH, middle))
            dx = side * (BRANCH + tree.width // 2)
            yield PlacedReport(report, dx, y, path), shaper.shapes[report].indented[0]
        y += max(tree.heights[report] for report in pair)
