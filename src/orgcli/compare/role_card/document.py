"""The card of one role as a document: a table of facets, what it is called, the disputes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from orgcli.compare.comparison.comparison import FacetRows
from orgcli.compare.parts.citations import Citations
from orgcli.compare.parts.document import (
    dispute_blocks,
    foot_words,
    note_item,
    side_words,
    signs_of,
    sources_of,
    statement_item,
)
from orgcli.compare.parts.phrases import notes, origins
from orgcli.compare.parts.units import cited_units
from orgcli.compare.role_card.card import RoleCard, card_foot, sentence_mark
from orgcli.compare.role_card.units import axis_units, name_lines
from orgcli.language.words import Words
from orgcli.render.document.document import Block, Item, TextDocument, TextTable, TextTableRow
from orgcli.render.lines import styled
from orgcli.render.view import Page


def card_document(card: RoleCard, page: Page) -> TextDocument:
    """The whole card."""
    citations = Citations.of(card.comparison, page)
    column = card.comparison.columns[0]
    foot = card_foot(card, page.words)
    return TextDocument(
        title=": ".join(column.names),
        subtitle=", ".join(origins(column)),
        language=page.words.tag,
        blocks=tuple(_blocks(card, citations, page.words)),
        sources=sources_of(foot.works, citations),
        sources_title=page.words.roles.sources,
        foot=tuple(foot_words(foot, citations)),
        signs=signs_of(foot, citations),
    )


def _blocks(card: RoleCard, citations: Citations, words: Words) -> Iterator[Block]:
    rows = [_row(group.label, _statements(group, citations)) for group in card.comparison.groups]
    if card.archetypes:
        archetypes = [
            cited_units(archetype.text, archetype.works, citations, " ")
            for archetype in card.archetypes
        ]
        rows.append(_row(words.roles.archetype, map(Item, archetypes)))
    if card.axes:
        axes = (axis_units(axis, citations) for axis in card.axes)
        rows.append(_row(words.roles.stands, map(Item, axes)))
    if card.names or card.more_names:
        rows.append(_row(words.roles.also_called, map(Item, name_lines(card, citations, words))))
    yield TextTable((), tuple(rows))
    sides = partial(side_words, citations=citations)
    yield from dispute_blocks(card.comparison.disputes, citations.words, sides)


def _row(label: str, items: Iterable[Item]) -> TextTableRow:
    return TextTableRow(styled(label), (tuple(items),))


def _statements(group: FacetRows, citations: Citations) -> Iterator[Item]:
    for row in group.rows:
        for wording in row.cells[0]:
            yield statement_item(wording, citations, sentence_mark(wording))
    yield from map(note_item, notes(group, 0, citations.words))
