"""Places a chart on its page: the heading at the top left, the cards below."""

from typing import NamedTuple

from orgcli.chart.paper.page_fitting import BELOW_HEADING, FittedChart
from orgcli.chart.paper.page_sizes import MARGIN


class Frame(NamedTuple):
    """The size of a page in points, and what of the drawing it shows.

    middle  what is in the middle of the page, in points of the drawing, y upwards
    scale   points on the page to one of the drawing
    """

    width: int
    height: int
    middle: tuple[float, float]
    scale: float = 1.0

    def to_page(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the drawing is on the page, y upwards in both."""
        return (
            self.width / 2 + (x - self.middle[0]) * self.scale,
            self.height / 2 + (y - self.middle[1]) * self.scale,
        )

    @property
    def attributes(self) -> str:
        """For the graph: so that just this page is drawn, exactly as large as it is."""
        x, y = self.middle
        return f'pad=0 viewport="{self.width},{self.height},{self.scale:.6f},{x:.2f},{y:.2f}"'


class PagePosition(NamedTuple):
    """The page, the middle of the head, and how far the cards stand from the left of the head."""

    frame: Frame
    head: str
    left: int = 0


def position_on_page(fitted: FittedChart) -> PagePosition:
    """Where the parts of a chart stand: on the page it was fitted to, else on one of its size.

    The head is in the left upper corner, the cards in the middle of what is left. Nothing is left
    of the head or below the cards: Graphviz would move all to there.
    """
    layout, head, page, scale = fitted.layout, fitted.head, fitted.page, fitted.scale
    top = layout.height + BELOW_HEADING + head.height
    if page is None:
        width = max(head.width, layout.width)
        frame = Frame(width + 2 * MARGIN, top + 2 * MARGIN, (width / 2, top / 2))
        return PagePosition(frame, f"{head.width / 2:g},{top - head.height / 2:g}")
    wide, tall = (side / scale for side in page.room)
    upper = top + (tall - top) / 2
    frame = Frame(round(page.width), round(page.height), (wide / 2, upper - tall / 2), scale)
    left = max(0, round((wide - layout.width) / 2))
    return PagePosition(frame, f"{head.width / 2:g},{upper - head.height / 2:.2f}", left)
