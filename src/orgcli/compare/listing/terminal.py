"""A listing on a terminal: columns, or one row below the other where they do not fit."""

from collections.abc import Collection, Iterator, Sequence

from orgcli.compare.listing.listing import Listing, ListingField, ListingRow
from orgcli.model.text import cells
from orgcli.render.columns import GAP, side_by_side
from orgcli.render.lines import Line, Unit, indented, one_line, styled, wrap
from orgcli.render.terminal import paint
from orgcli.render.view import Page
from orgcli.render.works import works_lines

_NARROWEST_PAGE = 72
_NARROWEST = 14  # cells of a column that was made narrower to fit
_APART = "   "
_UNBROKEN = 20  # cells of a value that stays on one line where there are no columns


def listing_table(listing: Listing, page: Page) -> str:
    """The listing as lines for a terminal of the page's width."""
    fields = listing.columns()
    in_columns = [field for field in fields if not field.below]
    widths = _widths(listing, in_columns, page.width) if page.width >= _NARROWEST_PAGE else None
    if widths is None:
        body, total = list(_folded(listing, fields, page.width)), page.width
    else:
        body = list(_columns(listing, in_columns, widths))
        total = sum(widths) + GAP * len(in_columns[1:])
    total = min(page.width, max(total, 40))
    foot = list(works_lines(listing.works, page.width))
    foot += [line for text in listing.foot for line in wrap(styled(text, "quiet"), page.width)]
    return paint([*body, [("─" * total, "rule")], *foot] if foot else body, page.color)


def _widths(listing: Listing, fields: Sequence[ListingField], width: int) -> list[int] | None:
    """Cells of each column; None where they would get too narrow.

    Words stay whole if they can, else they come apart behind hyphens, as in long ids.
    """
    room = width - GAP * len(fields[1:])
    texts = [
        [one_line(field.label), *(one_line(row.text(field.key)) for row in listing.rows())]
        for field in fields
    ]
    whole = [min(room, max(map(cells, several))) for several in texts]
    words = [{word for text in several for word in text.split(" ")} for several in texts]
    parts = [{part for word in several for part in _parts(word)} for several in words]
    return _narrowed(whole, words, room) or _narrowed(whole, parts, room)


def _narrowed(
    widths: Sequence[int], unbroken: Sequence[Collection[str]], room: int
) -> list[int] | None:
    """The widths, the widest made narrower until there is room for all.

    unbroken  per column, what has to stay on one line
    """
    narrowed = list(widths)
    firm = [
        min(width, max(_NARROWEST, *map(cells, texts), 0))
        for width, texts in zip(widths, unbroken, strict=True)
    ]
    while sum(narrowed) > room:
        loose = [at for at, width in enumerate(narrowed) if width > firm[at]]
        if not loose:
            return None
        narrowed[max(loose, key=lambda at: narrowed[at])] -= 1
    return narrowed


def _parts(word: str) -> list[str]:
    """A word in the parts that its hyphens join, each with the hyphen behind it."""
    *first, last = word.split("-")
    return [part for part in (*(f"{part}-" for part in first), last) if part]


def _cell(text: str, style: str, width: int) -> list[Line]:
    """A cell in lines; a word that is too long for one comes apart behind its hyphens."""
    words: list[str] = []
    for word in one_line(text).split(" "):
        words.append("")
        for part in _parts(word) if cells(word) > width else [word]:
            if words[-1] and cells(words[-1] + part) > width:
                words.append("")
            words[-1] += part
    return wrap([[(word, style)] for word in words if word], width)


def _columns(
    listing: Listing, fields: Sequence[ListingField], widths: Sequence[int]
) -> Iterator[Line]:
    total = sum(widths) + GAP * len(fields[1:])
    right = {at for at, field in enumerate(fields) if field.number}
    below = [field for field in listing.columns() if field.below]
    heading = [
        _cell(field.label, "quiet", width) for field, width in zip(fields, widths, strict=True)
    ]
    yield from side_by_side(heading, widths, GAP, right)
    yield [("─" * total, "rule")]
    for number, section in enumerate(listing.sections):
        if number:
            yield []
        yield from wrap(styled(section.label, "label"), total)
        for row in section.rows:
            row_cells = [
                _cell(row.text(field.key), field.style, width)
                for field, width in zip(fields, widths, strict=True)
            ]
            yield from side_by_side(row_cells, widths, GAP, right)
            for field in below:
                yield from indented(_cell(row.text(field.key), field.style, total - GAP), GAP)


def _folded(listing: Listing, fields: Sequence[ListingField], width: int) -> Iterator[Line]:
    for number, section in enumerate(listing.sections):
        if number:
            yield []
        yield from wrap(styled(section.label, "label"), width)
        for row in section.rows:
            lines = wrap(_units(row, fields), width - 2)
            yield from ([("  " if at else "", ""), *line] for at, line in enumerate(lines))


def _units(row: ListingRow, fields: Sequence[ListingField]) -> list[Unit]:
    """The cells of a row one after the other, each after its label where it needs one."""
    units: list[Unit] = []
    for field in fields:
        text = one_line(row.text(field.key))
        if not text:
            continue
        words = styled(text, field.style) if cells(text) > _UNBROKEN else [[(text, field.style)]]
        if not field.plain:
            words[0] = [(f"{one_line(field.label)} ", "quiet"), *words[0]]
        if units:
            units[-1] = [*units[-1], (_APART[1:], "")]
        units.extend(words)
    return units
