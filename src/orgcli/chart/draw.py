"""Draw an organisation: cards, then positions, then DOT, then a picture."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from orgcli.chart.book.book import book
from orgcli.chart.book.book_files import as_files
from orgcli.chart.chart import Chart
from orgcli.chart.color.palette import PALETTE
from orgcli.chart.deck.card_photos import NONE as NO_PICTURES
from orgcli.chart.deck.card_photos import pictures
from orgcli.chart.deck.cards import cards
from orgcli.chart.deck.coloring import usual_color_by
from orgcli.chart.deck.faces import with_face
from orgcli.chart.deck.outline import in_order_of
from orgcli.chart.deck.selection import select, stranded_marks
from orgcli.chart.deck.visible_text import plain
from orgcli.chart.drawing import Drawing
from orgcli.chart.formats import FORMATS, USUAL_FORMAT
from orgcli.chart.paper.page_sizes import SLIDE_NAME, page_of
from orgcli.chart.paper.themes import THEMES
from orgcli.language.tags import speak
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.photo import Photo
from orgcli.model.organisation.pseudonyms import Pseudonyms
from orgcli.model.organisation.snapshot import snapshot
from orgcli.model.request.chart_request import USUAL, ChartRequest
from orgcli.model.text import listed

_USUAL_PAGE = "a4"
_FILES = 5
"""Files of an organisation that a presentation names."""


def draw(
    organisation: Organisation,
    titles: Titles,
    request: ChartRequest = USUAL,
    *,
    width: int = 0,
    color: bool = False,
    photo: Callable[[str], Photo | None] | None = None,
    logo: Photo | None = None,
) -> Drawing:
    """The chart of an organisation; the same input gives the same bytes.

    titles   what the roles are called that positions name
    request  as `judged` gives it; svg where it names no format, and pdf and books
             are for a4 where it names no page
    width    the cells of the terminal that a tree is for, 0 for any; color, whether it has colours
    photo    gives the photo at a path that a position names, None where it cannot be read; without
             it, and in formats that hold none, cards have none
    logo     the picture for the top right, in formats that hold photos
    Raises EngineError where the engine is missing or fails, TooLarge where the format cannot hold
    a chart of this size, and SelectionError where what is to be shown is not there.
    """
    request = _completed(request)
    row = FORMATS[request.format or USUAL_FORMAT]
    chart = chart_of(organisation, titles, request, *((photo, logo) if row.photos else ()))
    chart = replace(chart, width=width, color=color)
    if request.separate_pages and chart.deck.cards:
        whole = book(chart.deck, chart.request, chart.pages)
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
    may_have_pages = request.book or request.separate_pages or (request.page is None and row.book)
    usual = row.usual_page or _USUAL_PAGE
    return (
        replace(request, page=usual) if pageless and (may_have_pages or row.usual_page) else request
    )


def chart_of(
    organisation: Organisation,
    titles: Titles,
    request: ChartRequest = USUAL,
    photo: Callable[[str], Photo | None] | None = None,
    logo: Photo | None = None,
) -> Chart:
    """The cards of an organisation, not placed yet."""
    words = speak(request.language).chart
    people = None if "name" in request.fields else Pseudonyms(organisation, request.fields)
    day_snapshot = snapshot(organisation, request.day, closed=request.show_closed)
    stranded = stranded_marks(day_snapshot, words, people.keys if people else {})
    public = people.view(day_snapshot.organisation) if people else None
    shown = public.organisation if public else day_snapshot.organisation
    request, notes = _with_usual_colors(shown, titles, _on_slide(request))
    deck = cards(shown, titles, request, stranded, words)
    deck = select(deck, day_snapshot.organisation, organisation, titles, request, public)
    deck = in_order_of(deck, request.sort)
    if request.title is not None:
        deck = replace(deck, title=plain(request.title))
    elif not deck.title and "name" in request.fields:
        deck = replace(deck, title=_file_title(organisation, request))
    if request.photos == "none":
        photo = None
    paths = [card.photo for card in deck.cards]
    found_pictures = pictures(paths, photo, request.photos == "circle") if photo else NO_PICTURES
    if found_pictures.of:
        cards_with_faces = (
            with_face(card, found_pictures.of.get(at)) for at, card in enumerate(deck.cards)
        )
        deck = replace(deck, cards=list(cards_with_faces))
    if logo:
        deck = replace(deck, logo=pictures(["logo"], lambda _: logo).of[0])
    notes = (*deck.notes, *notes, *found_pictures.notes)
    deck = replace(deck, dotted_as=request.dotted, coded=THEMES[request.theme].coded)
    return Chart(
        deck,
        request,
        notes=notes,
        organisation=plain(shown.name or ""),
        source="" if people else _source(organisation),
    )


def _source(organisation: Organisation) -> str:
    """The names of the files that an organisation is from; a file may be named after a person."""
    return plain(listed((PurePath(file).name for file in organisation.files), _FILES, str))


def _file_title(organisation: Organisation, request: ChartRequest) -> str:
    """What a picture of a table is called, which has no name: as its file, where it is one."""
    pictured = FORMATS[request.format or USUAL_FORMAT].laid_out
    if not pictured or not organisation.tabular or len(organisation.files) != 1:
        return ""
    name = PurePath(organisation.files[0]).stem
    return plain(name) if name.strip("-") else ""


def _on_slide(request: ChartRequest) -> ChartRequest:
    """The request with the size of names that a slide needs, where none is named."""
    page = page_of(request.page) if request.page and request.min_font is None else None
    return replace(request, min_font=SLIDE_NAME) if page and page.slide else request


def _with_usual_colors(
    organisation: Organisation, titles: Titles, request: ChartRequest
) -> tuple[ChartRequest, tuple[str, ...]]:
    """The request with branches for departments that are more than colours, and a note of it.

    In text only a few formats have colours, and all would say the branch of each position.
    """
    if request.color_by != "department" or not FORMATS[request.format or USUAL_FORMAT].laid_out:
        return request, ()
    by = usual_color_by(organisation, titles)
    if by == request.color_by:
        return request, ()
    note = f"colours are of branches below the top: departments are more than {len(PALETTE)}"
    return replace(request, color_by=by), (note,)
