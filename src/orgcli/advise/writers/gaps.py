"""The gap behind a question, or every gap there is, for a terminal."""

from collections.abc import Iterator

from orgcli.advise.recommendation import GapReport
from orgcli.advise.writers import phrases
from orgcli.advise.writers.lines import AdvicePage
from orgcli.render.lines import Line, glue, hanging, one_line, styled, wrap
from orgcli.render.terminal import paint
from orgcli.render.view import Page


def gap_text(report: GapReport, page: Page) -> str:
    """Each gap with the statements near to it; or all of them in a list."""
    lines = _explained if report.matches else _listed
    return paint(lines(report, AdvicePage(page, report.names)), page.color)


def _listed(report: GapReport, page: AdvicePage) -> Iterator[Line]:
    yield from wrap(styled(phrases.gap_list_title(report, page.words), "label"), page.width)
    for explained in report.listed:
        units = styled(explained.gap.ask)
        glue(units, (one_line(explained.gap.key), "quiet"))
        yield from page.hanging(units, phrases.GAP_SIGN)
    yield []
    yield from wrap(styled(page.words.gap_hint, "quiet"), page.width)


def _explained(report: GapReport, page: AdvicePage) -> Iterator[Line]:
    for number, explained in enumerate(report.matches):
        yield from [[]] if number else []
        yield from wrap(styled(explained.gap.ask), page.width)
        yield from wrap(styled(explained.gap.text, "role"), page.width)
        yield []
        title = page.words.near if explained.near else page.words.no_near
        yield from wrap(styled(title, "label"), page.width)
        for line in explained.near:
            yield from page.advice_lines(line, phrases.OTHER_SIGN)
    if page.shown and report.works:
        yield []
        yield [("─" * page.width, "rule")]
        for work in report.works:
            units = styled(work.label, "quiet")
            yield from hanging(units, page.line([work.key]), page.width, "work")
