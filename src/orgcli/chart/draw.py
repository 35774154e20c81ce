"""Draw an organisation: cards, then positions, then DOT, then a picture."""

from dataclasses import replace

from orgcli.chart.cards import cards
from orgcli.chart.chart import Chart
from orgcli.chart.dot import Sheet
from orgcli.chart.formats import FORMATS, Drawing
from orgcli.chart.plain import plain
from orgcli.model.organisation import Organisation, Titles


def draw(
    organisation: Organisation,
    titles: Titles,
    format: str = "svg",
    *,
    title: str | None = None,
    engine: str = "bundled",
) -> Drawing:
    """The chart of an organisation in one of FORMATS; the same input gives the same bytes.

    titles  what the roles are called that positions name
    title   above the chart; the organisation's name where it is None
    engine  a key of ENGINES; the layout does not depend on it
    Raises EngineError where the engine is missing or fails, and TooLarge where the format
    cannot hold a chart of this size.
    """
    return FORMATS[format](chart_of(organisation, titles, title), engine)


def chart_of(organisation: Organisation, titles: Titles, title: str | None = None) -> Chart:
    """The cards of an organisation, not placed yet."""
    deck = cards(organisation, titles)
    return Chart(deck if title is None else replace(deck, title=plain(title)))


def compose(organisation: Organisation, titles: Titles, title: str | None = None) -> Sheet:
    """The chart before any engine: every card placed, as DOT with the size of its page."""
    return chart_of(organisation, titles, title).sheet
