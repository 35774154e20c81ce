"""The answer of a comparison as a document: the table, reporting lines, disputes and sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from orgcli.compare.answer.answer import AnswerRow, RoleAnswer, Sketch, SketchNode
from orgcli.compare.answer.units import AnswerUnits
from orgcli.compare.parts.citations import Citations
from orgcli.compare.parts.document import (
    dispute_blocks,
    heading_words,
    side_words,
    sources_of,
)
from orgcli.language.answer.words import AnswerWords
from orgcli.language.tags import speak_of_answers
from orgcli.model.text import joined
from orgcli.render.document.document import (
    Block,
    Item,
    SectionHeading,
    SideBySide,
    TextDocument,
    TextParagraph,
    TextTable,
    TextTableRow,
    Words,
)
from orgcli.render.lines import styled
from orgcli.render.view import Page


def answer_document(answer: RoleAnswer, page: Page) -> TextDocument:
    """What is on the screen, with room: each statement in a line, works and disputes in full."""
    words = speak_of_answers(page.words.tag)
    citations = Citations.of(answer.comparison, page)
    names = joined([column.short for column in answer.columns], words.or_)
    works = [work for work in answer.comparison.works if work.key in answer.works]
    return TextDocument(
        title=words.question.format(names=names),
        language=page.words.tag,
        blocks=tuple(_Blocks(answer, page, words, citations).all()),
        sources=sources_of((replace(work, languages=()) for work in works), citations),
        sources_title=page.words.roles.sources,
    )


class _Blocks:
    def __init__(
        self, answer: RoleAnswer, page: Page, words: AnswerWords, citations: Citations
    ) -> None:
        self._answer, self._words, self._citations = answer, words, citations
        self._units = AnswerUnits(answer, words, page)

    def all(self) -> Iterator[Block]:
        """Everything, top down."""
        answer, words = self._answer, self._words
        if first := self._units.first():
            yield TextParagraph(first)
        if caution := self._units.caution():
            yield TextParagraph([*styled(f"{words.caution}:", "label"), *caution])
        yield TextTable(tuple(map(heading_words, answer.columns)), tuple(self._rows()))
        if answer.sketches:
            yield SectionHeading(styled(words.lines))
            yield SideBySide(tuple(map(self._sketch, answer.sketches)))
        keys = {wording.statement.dispute for wording in answer.wordings()}
        if answer.deciding is not None:
            keys.add(answer.deciding.key)
        cited = [dispute for dispute in answer.comparison.disputes if dispute.key in keys]
        disagreements = [dispute for dispute in cited if dispute.kind == "disagree"]
        sides = partial(side_words, citations=self._citations)
        yield from dispute_blocks(disagreements, self._citations.words, sides)

    def _rows(self) -> Iterator[TextTableRow]:
        answer, words = self._answer, self._words
        for row in answer.table:
            yield self._row(row, words.not_said)
        if any(answer.archetypes):
            cells = (self._units.archetypes(archetype) for archetype in answer.archetypes)
            yield TextTableRow(styled(words.archetype), tuple(_cell(cell, words) for cell in cells))
        for row in answer.lists:
            is_hiring = row is answer.hiring
            yield self._row(row, words.no_work_says if is_hiring else words.not_said)

    def _row(self, row: AnswerRow, silence: str) -> TextTableRow:
        nothing = (Item(styled(silence, "quiet")),)
        cells = (
            tuple(Item(self._units.joined([wording])) for wording in cell) or nothing
            for cell in row.cells
        )
        return TextTableRow(styled(str(getattr(self._words, row.kind))), tuple(cells))

    def _sketch(self, sketch: Sketch) -> tuple[Words, tuple[Item, ...]]:
        title = self._answer.sketch_title(sketch, self._words.together)
        return styled(title), tuple(map(self._node, sketch.nodes))

    def _node(self, node: SketchNode) -> Item:
        units = self._units.node(node) or styled(self._words.unknown, "quiet")
        return Item(units, "└" if node.depth else "", max(0, node.depth - 1))


def _cell(units: Words, words: AnswerWords) -> tuple[Item, ...]:
    return (Item(units or styled(words.not_said, "quiet")),)
