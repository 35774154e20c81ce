"""The answer of a comparison on one screen of a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from shlex import quote

from orgcli.compare.answer.answer import AnswerRow, RoleAnswer, Sketch, SketchNode
from orgcli.compare.answer.units import AnswerUnits
from orgcli.compare.comparison.comparison import Column
from orgcli.language.answer.words import AnswerWords
from orgcli.language.tags import speak_of_answers
from orgcli.model.text import cells, joined
from orgcli.render.columns import GAP, side_by_side
from orgcli.render.lines import (
    Line,
    Unit,
    hanging,
    indented,
    measure,
    one_line,
    separated,
    styled,
    wrap,
)
from orgcli.render.terminal import paint
from orgcli.render.view import Page

_NARROWEST, _WIDEST_LABEL = 18, 14
_NARROWEST_SKETCH, _WIDEST_SKETCH = 22, 36
_WIDEST_NAME = 14
_STACKED = 44
"""Cells below which labels stand above what they are of."""


def answer_text(answer: RoleAnswer, page: Page) -> str:
    """The answer as lines for a terminal of the page's width."""
    return paint(_Screen(answer, page).lines(), page.color)


class _Screen:
    """One answer in one width."""

    def __init__(self, answer: RoleAnswer, page: Page) -> None:
        self._answer, self._width = answer, page.width
        self._words: AnswerWords = speak_of_answers(page.words.tag)
        self._units = AnswerUnits(answer, self._words, page)
        self._names = [one_line(column.short) for column in answer.columns]
        rows = (*answer.table, *answer.lists)
        labels = [self._label(row.kind) for row in rows]
        labels += [self._words.archetype, self._words.first, self._words.caution, self._words.next]
        self._left = min(_WIDEST_LABEL, max(map(cells, labels)))
        self._is_stacked = page.width < _STACKED
        self._body = page.width - (GAP if self._is_stacked else self._left + GAP)
        self._column = (self._body + GAP) // len(answer.columns) - GAP

    @property
    def _is_narrow(self) -> bool:
        """Whether there is no room for the roles side by side."""
        return (self._body + GAP) // len(self._answer.columns) - GAP < _NARROWEST

    def _label(self, kind: str) -> str:
        return str(getattr(self._words, kind))

    def lines(self) -> Iterator[Line]:
        """Everything, top down."""
        rule: Line = [("─" * self._width, "rule")]
        yield from self._title()
        yield rule
        first = self._units.first()
        if first:
            yield from self._labelled(self._words.first, wrap(first, self._body))
            yield rule
        yield from self._table()
        for row in self._answer.lists:
            is_first = row is self._answer.hiring
            yield from [[]] if is_first else []
            body = self._list(row) if is_first else self._running(row)
            yield from self._labelled(self._label(row.kind), list(body))
        yield from self._sketches()
        yield from self._foot()

    def _title(self) -> Iterator[Line]:
        """The question, and behind it the works, where there is room for them."""
        asked = self._words.question.format(names=joined(self._names, self._words.or_))
        title = styled(asked, "role")
        works = list(self._units.work_lines(self._width))
        size = sum(map(measure, title)) + len(title) - 1
        if len(works) == 1 and size + 3 + measure(works[0]) <= self._width:
            (line,) = wrap(title, self._width)
            yield [*line, (" " * (self._width - size - measure(works[0])), ""), *works[0]]
        else:
            yield from wrap(title, self._width)
            yield from works

    def _labelled(self, label: str, body: Sequence[Line]) -> Iterator[Line]:
        """Lines behind their label, or below it."""
        if self._is_stacked:
            yield from wrap(styled(label, "label"), self._width)
            yield from indented(body, GAP)
            return
        head = wrap(styled(label, "label"), self._left)
        yield from side_by_side([head, body], [self._left, self._body], GAP)

    def _table(self) -> Iterator[Line]:
        """A column for each role, a row for each question."""
        answer = self._answer
        if self._is_narrow:
            for row in answer.table:
                yield from self._labelled(self._label(row.kind), list(self._list(row)))
            return
        heads = [wrap(styled(one.names[-1], "role"), self._column) for one in answer.columns]
        yield from self._row("", heads)
        for row in answer.table:
            columns = [self._cell(self._units.joined(cell)) for cell in row.cells]
            yield from self._row(self._label(row.kind), columns)
        if any(answer.archetypes) and not answer.claims:
            columns = [self._cell(self._units.archetypes(one)) for one in answer.archetypes]
            yield from self._row(self._words.archetype, columns)

    def _row(self, label: str, columns: Sequence[Sequence[Line]]) -> Iterator[Line]:
        head = wrap(styled(label, "label"), self._left)
        widths = [self._left, *([self._column] * len(columns))]
        return side_by_side([head, *columns], widths, GAP)

    def _cell(self, units: Sequence[Unit]) -> list[Line]:
        return wrap(units or styled(self._words.not_said, "quiet"), self._column)

    def _list(self, row: AnswerRow) -> Iterator[Line]:
        """What is said of each role, one statement behind the other, behind its name."""
        left = min(_WIDEST_NAME, max(map(cells, self._names)))
        room = self._body - left - GAP
        for name, cell in zip(self._names, row.cells, strict=True):
            if not cell and row.kind != "hire_when":
                continue
            units = self._units.joined(cell) or styled(self._words.no_work_says, "quiet")
            if room < _NARROWEST:
                yield from wrap([*styled(f"{name}:", "role"), *units], self._body)
                continue
            head, body = wrap(styled(name, "role"), left), wrap(units, room)
            yield from side_by_side([head, body], [left, self._body], GAP)

    def _running(self, row: AnswerRow) -> Iterator[Line]:
        """What is said of all roles in one paragraph."""
        units: list[Unit] = []
        for name, cell in zip(self._names, row.cells, strict=True):
            if cell:
                units += [*styled(f"{name}:", "role"), *self._units.joined(cell)]
        return iter(wrap(units, self._body))

    def _sketches(self) -> Iterator[Line]:
        """The reporting lines side by side, in as many rows as they need."""
        sketches = self._answer.sketches
        if not sketches:
            return
        yield from wrap(styled(self._words.lines, "label"), self._width)
        many = max(1, min(len(sketches), (self._width + GAP) // (_NARROWEST_SKETCH + GAP)))
        width = min(_WIDEST_SKETCH, (self._width + GAP) // many - GAP)
        for at in range(0, len(sketches), many):
            columns = [self._sketch(one, width) for one in sketches[at : at + many]]
            yield from side_by_side(columns, [width] * len(columns), GAP)

    def _sketch(self, sketch: Sketch, width: int) -> list[Line]:
        alone = self._words.alone.format(name=self._names[sketch.columns[0]])
        title = self._words.together if len(sketch.columns) > 1 else alone
        lines = wrap(styled(title, "strong"), width)
        for node in sketch.nodes:
            lines += self._node(node, width)
        return lines

    def _node(self, node: SketchNode, width: int) -> list[Line]:
        units = self._units.node(node) or styled(self._words.unknown, "quiet")
        if not node.depth:
            return wrap(units, width)
        return hanging(units, f"{'  ' * (node.depth - 1)}└", width, "rule")

    def _foot(self) -> Iterator[Line]:
        """What most of it rests on, and where to read on."""
        if caution := self._units.caution():
            yield from self._labelled(self._words.caution, wrap(caution, self._body))
        deciding = self._answer.deciding
        roles = " ".join(map(_argument, self._answer.columns))
        commands = ["orgcli advise", f"orgcli compare {roles} --table"]
        if deciding is not None:
            commands.insert(1, f"orgcli dispute {deciding.key}")
        units = separated([[[(one_line(one), "")]] for one in commands])
        yield from self._labelled(self._words.next, wrap(units, self._body))


def _argument(column: Column) -> str:
    """A role as a command line names it."""
    named = quote(column.file) if column.file else column.id
    return f"{named}@{column.work.key}" if column.work else named
