"""The advice for a terminal: the answer first, then why, what to add, and what nobody says."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from orgcli.advise.recommendation import AdviceLine, AnsweredQuestion, Recommendation
from orgcli.advise.writers import phrases
from orgcli.advise.writers.lines import WorkMarks, line_units, trace_lines
from orgcli.render.lines import Line, Unit, glue, hanging, one_line, wrap
from orgcli.render.lines import words as split
from orgcli.render.terminal import paint
from orgcli.render.view import Page

_WIDEST = 110
"""Cells of a line that is still easily read."""

_STYLES = {
    phrases.TODAY_SIGN: "disputed",
    "×": "disputed",
    phrases.GAP_SIGN: "quiet",
    phrases.OTHER_SIGN: "quiet",
}


def text(several: Sequence[Recommendation], page: Page) -> str:
    """Everything that is recommended, one organisation below the other, wrapped to the page."""
    lines: list[Line] = []
    for result in several:
        lines += [[]] if lines else []
        lines += _whole(result, page)
    return paint(lines, page.color)


def _whole(result: Recommendation, page: Page) -> Iterator[Line]:
    words, marks = page.words.advise, WorkMarks(result.names)
    width = min(page.width, _WIDEST)
    if result.organisation is not None:
        yield from wrap(split(result.organisation, "role"), width)
    sentences = phrases.answer_sentences(result, words)
    yield from wrap(split(sentences[0], "role"), width)
    for sentence in sentences[1:]:
        yield from wrap(split(sentence), width)
    for candidate in result.candidates:
        heading = split(words.points_to.format(role=result.names.short(candidate.role)), "label")
        behind = phrases.support(candidate, marks.line(candidate.works), words)
        yield from _section(heading + split(f"({behind})", "quiet"), candidate.lines, marks, page)
    for title, lines in phrases.sections(result, words):
        yield from _section(split(title, "label"), lines, marks, page)
    yield from _gaps(result, page, width)
    yield from _answers(result, page, width)
    yield []
    yield [("─" * width, "rule")]
    yield from _foot(result, marks, page, width)


def _section(
    title: list[Unit], lines: Sequence[AdviceLine], marks: WorkMarks, page: Page
) -> Iterator[Line]:
    if not lines:
        return
    width = min(page.width, _WIDEST)
    yield []
    yield from wrap(title, width)
    for line in lines:
        sign = phrases.sign(line)
        yield from hanging(line_units(line, marks, page), sign, width, _STYLES.get(sign, "shared"))
        yield from trace_lines(line, marks, page, width)


def _gaps(result: Recommendation, page: Page, width: int) -> Iterator[Line]:
    if not result.gaps:
        return
    yield []
    yield from wrap(split(page.words.advise.unsaid, "label"), width)
    for explained in result.gaps:
        units = split(explained.gap.text)
        glue(units, (one_line(explained.gap.key), "quiet"))
        yield from hanging(units, phrases.GAP_SIGN, width, "quiet")


def _answers(result: Recommendation, page: Page, width: int) -> Iterator[Line]:
    words = page.words.advise
    if not result.answers:
        return
    yield []
    yield from wrap(split(words.basis, "label"), width)
    for _, several in groupby(result.answers, key=attrgetter("question.key")):
        yield from hanging(_answered(list(several), page), phrases.OTHER_SIGN, width, "quiet")
    if result.looked_at:
        named, every = result.looked_at
        if named < every:
            yield from hanging(
                split(words.looked_at.format(named=named, all=every), "quiet"),
                phrases.OTHER_SIGN, width, "quiet",
            )  # fmt: skip


def _answered(several: Sequence[AnsweredQuestion], page: Page) -> list[Unit]:
    """A question with its answers, those about each subject one behind the other."""
    words = page.words.advise
    units = split(several[0].question.ask, "quiet")
    for answered in several:
        if answered.answer.subject:
            units += split(f"{phrases.subject(answered)}:", "quiet")
        for answer, seen in phrases.answer_texts(answered, words):
            units += split(answer)
            if seen:
                units += split(f"({phrases.position_text(seen, words)})", "quiet")
            glue(units, (";", "quiet"), gap="")
    units[-1].pop()
    if not any(answered.used for answered in several) and several[0].answer.seen is None:
        units += split(f"({words.unused})", "hedge")
    return units


def _foot(result: Recommendation, marks: WorkMarks, page: Page, width: int) -> Iterator[Line]:
    words = page.words.advise
    if page.sources is not False:
        for work in result.works:
            units = [*split(marks.line([work.key]), "work"), *split(work.label, "quiet")]
            if page.sources is True and work.note:
                units += split(f"– {work.note}", "quiet")
            yield from hanging(units[1:], marks.line([work.key]), width, "work")
    if any(line.one_work for line in result.all_lines()):
        yield from wrap(split(words.lone_mark, "quiet"), width)
    if page.sources is not False and (keys := phrases.disputes(result)):
        yield from wrap(split(words.disputed.format(keys=", ".join(keys)), "quiet"), width)
    if result.gaps:
        yield from wrap(split(words.gap_hint, "quiet"), width)
