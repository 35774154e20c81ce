"""Draw an organisation: cards, then positions, then DOT, then a picture."""

from dataclasses import replace

from orgcli.chart.asked import EVERYTHING, USUAL, Appearance, Selection
from orgcli.chart.cards import cards
from orgcli.chart.chart import Chart
from orgcli.chart.dot import Sheet
from orgcli.chart.formats import FORMATS, Drawing
from orgcli.chart.plain import plain
from orgcli.chart.shown import present, select
from orgcli.model.organisation import Organisation, Titles


def draw(
    organisation: Organisation,
    titles: Titles,
    format: str = "svg",
    *,
    title: str | None = None,
    engine: str = "bundled",
    width: int = 0,
    color: bool = False,
    selection: Selection = EVERYTHING,
    appearance: Appearance = USUAL,
) -> Drawing:
    """The chart of an organisation in one of FORMATS; the same input gives the same bytes.

    titles  what the roles are called that positions name
    title   above the chart; the organisation's name where it is None
    engine  a key of ENGINES; the layout does not depend on it
    width   the cells of the terminal that a tree is for, 0 for any; color, whether it has colours
    selection, appearance  which positions are drawn, and how they look
    Raises EngineError where the engine is missing or fails, TooLarge where the format cannot hold
    a chart of this size, and NotShown where what was selected is not there.
    """
    chart = chart_of(organisation, titles, title, selection, appearance)
    return FORMATS[format](replace(chart, width=width, color=color), engine)


def chart_of(
    organisation: Organisation,
    titles: Titles,
    title: str | None = None,
    selection: Selection = EVERYTHING,
    appearance: Appearance = USUAL,
) -> Chart:
    """The cards of an organisation, not placed yet."""
    there = present(organisation, selection)
    deck = cards(there.organisation, titles, appearance, there.stranded)
    if selection != EVERYTHING:
        deck = select(deck, there.organisation, organisation, selection)
    if title is not None:
        deck = replace(deck, title=plain(title))
    return Chart(deck, selection=selection, appearance=appearance)


def compose(organisation: Organisation, titles: Titles, title: str | None = None) -> Sheet:
    """The chart before any engine: every card placed, as DOT with the size of its page."""
    return chart_of(organisation, titles, title).sheet
