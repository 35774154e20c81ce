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
_HIGHEST_CAUTION = 2
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

    def _label(self, kind: str) -> str:
        return str(getattr(self._words, kind))

    def lines(self) -> Iterator[Line]:
        """Everything, top down."""
        yield from self._title()
        first = self._units.first()
        if first:
            yield from self._labelled(self._words.first, wrap(first, self._body))
        yield from self._table()
        yield from self._caution()
        for row in self._answer.lists:
            is_first = row is self._answer.hiring
            body = self._list(row) if is_first else self._running(row)
            yield from self._labelled(self._label(row.kind), list(body))
        yield from self._sketches()
        yield from self._foot()

    def _caution(self) -> Iterator[Line]:
        """What most of the following rests on; in brief where it would be long."""
        lines = wrap(self._units.caution(), self._body)
        if len(lines) > _HIGHEST_CAUTION:
            lines = wrap(self._units.caution(with_note=False), self._body)
        if lines:
            yield from self._labelled(self._words.caution, lines)

    def _title(self) -> Iterator[Line]:
        """The question, and behind it the works, where there is room for them."""
        question = self._words.question.format(names=joined(self._names, self._words.or_))
        title = styled(question, "role")
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
        """A column for each role, a row for each question; below each other where it is narrow."""
        answer = self._answer
        if self._column < _NARROWEST:
            for row in answer.table:
                yield from self._labelled(self._label(row.kind), list(self._list(row)))
            return
        tables = [list(self._rows(widths)) for widths in self._widths()]
        yield from min(tables, key=len)

    def _widths(self) -> Iterator[Sequence[int]]:
        """Even columns, and columns in proportion to the statements of their roles."""
        count = len(self._answer.columns)
        yield [self._column] * count
        spare = count * (self._column - _NARROWEST)
        for power in (0.5, 1.0):
            weights = [
                sum(
                    sum(map(measure, self._units.joined(row.cells[at])))
                    for row in self._answer.table
                )
                ** power
                for at in range(count)
            ]
            whole = sum(weights) or 1
            yield [_NARROWEST + int(spare * weight / whole) for weight in weights]

    def _rows(self, widths: Sequence[int]) -> Iterator[Line]:
        """The table in columns of these widths."""
        answer = self._answer
        yield from self._row(
            "", [styled(column.names[-1], "role") for column in answer.columns], widths
        )
        for row in answer.table:
            cells = [self._units.joined(cell) for cell in row.cells]
            yield from self._row(self._label(row.kind), cells, widths)
        if any(answer.archetypes) and not answer.claims:
            cells = [self._units.archetypes(archetype) for archetype in answer.archetypes]
            yield from self._row(self._words.archetype, cells, widths)

    def _row(
        self, label: str, cells: Sequence[Sequence[Unit]], widths: Sequence[int]
    ) -> Iterator[Line]:
        head = wrap(styled(label, "label"), self._left)
        silence = styled(self._words.not_said, "quiet")
        columns = [wrap(cell or silence, wide) for cell, wide in zip(cells, widths, strict=True)]
        return side_by_side([head, *columns], [self._left, *widths], GAP)

    def _list(self, row: AnswerRow) -> Iterator[Line]:
        """The statements of each role in a row, behind its name."""
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
        """The statements of all roles in one paragraph."""
        template = self._words.as_role if row.kind == "wrong_person" else "{name}:"
        items = [
            [*styled(template.format(name=name), "role"), *self._units.joined(cell)]
            for name, cell in zip(self._names, row.cells, strict=True)
            if cell
        ]
        return iter(wrap(separated(items), self._body))

    def _sketches(self) -> Iterator[Line]:
        """The reporting lines side by side, in as many rows as they need."""
        sketches = self._answer.sketches
        if not sketches:
            return
        yield from wrap(styled(self._words.lines, "label"), self._width)
        many = max(1, min(len(sketches), (self._width + GAP) // (_NARROWEST_SKETCH + GAP)))
        for at in range(0, len(sketches), many):
            row = sketches[at : at + many]
            widths = self._sketch_widths(row, many)
            columns = [self._sketch(sketch, wide) for sketch, wide in zip(row, widths, strict=True)]
            yield from side_by_side(columns, widths, GAP)

    def _sketch_widths(self, row: Sequence[Sketch], many: int) -> Sequence[int]:
        """Even widths, or others with which the highest sketch is lower.

        From narrow ones on, the highest gets what makes it lower, as long as there is room.
        """
        even = [min(_WIDEST_SKETCH, (self._width + GAP) // many - GAP)] * len(row)
        widths = [min(even[0], _NARROWEST_SKETCH - GAP)] * len(row)
        heights = [
            len(self._sketch(sketch, wide)) for sketch, wide in zip(row, widths, strict=True)
        ]
        left = self._width - GAP * (len(row) - 1) - sum(widths)
        while left > 0:
            at = heights.index(max(heights))
            for wide in range(widths[at] + 1, min(widths[at] + left, _WIDEST_SKETCH) + 1):
                if (height := len(self._sketch(row[at], wide))) < heights[at]:
                    left -= wide - widths[at]
                    widths[at], heights[at] = wide, height
                    break
            else:
                break
        usual = max(len(self._sketch(sketch, even[0])) for sketch in row)
        if max(heights) >= usual:
            return even
        return [wide + left // len(row) for wide in widths]

    def _sketch(self, sketch: Sketch, width: int) -> list[Line]:
        title = self._answer.sketch_title(sketch, self._words.together)
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
        """Where to read on."""
        deciding = self._answer.deciding
        roles = " ".join(map(_argument, self._answer.columns))
        commands = ["orgcli advise", f"orgcli compare {roles} --table"]
        if deciding is not None:
            commands.insert(1, f"orgcli dispute {deciding.key}")
        units = separated([[[(one_line(command), "")]] for command in commands])
        yield from self._labelled(self._words.next, wrap(units, self._body))


def _argument(column: Column) -> str:
    """A role as a command line names it."""
    role = quote(column.file) if column.file else column.id
    return f"{role}@{column.work.key}" if column.work else role
