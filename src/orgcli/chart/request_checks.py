"""Checks a chart request: unknown words, and fields that exclude each other."""

from collections.abc import Collection

from orgcli.chart.deck.position_filter import parse_condition
from orgcli.chart.formats import FORMATS, USUAL_FORMAT, formats_with
from orgcli.chart.paper.page_sizes import NONE, NoSuchPage, page_of
from orgcli.language.tags import LANGUAGES
from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.model.organisation.color import COLOR_NAMES, color_of
from orgcli.model.request.chart_request import ChartRequest, settled, stated
from orgcli.model.request.field_values import refuse_wrong_values
from orgcli.model.request.flag import (
    RequestError,
    Where,
    flags_of,
    refuse_unknown_word,
    refuse_unknown_words,
)
from orgcli.model.text import shortened

_LARGEST_NAME = 1_000
"""Points that min_font may ask for."""


def judged(
    request: ChartRequest, where: Where = str, chosen: Collection[str] | None = None
) -> ChartRequest:
    """The request as it is drawn, where it makes sense; today is a date from here on.

    Raises RequestError where a value or a word is none of the field's, or fields contradict
    together.

    where   the name of a field -> how the user wrote it, for the message
    chosen  the fields that were chosen for this chart, which must mean something for its format;
            those that are not as usual where it is not given
    """
    refuse_wrong_values(request, where)
    _refuse_color(request, where)
    request = settled(request)
    chosen = stated(request) if chosen is None else chosen
    refuse_unknown_words(request, where, stated(request) | frozenset(chosen))
    refuse_unknown_word(where("language"), request.language, LANGUAGES)
    _refuse_size(request, where)
    for condition in request.filter:
        parse_condition(condition, where("filter"))
    format = request.format or USUAL_FORMAT
    if request.separate_pages:
        _refuse_separate(request, format, where)
    _refuse_unsuitable(request, format, where, chosen)
    _refuse_without_page(request, format, where, chosen)
    return request


def _refuse_color(request: ChartRequest, where: Where) -> None:
    brand = request.brand
    if brand is not None and color_of(brand) is None:
        near = nearest_words(brand, COLOR_NAMES)
        raise RequestError(
            f"{where('brand')} cannot be `{shortened(brand)}`",
            did_you_mean(near, 'write a colour in quotes, as "#0a5cff"'),
        )


def _refuse_size(request: ChartRequest, where: Where) -> None:
    """Raise for a page that is none, or a size of names that cannot be drawn."""
    size = request.min_font
    if size is not None and not 0 < size <= _LARGEST_NAME:
        raise RequestError(
            f"{where('min_font')} cannot be {size}", "write a size in points, such as 7"
        )
    if request.page is not None:
        try:
            page_of(request.page)
        except NoSuchPage as error:
            raise RequestError(f"{where('page')}: {error}", error.help) from error


def _refuse_separate(request: ChartRequest, format: str, where: Where) -> None:
    if request.book is False:
        raise RequestError(
            f"{where('separate_pages')} is for a book, and --no-book for one page",
            "leave out one of them",
        )
    if not FORMATS[format].page_draws:
        raise RequestError(
            f"pages of {format} are not written as files of their own",
            "leave out -f for svg, or write -f png",
        )


def _refuse_unsuitable(
    request: ChartRequest, format: str, where: Where, chosen: Collection[str]
) -> None:
    """Raise where a field means nothing for the format."""
    suits = {name: flag.suits for name, (flag, _) in flags_of(ChartRequest).items() if flag.suits}
    if request.book is False:
        suits["book"] = "book"
    for name, quality in suits.items():
        if name in chosen and not getattr(FORMATS[format], quality):
            listed = ", ".join(formats_with(quality))
            raise RequestError(
                f"{where(name)} means nothing for {format}", f"leave it out, or write {listed}"
            )
    if request.book and not FORMATS[format].book and not request.separate_pages:
        raise RequestError(
            f"a book is several pages, and a file of {format} holds one",
            "write -f pdf, or name a folder for the pages with --book-dir",
        )


def _refuse_without_page(
    request: ChartRequest, format: str, where: Where, chosen: Collection[str]
) -> None:
    """A book has a usual page; one picture has none where none is named."""
    if request.page is None and (FORMATS[format].book or request.separate_pages):
        return
    if request.page is not None and request.page.strip().casefold() != NONE:
        return
    page_flags = {"book": request.book, "separate_pages": request.separate_pages}
    about_pages = [name for name in ("orientation", "min_font") if name in chosen]
    about_pages += [name for name, value in page_flags.items() if value]
    if about_pages:
        raise RequestError(
            f"{where(about_pages[0])} is about a page, and there is none",
            "add --page a4, or leave it out",
        )
