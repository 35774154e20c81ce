"""The gap behind a question, or every gap there is, for a terminal."""

from collections.abc import Iterator

from orgcli.advise.recommendation import ExplainedGap, GapReport
from orgcli.advise.writers import phrases
from orgcli.advise.writers.lines import WorkMarks, line_units, trace_lines
from orgcli.render.lines import Line, glue, hanging, one_line, wrap
from orgcli.render.lines import words as split
from orgcli.render.terminal import paint
from orgcli.render.view import Page

_WIDEST = 110


def gap_text(report: GapReport, page: Page) -> str:
    """Each gap with what is said near to it; or all of them in a list."""
    words = page.words.advise
    width = min(page.width, _WIDEST)
    lines: list[Line] = []
    for explained in report.found:
        lines += [[]] if lines else []
        lines += _gap(explained, report, page)
    if report.found:
        return paint([*lines, *_foot(report, page, width)], page.color)
    lines += wrap(split(phrases.gap_list_title(report, words), "label"), width)
    for explained in report.listed:
        units = split(explained.gap.ask)
        glue(units, (one_line(explained.gap.key), "quiet"))
        lines += hanging(units, phrases.GAP_SIGN, width, "quiet")
    lines += [[], *wrap(split(words.gap_hint, "quiet"), width)]
    return paint(lines, page.color)


def _gap(explained: ExplainedGap, report: GapReport, page: Page) -> Iterator[Line]:
    words, marks = page.words.advise, WorkMarks(report.names)
    width = min(page.width, _WIDEST)
    yield from wrap(split(explained.gap.ask), width)
    yield from wrap(split(explained.gap.text, "role"), width)
    yield []
    title = words.near if explained.near else words.no_near
    yield from wrap(split(title, "label"), width)
    for line in explained.near:
        yield from hanging(line_units(line, marks, page), phrases.OTHER_SIGN, width, "quiet")
        yield from trace_lines(line, marks, page, width)


def _foot(report: GapReport, page: Page, width: int) -> Iterator[Line]:
    if page.sources is False or not report.works:
        return
    yield []
    yield [("─" * width, "rule")]
    marks = WorkMarks(report.names)
    for work in report.works:
        units = split(work.label, "quiet")
        yield from hanging(units, marks.line([work.key]), width, "work")
