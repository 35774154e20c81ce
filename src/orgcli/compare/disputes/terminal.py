"""Disputes on a terminal: each question over its sides, each side over its statements."""

from collections.abc import Iterator, Sequence

from orgcli.compare.comparison.comparison import Agreement
from orgcli.compare.disputes.dispute import DisputeDetail, DisputeStatement
from orgcli.compare.parts.phrases import SIGNS
from orgcli.compare.parts.units import statement_units
from orgcli.model.text import cells
from orgcli.render.columns import GAP, side_by_side
from orgcli.render.lines import Line, apart, hanging, indented, one_line, styled, wrap
from orgcli.render.terminal import paint
from orgcli.render.view import Page
from orgcli.render.works import works_lines

_WIDEST = 100
_WIDEST_ROLE = 18
_INDENT = 4


def dispute_text(disputes: Sequence[DisputeDetail], page: Page) -> str:
    """Each question over its sides; below each side what its works say, then the reading."""
    width = min(page.width, _WIDEST)
    return paint(apart(_lines(detail, page, width) for detail in disputes), page.color)


def _lines(detail: DisputeDetail, page: Page, width: int) -> Iterator[Line]:
    dispute, rule = detail.dispute, [("─" * width, "rule")]
    question = [*styled(dispute.key, "disputed"), *styled(dispute.question, "role")]
    disagrees = dispute.kind == "disagree"
    sign = SIGNS[Agreement.DISPUTED if disagrees else Agreement.SHARED]
    yield from hanging(question, sign, width, "disputed" if disagrees else "shared")
    kind = page.words.compare.dispute_kinds[dispute.kind]
    yield from hanging(styled(f"({kind})", "quiet"), " ", width, "")
    yield rule
    for number, (side, statements) in enumerate(detail.sides):
        yield from ([[]] if number else [])
        yield from hanging(styled(side.text, "label"), "–", width, "")
        works = ", ".join(detail.works_of(side))
        yield from hanging(styled(works, "work"), " ", width, "")
        yield from _statements(statements, detail, page, width)
    if detail.others:
        yield []
        yield from wrap(styled(detail.label_of_others(page.words.roles), "label"), width)
        yield from _statements(detail.others, detail, page, width)
    if dispute.reading:
        yield []
        yield from hanging(styled(dispute.reading, "hedge"), "→", width, "quiet")
    yield rule
    yield from works_lines(detail.works, width)


def _statements(
    statements: Sequence[DisputeStatement], detail: DisputeDetail, page: Page, width: int
) -> Iterator[Line]:
    """Each statement beside the roles that make it."""
    citations = detail.citations(page)
    roles = max((cells(_roles(statement)) for statement in detail.statements), default=0)
    column = min(roles, _WIDEST_ROLE)
    room = width - _INDENT - column - GAP
    for statement in statements:
        names = wrap(styled(_roles(statement), "role"), column)
        body = wrap(statement_units(statement.with_label, citations), room)
        yield from indented(side_by_side([names, body], [column, room]), _INDENT)


def _roles(statement: DisputeStatement) -> str:
    return one_line(", ".join(statement.roles))
