"""The comparison as one self-contained page that a screen reader and a phone can read."""

from collections.abc import Iterator

from orgcli.compare.comparison.comparison import (
    Agreement,
    Column,
    CommonConcept,
    Comparison,
    FacetRows,
    Wording,
)
from orgcli.compare.comparison.row_packing import packed
from orgcli.compare.parts import phrases
from orgcli.compare.parts.citations import Citations
from orgcli.compare.parts.html import (
    NOTHING,
    SPACE,
    disputes_section,
    hedge,
    in_words,
    link_to_dispute,
    links_to_works,
    paragraph,
    section,
    sentence,
    sign,
    works_list,
)
from orgcli.render.html import Html, document, template
from orgcli.render.view import Page

_LINE = Html("\n")
_COLUMN = Html('<th scope="col" role="columnheader">{short}{below}</th>')
_BELOW = Html("<span>{}</span>")
_FACET = Html('<tbody role="rowgroup">\n{rows}\n</tbody>')
_ROW = Html('<tr role="row">{head}{cells}</tr>')
_LABEL = Html('<th scope="row" role="rowheader">{}</th>')
_CELL = Html('<td role="cell" data-role="{role}"><ul>{items}</ul></td>')
_EMPTY = Html('<td role="cell"></td>')
_ITEM = Html('<li class="{kind}">{content}</li>')


def html(comparison: Comparison, page: Page) -> str:
    """A table of roles by facets, then what is in common, the disputes, the works, the signs."""
    citations = Citations.of(comparison, page)
    title = " · ".join(column.short for column in comparison.columns)
    common = [_common(one, comparison, citations) for one in comparison.common]
    parts = [
        Html("<main>\n<h1>{}</h1>").format(title),
        _table(comparison, citations),
        *section(citations.words.in_common, common),
        *disputes_section(comparison, citations),
        Html("</main>\n<footer>"),
        *_foot(comparison, citations),
        Html("</footer>"),
    ]
    return document(title, page.words.tag, _LINE.join(parts))


def _table(comparison: Comparison, citations: Citations) -> Html:
    facets = (_facet(group, comparison, citations) for group in comparison.groups)
    return template("orgcli.compare.comparison", "table.html").format(
        headings=_LINE.join(map(_heading, comparison.columns)), facets=_LINE.join(facets)
    )


def _heading(column: Column) -> Html:
    title = [column.title] if column.title != column.short else []
    below = map(_BELOW.format, (*title, *phrases.origins(column)))
    return _COLUMN.format(short=column.short, below=NOTHING.join(below))


def _facet(group: FacetRows, comparison: Comparison, citations: Citations) -> Html:
    """One line at least, for what is not stated."""
    rows = []
    for number, cells in enumerate(list(packed(group)) or [((),) * len(comparison.columns)]):
        items = [list(_statements(cell, citations)) for cell in cells]
        if number == 0:
            for column, notes in enumerate(items):
                notes.extend(_notes(group, column, citations))
        filled = (
            _CELL.format(role=column.short, items=NOTHING.join(cell)) if cell else _EMPTY
            for column, cell in zip(comparison.columns, items, strict=True)
        )
        head = _EMPTY if number else _LABEL.format(group.label)
        rows.append(_ROW.format(head=head, cells=NOTHING.join(filled)))
    return _FACET.format(rows=_LINE.join(rows))


def _statements(cell: tuple[Wording, ...], citations: Citations) -> Iterator[Html]:
    for wording in cell:
        mark = sign(wording.agreement) + in_words(wording.agreement, citations)
        yield _ITEM.format(kind=wording.agreement, content=mark + sentence(wording, citations))


def _notes(group: FacetRows, column: int, citations: Citations) -> Iterator[Html]:
    words = citations.words
    if column in group.silent:
        yield _ITEM.format(kind="quiet", content=words.not_stated)
    elif group.left_out(column):
        hidden = words.hidden.format(count=group.hidden[column])
        yield _ITEM.format(kind="quiet", content=hidden)
    if column in group.otherwise:
        yield _ITEM.format(kind="quiet", content=words.otherwise)


def _common(common: CommonConcept, comparison: Comparison, citations: Citations) -> Html:
    roles = []
    for citation in common.citations:
        parts: list[str] = [comparison.columns[citation.column].short]
        for works, qualifier in citation.by_hedge if citations.shown else ():
            parts.extend(links_to_works(works, citations))
            parts.extend([hedge(qualifier)] if qualifier else [])
        roles.append(SPACE.join(parts))
    mark = sign(Agreement.SHARED) + in_words(Agreement.SHARED, citations)
    text = Html("{}{}: {}").format(mark, common.label, Html(", ").join(roles))
    keys = [link_to_dispute(key, citations) for key in common.disputes]
    return paragraph(SPACE.join([text, *keys]))


def _foot(comparison: Comparison, citations: Citations) -> Iterator[Html]:
    words = citations.words
    signs = (
        Html("{} {}").format(sign(agreement), meaning)
        for agreement, meaning in phrases.legend(words).items()
    )
    yield paragraph(Html(" &nbsp; ").join(signs))
    if any(group.silent for group in comparison.groups):
        yield paragraph(f"{words.not_stated}: {words.not_stated_means}")
    if citations.shown and comparison.works:
        yield works_list(comparison.works, citations)
    yield paragraph(phrases.numbers(comparison, words))
