"""Disputes on a terminal: each question over its sides, each side over its statements."""

from collections.abc import Iterator, Sequence

from orgcli.compare.comparison.comparison import Agreement
from orgcli.compare.disputes.dispute import DisputeDetail, DisputeStatement
from orgcli.compare.parts.phrases import SIGNS
from orgcli.language.words import RolesWords
from orgcli.model.text import cells
from orgcli.render.columns import GAP, beside
from orgcli.render.lines import Line, Unit, glue, hanging, indented, one_line, wrap
from orgcli.render.lines import words as split
from orgcli.render.terminal import paint
from orgcli.render.view import Page
from orgcli.render.works import marks_of, works_lines

_WIDEST = 100
_WIDEST_ROLE = 18
_INDENT = 4


def dispute_text(disputes: Sequence[DisputeDetail], page: Page) -> str:
    """Each question over its sides; below each side what its works say, then the reading."""
    width = min(page.width, _WIDEST)
    lines: list[Line] = []
    for number, detail in enumerate(disputes):
        lines.extend([[]] if number else [])
        lines.extend(_lines(detail, page.words.roles, width))
    return paint(lines, page.color)


def _lines(detail: DisputeDetail, words: RolesWords, width: int) -> Iterator[Line]:
    dispute, rule = detail.dispute, [("─" * width, "rule")]
    question = [*split(dispute.key, "disputed"), *split(dispute.question, "role")]
    yield from hanging(question, SIGNS[Agreement.DISPUTED], width, "disputed")
    yield rule
    names = {work.key: work.label for work in detail.works}
    marks = marks_of(detail.works)
    roles = max((cells(_roles(one)) for one in detail.statements), default=0)
    column = min(roles, _WIDEST_ROLE)
    for number, (side, statements) in enumerate(detail.sides):
        yield from ([[]] if number else [])
        yield from hanging(split(side.text, "label"), "–", width, "")
        works = ", ".join(names.get(work, work) for work in side.sources)
        yield from hanging(split(works, "work"), " ", width, "")
        yield from _statements(statements, marks, column, width)
    if detail.others:
        yield []
        yield from wrap(split(detail.label_of_others(words), "label"), width)
        yield from _statements(detail.others, marks, column, width)
    if dispute.reading:
        yield []
        yield from hanging(split(dispute.reading, "hedge"), "→", width, "quiet")
    yield rule
    yield from works_lines(detail.works, width)


def _roles(statement: DisputeStatement) -> str:
    return one_line(", ".join(statement.roles))


def _statements(
    statements: Sequence[DisputeStatement], marks: dict[str, str], column: int, width: int
) -> Iterator[Line]:
    room = width - _INDENT - column - GAP
    for statement in statements:
        names = wrap(split(_roles(statement), "role"), column)
        body = wrap(_units(statement, marks), room)
        yield from indented(beside([names, body], [column, room]), _INDENT)


def _units(statement: DisputeStatement, marks: dict[str, str]) -> list[Unit]:
    wording = statement.wording
    units = split(statement.text)
    if wording.qualifier:
        units.extend(split(f"({wording.qualifier})", "hedge"))
    if wording.works:
        glue(units, (one_line(" ".join(marks.get(work, work) for work in wording.works)), "work"))
    if wording.language:
        glue(units, (f"[{one_line(wording.language)}]", "quiet"))
    if wording.statement.id:
        glue(units, (one_line(wording.statement.id), "quiet"))
    return units
