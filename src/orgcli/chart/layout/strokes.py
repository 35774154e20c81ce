"""Level and upright strokes: how long they are, and the points along them."""

PlacedPoint = tuple[float, float]
"""In points; those of a layout are whole numbers, those of a drawing are not."""


def length(start: PlacedPoint, end: PlacedPoint) -> float:
    """Of a level or an upright stroke."""
    return abs(end[0] - start[0]) + abs(end[1] - start[1])


def along(start: PlacedPoint, end: PlacedPoint, far: float) -> PlacedPoint:
    """The point so far from the start of a stroke; the start of one that has no length."""
    share = far / (length(start, end) or 1)
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
