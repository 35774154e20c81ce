"""The advice for a terminal: the answer first, then why, what to add, and what nobody says."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from orgcli.advise.recommendation import Advised, Known, Line
from orgcli.advise.writers import phrases as say
from orgcli.advise.writers.lines import Marks, said, traced
from orgcli.render.lines import Line as Cells
from orgcli.render.lines import Unit, glue, hanging, one_line, wrap
from orgcli.render.lines import words as split
from orgcli.render.terminal import paint
from orgcli.render.view import Page

_WIDEST = 110
"""Cells of a line that is still easily read."""

_STYLES = {say.TODAY: "disputed", "×": "disputed", say.UNSAID: "quiet", say.OTHER: "quiet"}


def text(several: Sequence[Advised], page: Page) -> str:
    """Everything that is advised, one organisation below the other, wrapped to the page."""
    lines: list[Cells] = []
    for advised in several:
        lines += [[]] if lines else []
        lines += _whole(advised, page)
    return paint(lines, page.color)


def _whole(advised: Advised, page: Page) -> Iterator[Cells]:
    words, marks = page.words.advise, Marks(advised.names)
    width = min(page.width, _WIDEST)
    if advised.organisation is not None:
        yield from wrap(split(advised.organisation, "role"), width)
    sentences = say.answer(advised, words)
    yield from wrap(split(sentences[0], "role"), width)
    for sentence in sentences[1:]:
        yield from wrap(split(sentence), width)
    for pull in advised.pulls:
        heading = split(words.points_to.format(role=advised.names.short(pull.role)), "label")
        behind = say.counted(pull, marks.line(pull.works), words)
        yield from _section(heading + split(f"({behind})", "quiet"), pull.lines, marks, page)
    for title, lines in (
        (words.add, advised.add),
        (words.risks, advised.risks),
        (words.lines, advised.lines),
        (words.cautions, advised.cautions),
    ):
        yield from _section(split(title, "label"), lines, marks, page)
    yield from _unsaid(advised, page, width)
    yield from _known(advised, page, width)
    yield []
    yield [("─" * width, "rule")]
    yield from _foot(advised, marks, page, width)


def _section(title: list[Unit], lines: Sequence[Line], marks: Marks, page: Page) -> Iterator[Cells]:
    if not lines:
        return
    width = min(page.width, _WIDEST)
    yield []
    yield from wrap(title, width)
    for line in lines:
        sign = say.sign(line)
        yield from hanging(said(line, marks, page), sign, width, _STYLES.get(sign, "shared"))
        yield from traced(line, marks, page, width)


def _unsaid(advised: Advised, page: Page, width: int) -> Iterator[Cells]:
    if not advised.unsaid:
        return
    yield []
    yield from wrap(split(page.words.advise.unsaid, "label"), width)
    for unsaid in advised.unsaid:
        units = split(unsaid.gap.text)
        glue(units, (one_line(unsaid.gap.key), "quiet"))
        yield from hanging(units, say.UNSAID, width, "quiet")


def _known(advised: Advised, page: Page, width: int) -> Iterator[Cells]:
    words = page.words.advise
    if not advised.known:
        return
    yield []
    yield from wrap(split(words.basis, "label"), width)
    for _, several in groupby(advised.known, key=attrgetter("question.key")):
        yield from hanging(_answered(list(several), page), say.OTHER, width, "quiet")
    if advised.looked_at:
        named, every = advised.looked_at
        if named < every:
            yield from hanging(
                split(words.looked_at.format(named=named, all=every), "quiet"),
                say.OTHER, width, "quiet",
            )  # fmt: skip


def _answered(several: Sequence[Known], page: Page) -> list[Unit]:
    """A question with its answers, those about each subject one behind the other."""
    words = page.words.advise
    units = split(several[0].question.ask, "quiet")
    for known in several:
        if known.answer.subject:
            units += split(f"{say.subject(known)}:", "quiet")
        for answer, seen in say.answered(known, words):
            units += split(answer)
            if seen:
                units += split(f"({say.where(seen, words)})", "quiet")
            glue(units, (";", "quiet"), gap="")
    units[-1].pop()
    if not any(known.used for known in several) and several[0].answer.seen is None:
        units += split(f"({words.unused})", "hedge")
    return units


def _foot(advised: Advised, marks: Marks, page: Page, width: int) -> Iterator[Cells]:
    words = page.words.advise
    if page.sources is not False:
        for work in advised.works:
            units = [*split(marks.line([work.key]), "work"), *split(work.label, "quiet")]
            if page.sources is True and work.note:
                units += split(f"– {work.note}", "quiet")
            yield from hanging(units[1:], marks.line([work.key]), width, "work")
    if any(line.one_work for line in advised.every_line()):
        yield from wrap(split(words.lone_mark, "quiet"), width)
    if page.sources is not False and (keys := say.disputes(advised)):
        yield from wrap(split(words.disputed.format(keys=", ".join(keys)), "quiet"), width)
    if advised.unsaid:
        yield from wrap(split(words.gap_hint, "quiet"), width)
