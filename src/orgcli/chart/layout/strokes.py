"""Level and upright strokes: how long they are, and the points along them."""

Place = tuple[float, float]


def length(start: Place, end: Place) -> float:
    """Of a level or an upright stroke."""
    return abs(end[0] - start[0]) + abs(end[1] - start[1])


def along(start: Place, end: Place, far: float) -> Place:
    """The point so far from the start of a stroke; the start of one that has no length."""
    share = far / (length(start, end) or 1)
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
