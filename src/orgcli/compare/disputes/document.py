"""Disputes as a document: each question over its sides, each side over its statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgcli.compare.disputes.dispute import DisputeDetail, DisputeStatement, works_cited
from orgcli.compare.parts.citations import Citations
from orgcli.compare.parts.document import sources_of
from orgcli.compare.parts.units import statement_units
from orgcli.render.document.document import (
    Block,
    Item,
    Items,
    SectionHeading,
    TextDocument,
    TextParagraph,
)
from orgcli.render.lines import styled
from orgcli.render.view import Page


def dispute_document(disputes: Sequence[DisputeDetail], page: Page) -> TextDocument:
    """One dispute under its question, or several one below the other."""
    first = disputes[0].dispute if len(disputes) == 1 else None
    works = works_cited(disputes)
    return TextDocument(
        title=f"{first.key} {first.question}" if first else page.words.roles.disputes,
        language=page.words.tag,
        blocks=tuple(
            block for dispute in disputes for block in _blocks(dispute, page, first is None)
        ),
        sources=sources_of(works, Citations(works, page)),
        sources_title=page.words.roles.sources,
    )


def _blocks(detail: DisputeDetail, page: Page, is_one_of_several: bool) -> Iterator[Block]:
    dispute = detail.dispute
    if is_one_of_several:
        yield SectionHeading(styled(f"{dispute.key} {dispute.question}"), anchor=dispute.key)
    yield TextParagraph(styled(f"({page.words.compare.dispute_kinds[dispute.kind]})", "quiet"))
    for side, statements in detail.sides:
        yield SectionHeading(styled(side.text), 3)
        if works := ", ".join(detail.works_of(side)):
            yield TextParagraph(styled(works, "quiet"))
        yield from _items(statements, detail, page)
    if detail.others:
        yield SectionHeading(styled(detail.label_of_others(page.words.roles)), 3)
        yield from _items(detail.others, detail, page)
    if dispute.reading:
        yield TextParagraph(styled(dispute.reading, "hedge"))


def _items(
    statements: Sequence[DisputeStatement], detail: DisputeDetail, page: Page
) -> Iterator[Block]:
    citations = detail.citations(page)
    items = []
    for statement in statements:
        roles = styled(f"{', '.join(statement.roles)}:", "role")
        items.append(Item([*roles, *statement_units(statement.with_label, citations)]))
    if items:
        yield Items(tuple(items))
