"""A listing as Markdown, CSV and JSON."""

from collections.abc import Iterator, Sequence

from orgcli.compare.listing.listing import Listing, ListingSection
from orgcli.model.roles.library import Work
from orgcli.render.csv import as_csv
from orgcli.render.json import as_document
from orgcli.render.markdown import escaped
from orgcli.render.view import Page
from orgcli.render.works import marks_of


def listing_markdown(listing: Listing, page: Page) -> str:
    """A heading, a table for each section, and the foot."""
    blocks = [f"# {escaped(listing.title)}"]
    for section in listing.sections:
        if section.label:
            blocks.append(f"## {escaped(section.label)}")
        blocks.append("\n".join(_rows(listing, section)))
    blocks.extend([_named_works(listing.works)] if listing.works else [])
    blocks.extend(escaped(line) for line in listing.foot)
    return "\n\n".join(blocks) + "\n"


def _rows(listing: Listing, section: ListingSection) -> Iterator[str]:
    fields = listing.columns()
    yield _row(escaped(field.label) for field in fields)
    yield _row("--:" if field.number else "---" for field in fields)
    for row in section.rows:
        yield _row(escaped(row.text(field.key)) for field in fields)


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def listing_csv(listing: Listing, page: Page) -> str:
    """A line for each entry; several values in one cell have semicolons between them."""
    rows = ([_cell(row.values[field.key]) for field in listing.fields] for row in listing.rows())
    return as_csv([field.key for field in listing.fields], rows)


def _cell(value: object) -> object:
    if isinstance(value, tuple):
        return "; ".join(value)
    return str(value).lower() if isinstance(value, bool) else value


def listing_json(listing: Listing, page: Page) -> str:
    """One document, version 1, every field always there."""
    rows = [
        {field.key: row.values[field.key] for field in listing.fields} for row in listing.rows()
    ]
    return as_document({"version": 1, "language": page.words.tag, listing.kind: rows})


def _named_works(works: Sequence[Work]) -> str:
    """A sentence: each mark with the work it stands for."""
    marks = marks_of(works)
    entries = (f"**{escaped(marks[work.key])}** {escaped(work.label)}" for work in works)
    return f"{', '.join(entries)}."
