"""Places a chart on its page: the heading at the top left, the cards below."""

from typing import NamedTuple

from orgcli.chart.paper.page_fitting import ABOVE_LEGEND, BELOW_HEADING, FittedChart, free_above
from orgcli.chart.paper.page_sizes import MARGIN

_ABOVE = 0.35
"""How much of the free height is above the cards."""


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

    def from_page(self, x: float, y: float) -> tuple[float, float]:
        """The point of the drawing that is at a place of the page, y upwards in both."""
        return (
            self.middle[0] + (x - self.width / 2) / self.scale,
            self.middle[1] + (y - self.height / 2) / self.scale,
        )

    @property
    def view(self) -> str:
        """The size of the page, the scale and the middle, as in Graphviz's `viewport`."""
        x, y = self.middle
        return f"{self.width},{self.height},{self.scale:.8g},{x:.2f},{y:.2f}"

    @property
    def attributes(self) -> str:
        """For the graph: so that just this page is drawn, exactly as large as it is."""
        return f'pad=0 margin=0 viewport="{self.view}"'

    def finer(self, by: int) -> "Frame":
        """The same page of a drawing with so many units to each point."""
        x, y = self.middle
        return self._replace(middle=(x * by, y * by), scale=self.scale / by)

    def scaled(self, by: float) -> "Frame":
        """The same on a page of another size."""
        width, height = round(self.width * by), round(self.height * by)
        return Frame(width, height, self.middle, self.scale * by)


class Placement(NamedTuple):
    """Where the parts of a sheet stand, in points of the drawing, y downwards from its margin.

    width, height  of all inside the margins; the height is what becomes 0 upwards
    left, top  of the cards; foot, the top of the legend
    furniture  points of the drawing to one on paper, for title block and legend
    from_right  whether title block and legend begin at the right
    """

    frame: Frame
    width: float
    height: float
    left: float
    top: int
    foot: float
    furniture: float
    from_right: bool = False


def placement(fitted: FittedChart) -> Placement:
    """Where the parts of a chart stand: on the page it was fitted to, else on one of its size.

    The title block is in the left upper corner, the legend at the foot, the cards in the middle of
    what is left between them, a little above it.
    """
    layout, head, foot = fitted.layout, fitted.head, fitted.legend
    gap = ABOVE_LEGEND if foot.items else 0
    if fitted.page is None:
        width = max(head.width, layout.width, foot.width)
        top = head.height + BELOW_HEADING
        height = top + layout.height + gap + foot.height
        frame = Frame(width + 2 * MARGIN, height + 2 * MARGIN, (width / 2, height / 2), 1.0)
        left = (width - layout.width) // 2
        return Placement(frame, width, height, left, top, height - foot.height, 1.0)
    page, scale = fitted.page, fitted.scale
    wide, tall = (side / scale for side in page.room)
    furniture = page.lettering / scale
    upper = (head.height + BELOW_HEADING) * furniture
    if fitted.beside:
        upper = max(0.0, upper - free_above(fitted, scale))
    lower = tall - (foot.height + gap) * furniture
    slack = max(0.0, lower - upper - layout.height)
    frame = Frame(round(page.width), round(page.height), (wide / 2, tall / 2), scale)
    left = max(0, round((wide - layout.width) / 2))
    top = int(upper + slack * _ABOVE)
    return Placement(frame, wide, tall, left, top, tall - foot.height * furniture, furniture)
