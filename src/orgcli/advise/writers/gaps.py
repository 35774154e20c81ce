"""The gap behind a question, or every gap there is, for a terminal."""

from collections.abc import Iterator
from dataclasses import dataclass

from orgcli.advise.recommendation import Names, Unsaid
from orgcli.advise.writers import phrases as say
from orgcli.advise.writers.lines import Marks, said, traced
from orgcli.model.roles.library import Work
from orgcli.render.lines import Line as Cells
from orgcli.render.lines import glue, hanging, one_line, wrap
from orgcli.render.lines import words as split
from orgcli.render.terminal import paint
from orgcli.render.view import Page

_WIDEST = 110


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to tell about a question.

    question  as it was asked; None where all gaps are listed
    found     the gaps that it is about
    every     all gaps, where they are listed or none was found
    """

    question: str | None
    found: tuple[Unsaid, ...]
    every: tuple[Unsaid, ...]
    names: Names

    @property
    def works(self) -> list[Work]:
        """The works behind what is said near to the gaps."""
        cited = {work for unsaid in self.found for line in unsaid.near for work in line.works}
        return [work for work in self.names.works if work.key in cited]


def told_text(told: Told, page: Page) -> str:
    """Each gap with what is said near to it; or all of them in a list."""
    words = page.words.advise
    width = min(page.width, _WIDEST)
    lines: list[Cells] = []
    for unsaid in told.found:
        lines += [[]] if lines else []
        lines += _gap(unsaid, told, page)
    if told.found:
        return paint([*lines, *_foot(told, page, width)], page.color)
    title = words.unsaid if told.question is None else words.no_gap.format(question=told.question)
    lines += wrap(split(title, "label"), width)
    for unsaid in told.every:
        units = split(unsaid.gap.ask)
        glue(units, (one_line(unsaid.gap.key), "quiet"))
        lines += hanging(units, say.UNSAID, width, "quiet")
    lines += [[], *wrap(split(words.gap_hint, "quiet"), width)]
    return paint(lines, page.color)


def _gap(unsaid: Unsaid, told: Told, page: Page) -> Iterator[Cells]:
    words, marks = page.words.advise, Marks(told.names)
    width = min(page.width, _WIDEST)
    yield from wrap(split(unsaid.gap.ask), width)
    yield from wrap(split(unsaid.gap.text, "role"), width)
    yield []
    title = words.near if unsaid.near else words.no_near
    yield from wrap(split(title, "label"), width)
    for line in unsaid.near:
        yield from hanging(said(line, marks, page), say.OTHER, width, "quiet")
        yield from traced(line, marks, page, width)


def _foot(told: Told, page: Page, width: int) -> Iterator[Cells]:
    if page.sources is False or not told.works:
        return
    yield []
    yield [("─" * width, "rule")]
    marks = Marks(told.names)
    for work in told.works:
        units = split(work.label, "quiet")
        yield from hanging(units, marks.line([work.key]), width, "work")
