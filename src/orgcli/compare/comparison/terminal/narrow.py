"""The comparison where columns do not fit: one role below the other."""

from collections.abc import Iterator

from orgcli.compare.comparison.comparison import Comparison, Group, Mark, Row, Said
from orgcli.compare.comparison.terminal.foot import common_lines, dispute_lines, foot
from orgcli.compare.parts.phrases import origins
from orgcli.compare.parts.statement_lines import Marks, statement_lines
from orgcli.render.lines import Line, wrap
from orgcli.render.lines import words as split

_INDENT = 2


def cards(comparison: Comparison, marks: Marks, width: int) -> list[Line]:
    """A card for each role, then what they share and what is disputed, then the foot."""
    lines: list[Line] = []
    for number in range(len(comparison.columns)):
        lines.extend([*_card(comparison, number, marks, width), []])
    for label, body in (
        (marks.says.in_common, common_lines(comparison, marks, width - _INDENT)),
        (marks.says.disputes, dispute_lines(comparison, marks, width - _INDENT, comparison.full)),
    ):
        if body:
            lines.extend([[(label, "label")], *map(_indented, body), []])
    return [*lines, [("─" * width, "rule")], *foot(comparison, marks, width)]


def _card(comparison: Comparison, number: int, marks: Marks, width: int) -> Iterator[Line]:
    column = comparison.columns[number]
    name = split(column.short, "role")
    if column.title != column.short:
        name += split(column.title, "title")
    yield from wrap(name, width)
    for origin in origins(column):
        yield from wrap(split(origin, "quiet"), width)
    yield [("─" * width, "rule")]
    for group in comparison.groups:
        yield from wrap(split(group.label, "label"), width)
        for line in _facet(comparison, group, number, marks, width - _INDENT):
            yield _indented(line)


def _facet(
    comparison: Comparison, group: Group, number: int, marks: Marks, width: int
) -> Iterator[Line]:
    if number in group.silent:
        yield [(marks.says.not_stated, "quiet")]
    elif not any(row.cells[number] for row in group.rows):
        yield from wrap(split(marks.says.hidden.format(count=group.hidden[number]), "quiet"), width)
    for row in group.rows:
        for said in row.cells[number]:
            note = _with(comparison, row, said, number, marks) if said.mark is Mark.SHARED else ""
            yield from statement_lines(said, marks, width, note)
    if number in group.otherwise:
        yield from wrap(split(marks.says.otherwise, "quiet"), width)


def _with(comparison: Comparison, row: Row, said: Said, number: int, marks: Marks) -> str:
    """With whom a statement is shared, wherever they say it."""
    concept = said.statement.concept
    common = next((one for one in comparison.common if one.concept == concept), None)
    columns = [voice.column for voice in common.voices] if common else row.columns
    others = [comparison.columns[at].short for at in columns if at != number]
    return marks.says.with_others.format(names=", ".join(others)) if others else ""


def _indented(line: Line) -> Line:
    return [(" " * _INDENT, ""), *line]
