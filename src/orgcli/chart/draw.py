"""Draw an organisation: cards, then positions, then DOT, then a picture."""

from collections.abc import Callable
from dataclasses import replace

from orgcli.chart.book.book import book
from orgcli.chart.book.book_files import as_files
from orgcli.chart.chart import Chart
from orgcli.chart.deck.card_photos import NONE as NO_PICTURES
from orgcli.chart.deck.card_photos import pictures
from orgcli.chart.deck.cards import cards
from orgcli.chart.deck.selection import select, snapshot
from orgcli.chart.deck.visible_text import plain
from orgcli.chart.drawing import Drawing
from orgcli.chart.formats import FORMATS, USUAL_FORMAT
from orgcli.chart.paper.page_sizes import page_of
from orgcli.language.tags import speak
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.photo import Photo
from orgcli.model.request.chart_request import USUAL, ChartRequest

_USUAL_PAGE = "a4"


def draw(
    organisation: Organisation,
    titles: Titles,
    request: ChartRequest = USUAL,
    *,
    width: int = 0,
    color: bool = False,
    photo: Callable[[str], Photo | None] | None = None,
) -> Drawing:
    """The chart of an organisation; the same input gives the same bytes.

    titles   what the roles are called that positions name
    request  what is wanted, as `judged` gives it; svg where it names no format, and pdf and books
             are for a4 where it names no page
    width    the cells of the terminal that a tree is for, 0 for any; color, whether it has colours
    photo    gives the photo at a path that a position names, None where it cannot be read; without
             it, and in formats that hold none, cards have none
    Raises EngineError where the engine is missing or fails, TooLarge where the format cannot hold
    a chart of this size, and SelectionError where what is to be shown is not there.
    """
    request = _completed(request)
    row = FORMATS[request.format or USUAL_FORMAT]
    chart = chart_of(organisation, titles, request, photo if row.photos else None)
    chart = replace(chart, width=width, color=color)
    if request.separate_pages and chart.deck.cards:
        whole = book(chart.deck, chart.theme, request, chart.pages)
        drawing = as_files(whole, chart, row)
    else:
        drawing = row.draw(chart)
    return replace(drawing, notes=(*drawing.notes, *chart.notes))


def _completed(request: ChartRequest) -> ChartRequest:
    """The request with the page that it implies; none, and the usual style, for text."""
    format = request.format or USUAL_FORMAT
    row = FORMATS[format]
    if not row.laid_out:
        return replace(request, page=None, dotted=USUAL.dotted)
    pageless = request.page is None or page_of(request.page) is None
    several = request.book or request.separate_pages or (request.page is None and row.book)
    return replace(request, page=_USUAL_PAGE) if pageless and several else request


def chart_of(
    organisation: Organisation,
    titles: Titles,
    request: ChartRequest = USUAL,
    photo: Callable[[str], Photo | None] | None = None,
) -> Chart:
    """The cards of an organisation, not placed yet."""
    words = speak(request.language).chart
    there = snapshot(organisation, request, words)
    deck = cards(there.organisation, titles, request, there.stranded, words)
    deck = select(deck, there.organisation, organisation, titles, request)
    if request.title is not None:
        deck = replace(deck, title=plain(request.title))
    found = pictures([card.photo for card in deck.cards], photo) if photo else NO_PICTURES
    if found.of:
        made = (replace(card, picture=found.of.get(at)) for at, card in enumerate(deck.cards))
        deck = replace(deck, cards=list(made))
    notes = (*deck.notes, *found.notes)
    deck = replace(deck, dotted_as=request.dotted)
    return Chart(deck, request, notes=notes, organisation=plain(organisation.name or ""))
