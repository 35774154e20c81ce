"""Draw an organisation: cards, then positions, then DOT, then a picture."""

from collections.abc import Callable
from dataclasses import replace

from orgcli.chart.book.book import book
from orgcli.chart.book.book_files import as_files
from orgcli.chart.chart import Chart
from orgcli.chart.deck.card_photos import NONE as NO_PICTURES
from orgcli.chart.deck.card_photos import pictures
from orgcli.chart.deck.cards import cards
from orgcli.chart.deck.selection import present, select
from orgcli.chart.deck.visible_text import plain
from orgcli.chart.drawing import Drawing
from orgcli.chart.formats import FORMATS
from orgcli.chart.paper.page_sizes import page_of
from orgcli.chart.request import EVERYTHING, NO_PAPER, USUAL, Appearance, Paper, Selection
from orgcli.language.en import CHART as ENGLISH
from orgcli.language.words import ChartWords
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.photo import Photo

_USUAL_PAGE = "a4"
WITH_PHOTOS = ("svg", "png", "pdf", "html")
"""Formats that photos are in."""


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
    paper: Paper = NO_PAPER,
    apart: bool = False,
    words: ChartWords = ENGLISH,
    photo: Callable[[str], Photo | None] | None = None,
) -> Drawing:
    """The chart of an organisation in one of FORMATS; the same input gives the same bytes.

    titles  what the roles are called that positions name
    title   above the chart; the organisation's name where it is None
    engine  a key of ENGINES; the layout does not depend on it
    width   the cells of the terminal that a tree is for, 0 for any; color, whether it has colours
    selection, appearance  which positions are drawn, and how they look
    paper   what the chart is drawn on; without a page, pdf and books are for a4
    apart   whether each page becomes a file of its own, in a format of APART
    words   what the chart says, in its language; titles are as they are given
    photo   gives the photo at a path that a position names, None where it cannot be read; without
            it, and in formats beside WITH_PHOTOS, cards have none
    Raises EngineError where the engine is missing or fails, TooLarge where the format cannot hold
    a chart of this size, and NotShown where what was selected is not there.
    """
    shown = photo if format in WITH_PHOTOS else None
    chart = chart_of(organisation, titles, title, selection, appearance, words, shown)
    pageless = paper.page is None or page_of(paper.page) is None
    if pageless and (paper.book or apart or (paper.page is None and format == "pdf")):
        paper = replace(paper, page=_USUAL_PAGE)
    deck = replace(chart.deck, dotted_as=paper.dotted)
    chart = replace(chart, deck=deck, width=width, color=color, paper=paper)
    if apart and chart.deck.cards:
        whole = book(chart.deck, chart.theme, paper, chart.pages)
        drawing = as_files(whole, chart, format, engine)
    else:
        drawing = FORMATS[format](chart, engine)
    return replace(drawing, notes=(*drawing.notes, *chart.notes))


def chart_of(
    organisation: Organisation,
    titles: Titles,
    title: str | None = None,
    selection: Selection = EVERYTHING,
    appearance: Appearance = USUAL,
    words: ChartWords = ENGLISH,
    photo: Callable[[str], Photo | None] | None = None,
) -> Chart:
    """The cards of an organisation, not placed yet."""
    there = present(organisation, selection, words)
    deck = cards(there.organisation, titles, appearance, there.stranded, words)
    if selection != EVERYTHING:
        deck = select(deck, there.organisation, organisation, selection)
    if title is not None:
        deck = replace(deck, title=plain(title))
    found = pictures([card.photo for card in deck.cards], photo) if photo else NO_PICTURES
    if found.of:
        made = (replace(card, picture=found.of.get(at)) for at, card in enumerate(deck.cards))
        deck = replace(deck, cards=list(made))
    return Chart(deck, appearance=appearance, notes=found.notes)
