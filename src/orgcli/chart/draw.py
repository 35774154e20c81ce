"""Draw an organisation: cards, then positions, then DOT, then a picture."""

from dataclasses import replace

from orgcli.chart.cards import cards
from orgcli.chart.dot import Sheet, sheet
from orgcli.chart.faces import CARD_WIDTH, face
from orgcli.chart.formats import FORMATS, Drawing
from orgcli.chart.layout import layout
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
    return FORMATS[format](compose(organisation, titles, title), engine)


def compose(organisation: Organisation, titles: Titles, title: str | None = None) -> Sheet:
    """The chart before any engine: every card placed, as DOT with the size of its page."""
    deck = cards(organisation, titles)
    if title is not None:
        deck = replace(deck, title=plain(title))
    faces = [face(card) for card in deck.cards]
    heights = [one.height for one in faces]
    assistant = [card.assistant for card in deck.cards]
    return sheet(deck, faces, layout(deck.manager, heights, assistant, CARD_WIDTH))
