"""How level and upright strokes lie to each other and to cards: slow and simple."""

from collections.abc import Sequence
from itertools import pairwise

from orgcli.chart.layout.layout import Box

CLEAR = 4
Stroke = tuple[tuple[int, int], tuple[int, int]]


def strokes(points: Sequence[tuple[int, int]]) -> list[Stroke]:
    """The strokes of a line, each from left to right or from top to bottom."""
    return [(min(pair), max(pair)) for pair in pairwise(points)]


def enters(stroke: Stroke, box: Box, gap: int) -> bool:
    """Whether a stroke comes nearer to a box than the gap."""
    (left, top), (right, bottom) = stroke
    across = left < box.x + box.width + gap and right > box.x - gap
    down = top < box.y + box.height + gap and bottom > box.y - gap
    return across and down


def alongside(one: Stroke, other: Stroke, gap: int) -> bool:
    """Whether two strokes that run the same way come nearer to each other than the gap."""
    level = one[0][1] == one[1][1]
    if level != (other[0][1] == other[1][1]) or one[0] == one[1] or other[0] == other[1]:
        return False
    along, across = (0, 1) if level else (1, 0)
    near = abs(one[0][across] - other[0][across]) < gap
    return near and (
        one[0][along] < other[1][along] + gap and other[0][along] < one[1][along] + gap
    )


def on_side(point: tuple[int, int], box: Box) -> bool:
    """Whether a point is on the edge of a box, but for its corners."""
    x, y = point
    upright = x in (box.x, box.x + box.width) and box.y < y < box.y + box.height
    return upright or (y in (box.y, box.y + box.height) and box.x < x < box.x + box.width)


def trimmed(points: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A line without its first and its last two points of length, which are near its own cards."""
    kept = list(points)
    for end, following in ((0, 1), (-1, -2)):
        (x, y), (next_x, next_y) = kept[end], kept[following]
        dx, dy = next_x - x, next_y - y
        kept[end] = (
            x + max(-CLEAR, min(CLEAR, dx)),
            y + max(-CLEAR, min(CLEAR, dy)),
        )
    return kept


def overlap(one: Box, other: Box) -> bool:
    return enters(((one.x, one.y), (one.x + one.width, one.y + one.height)), other, 0)


def crosses(level: Stroke, upright: Stroke) -> bool:
    """Whether two strokes cross; where one only touches the other, they do not."""
    (left, y), (right, its_y) = level
    (x, top), (its_x, bottom) = upright
    return y == its_y and x == its_x and left < x < right and top < y < bottom


def together(one: Stroke, other: Stroke, gap: int) -> int:
    """How far two strokes run beside each other nearer than the gap."""
    axis = 0 if one[0][1] == one[1][1] else 1
    if axis != (0 if other[0][1] == other[1][1] else 1):
        return 0
    if abs(one[0][1 - axis] - other[0][1 - axis]) >= gap:
        return 0
    return max(0, min(one[1][axis], other[1][axis]) - max(one[0][axis], other[0][axis]))
