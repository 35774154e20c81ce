"""The comparison as a document: a table of roles by facets, what is in common, the disputes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from orgcli.compare.comparison.comparison import (
    Agreement,
    CommonConcept,
    Comparison,
    FacetRows,
)
from orgcli.compare.comparison.row_packing import pack_rows
from orgcli.compare.parts import phrases
from orgcli.compare.parts.citations import Citations
from orgcli.compare.parts.document import (
    dispute_blocks,
    foot_words,
    heading_words,
    note_item,
    side_words,
    signs_of,
    sources_of,
    statement_item,
)
from orgcli.compare.parts.foot import comparison_foot
from orgcli.render.document.document import (
    Block,
    Item,
    Items,
    SectionHeading,
    TextDocument,
    TextTable,
    TextTableRow,
)
from orgcli.render.lines import Unit, glue, separated, styled
from orgcli.render.view import Page


def comparison_document(comparison: Comparison, page: Page) -> TextDocument:
    """The statements side by side, each behind the sign of what others say."""
    citations = Citations.of(comparison, page)
    foot = comparison_foot(comparison, citations.words)
    return TextDocument(
        title=" · ".join(column.short for column in comparison.columns),
        language=page.words.tag,
        blocks=tuple(_blocks(comparison, citations)),
        sources=sources_of(foot.works, citations),
        sources_title=page.words.roles.sources,
        foot=tuple(foot_words(foot, citations)),
        signs=signs_of(foot, citations),
    )


def _blocks(comparison: Comparison, citations: Citations) -> Iterator[Block]:
    rows = [row for group in comparison.groups for row in _rows(group, citations)]
    yield TextTable(tuple(map(heading_words, comparison.columns)), tuple(rows))
    if comparison.common:
        yield SectionHeading(styled(citations.words.in_common))
        yield Items(tuple(_common(concept, comparison, citations) for concept in comparison.common))
    sides = partial(side_words, citations=citations)
    yield from dispute_blocks(comparison.disputes, citations.words, sides)


def _rows(group: FacetRows, citations: Citations) -> Iterator[TextTableRow]:
    """One row at least, for what is not stated."""
    empty = ((),) * len(group.hidden)
    for number, cells in enumerate(list(pack_rows(group)) or [empty]):
        columns = []
        for at, cell in enumerate(cells):
            items = [statement_item(wording, citations, wording.agreement) for wording in cell]
            notes = phrases.notes(group, at, citations.words) if number == 0 else ()
            columns.append((*items, *map(note_item, notes)))
        yield TextTableRow(() if number else styled(group.label), tuple(columns))


def _common(common: CommonConcept, comparison: Comparison, citations: Citations) -> Item:
    roles = []
    for citation in common.citations:
        units = styled(comparison.columns[citation.column].short)
        for works, hedge in citation.by_hedge if citations.shown else ():
            glue(units, (citations.line(works), "work"), gap=" ")
            units += styled(f"({hedge})", "hedge") if hedge else []
        roles.append(units)
    keys: list[Unit] = [[(key, "disputed")] for key in common.disputes]
    text = [*styled(f"{common.label}:"), *separated(roles), *keys]
    return Item(text, phrases.SIGNS[Agreement.SHARED])
