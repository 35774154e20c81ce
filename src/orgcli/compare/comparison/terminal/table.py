"""The comparison on a terminal: a column per role, or cards where columns would be too narrow."""

from collections.abc import Iterator, Sequence

from orgcli.compare.comparison.comparison import Comparison, Group
from orgcli.compare.comparison.terminal.columns import beside, flow
from orgcli.compare.comparison.terminal.foot import common_lines, dispute_lines, foot
from orgcli.compare.comparison.terminal.narrow import cards
from orgcli.compare.parts.phrases import origins
from orgcli.compare.parts.statement_lines import Marks
from orgcli.language.words import CompareWords
from orgcli.model.text import cells
from orgcli.render.lines import Line, pad, wrap
from orgcli.render.lines import words as split
from orgcli.render.terminal import paint
from orgcli.render.view import Page

_NARROWEST_PAGE = 80
_NARROWEST = 24
_WIDEST = 60
_WIDEST_LABEL = 16
_GAP = 2


def table(comparison: Comparison, page: Page) -> str:
    """The comparison as lines for a terminal of the page's width."""
    marks = Marks(comparison, page)
    label, column = _widths(comparison, page.width, marks.says)
    if page.width < _NARROWEST_PAGE or column < _NARROWEST:
        return paint(cards(comparison, marks, page.width), page.color)
    total = label + len(comparison.columns) * (_GAP + column)
    lines = [*_heading(comparison, label, column), [("─" * total, "rule")]]
    for number, group in enumerate(comparison.groups):
        if number:
            lines.append([])
        lines.extend(_labelled(group.label, _body(group, marks, column), label))
    body = total - label - _GAP
    for name, block in (
        (marks.says.in_common, common_lines(comparison, marks, body, column + _GAP)),
        (marks.says.disputes, dispute_lines(comparison, marks, body, comparison.full)),
    ):
        if block:
            lines.extend([[], *_labelled(name, block, label)])
    lines.append([("─" * total, "rule")])
    lines.extend(foot(comparison, marks, total))
    return paint(lines, page.color)


def _widths(comparison: Comparison, width: int, says: CompareWords) -> tuple[int, int]:
    """Cells of the labels and of each column."""
    labels = [says.in_common, says.disputes, *(group.label for group in comparison.groups)]
    whole = [size for size in map(cells, labels) if size <= _WIDEST_LABEL]
    longest = max(cells(word) for label in labels for word in label.split())
    label = min(_WIDEST_LABEL, max([longest, *whole]))
    return label, min(_WIDEST, (width - label) // len(comparison.columns) - _GAP)


def _heading(comparison: Comparison, label: int, width: int) -> Iterator[Line]:
    columns = []
    for column in comparison.columns:
        lines = wrap(split(column.short, "role"), width)
        if column.title != column.short:
            lines += wrap(split(column.title, "title"), width)
        for origin in origins(column):
            lines += wrap(split(origin, "quiet"), width)
        columns.append(lines)
    return _labelled("", beside(columns, width, _GAP), label)


def _labelled(label: str, body: Sequence[Line], width: int) -> Iterator[Line]:
    names = wrap(split(label, "label"), width)
    for number in range(max(len(names), len(body))):
        name = names[number] if number < len(names) else []
        rest = body[number] if number < len(body) else []
        yield [*pad(name, width), (" " * _GAP, ""), *rest]


def _body(group: Group, marks: Marks, width: int) -> list[Line]:
    columns = flow(group, marks, width, _GAP)
    for number in group.silent:
        columns[number] = [[(marks.says.not_stated, "quiet")]]
    for number, hidden in enumerate(group.hidden):
        if hidden and not columns[number]:
            columns[number].extend(
                wrap(split(marks.says.hidden.format(count=hidden), "quiet"), width)
            )
    for number in group.otherwise:
        columns[number].extend(wrap(split(marks.says.otherwise, "quiet"), width))
    return beside(columns, width, _GAP)
