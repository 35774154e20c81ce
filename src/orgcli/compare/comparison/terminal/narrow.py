"""The comparison where columns do not fit: one role below the other."""

from collections.abc import Iterator

from orgcli.compare.comparison.comparison import Comparison, FacetRows
from orgcli.compare.comparison.terminal.foot import common_lines, foot
from orgcli.compare.comparison.terminal.sharing import sharing_roles
from orgcli.compare.parts.citations import Citations
from orgcli.compare.parts.phrases import notes
from orgcli.compare.parts.terminal import dispute_lines, heading_lines, statement_lines
from orgcli.render.lines import Line, indented, styled, wrap

_INDENT = 2


def cards(comparison: Comparison, citations: Citations, width: int) -> list[Line]:
    """A card for each role, then what they share and what is disputed, then the foot."""
    rule: Line = [("─" * width, "rule")]
    inner = width - _INDENT
    lines: list[Line] = []
    for number, column in enumerate(comparison.columns):
        lines.extend([*heading_lines(column, width), rule])
        for group in comparison.groups:
            lines.extend(wrap(styled(group.label, "label"), width))
            lines.extend(indented(_facet(comparison, group, number, citations, inner), _INDENT))
        lines.append([])
    for label, body in (
        (citations.words.in_common, common_lines(comparison, citations, inner)),
        (citations.words.disputes, dispute_lines(comparison, citations, inner)),
    ):
        if body:
            lines.extend([[(label, "label")], *indented(body, _INDENT), []])
    return [*lines, rule, *foot(comparison, citations, width)]


def _facet(
    comparison: Comparison, group: FacetRows, number: int, citations: Citations, width: int
) -> Iterator[Line]:
    for row in group.rows:
        for wording in row.cells[number]:
            others = sharing_roles(comparison, row, wording, number)
            note = citations.words.with_others.format(names=others) if others else ""
            yield from statement_lines(wording, citations, width, note)
    for note in notes(group, number, citations.words):
        yield from wrap(styled(note, "quiet"), width)
