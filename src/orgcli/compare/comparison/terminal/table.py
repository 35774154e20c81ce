"""The comparison on a terminal: a column per role, or cards where columns would be too narrow."""

from collections.abc import Iterator

from orgcli.compare.comparison.comparison import Comparison, FacetRows
from orgcli.compare.comparison.terminal.columns import facet_columns
from orgcli.compare.comparison.terminal.foot import common_lines, foot
from orgcli.compare.comparison.terminal.narrow import cards
from orgcli.compare.parts.citations import Citations
from orgcli.compare.parts.phrases import notes, origins
from orgcli.compare.parts.terminal import dispute_lines, labelled
from orgcli.language.words import CompareWords
from orgcli.model.text import cells
from orgcli.render.columns import GAP, side_by_side
from orgcli.render.lines import Line, apart, styled, wrap
from orgcli.render.terminal import paint
from orgcli.render.view import Page

_NARROWEST_PAGE = 80
_NARROWEST = 24
_WIDEST = 60
_WIDEST_LABEL = 16


def table(comparison: Comparison, page: Page) -> str:
    """The comparison as lines for a terminal of the page's width."""
    citations = Citations.of(comparison, page)
    words = citations.words
    label, column = _widths(comparison, page.width, words)
    if page.width < _NARROWEST_PAGE or column < _NARROWEST:
        return paint(cards(comparison, citations, page.width), page.color)
    total = label + len(comparison.columns) * (GAP + column)
    rule: Line = [("─" * total, "rule")]
    lines = [*labelled("", list(_heading(comparison, column)), label, GAP), rule]
    lines += apart(
        labelled(group.label, _body(comparison, group, citations, column), label, GAP)
        for group in comparison.groups
    )
    body = total - label - GAP
    for name, block in (
        (words.in_common, common_lines(comparison, citations, body, column + GAP)),
        (words.disputes, dispute_lines(comparison, citations, body)),
    ):
        if block:
            lines.extend([[], *labelled(name, block, label, GAP)])
    return paint([*lines, rule, *foot(comparison, citations, total)], page.color)


def _widths(comparison: Comparison, width: int, words: CompareWords) -> tuple[int, int]:
    """Cells of the labels and of each column."""
    labels = [words.in_common, words.disputes, *(group.label for group in comparison.groups)]
    whole = [size for size in map(cells, labels) if size <= _WIDEST_LABEL]
    longest = max(cells(word) for label in labels for word in label.split())
    label = min(_WIDEST_LABEL, max([longest, *whole]))
    return label, min(_WIDEST, (width - label) // len(comparison.columns) - GAP)


def _heading(comparison: Comparison, width: int) -> Iterator[Line]:
    columns = []
    for column in comparison.columns:
        short, *title = column.names
        texts = [(short, "role"), *((name, "title") for name in title)]
        texts += [(origin, "quiet") for origin in origins(column)]
        columns.append([line for text, style in texts for line in wrap(styled(text, style), width)])
    return side_by_side(columns, [width] * len(columns))


def _body(comparison: Comparison, group: FacetRows, citations: Citations, width: int) -> list[Line]:
    columns = facet_columns(comparison, group, citations, width)
    for number, column in enumerate(columns):
        for note in notes(group, number, citations.words):
            column.extend(wrap(styled(note, "quiet"), width))
    return list(side_by_side(columns, [width] * len(columns)))
