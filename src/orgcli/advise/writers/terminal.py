"""The advice for a terminal: the answer first, then reasons, additions and gaps."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from orgcli.advise.recommendation import AdviceLine, AnsweredQuestion, Recommendation
from orgcli.advise.writers import phrases
from orgcli.advise.writers.lines import AdvicePage
from orgcli.render.lines import Line, Unit, apart, glue, hanging, one_line, styled, wrap
from orgcli.render.terminal import paint
from orgcli.render.view import Page


def text(results: Sequence[Recommendation], page: Page) -> str:
    """Everything that is recommended, one organisation below the other, wrapped to the page."""
    blocks = (_whole(result, AdvicePage(page, result.names)) for result in results)
    return paint(apart(blocks), page.color)


def _whole(result: Recommendation, page: AdvicePage) -> Iterator[Line]:
    words = page.words
    first, *others = phrases.answer_sentences(result, words)
    for title in (result.organisation, first):
        yield from wrap(styled(title or "", "role"), page.width)
    for sentence in others:
        yield from wrap(styled(sentence), page.width)
    for candidate in result.candidates:
        heading = styled(words.points_to.format(role=result.names.short(candidate.role)), "label")
        behind = phrases.support(candidate, page.line(candidate.works), words)
        yield from _section(heading + styled(f"({behind})", "quiet"), candidate.lines, page)
    for title, lines in phrases.sections(result, words):
        yield from _section(styled(title, "label"), lines, page)
    yield from _gaps(result, page)
    yield from _answers(result, page)
    yield []
    yield [("─" * page.width, "rule")]
    yield from _foot(result, page)


def _section(title: list[Unit], lines: Sequence[AdviceLine], page: AdvicePage) -> Iterator[Line]:
    if not lines:
        return
    yield []
    yield from wrap(title, page.width)
    for line in lines:
        yield from page.advice_lines(line, phrases.sign(line))


def _gaps(result: Recommendation, page: AdvicePage) -> Iterator[Line]:
    if not result.gaps:
        return
    yield []
    yield from wrap(styled(page.words.unsaid, "label"), page.width)
    for explained in result.gaps:
        units = styled(explained.gap.text)
        glue(units, (one_line(explained.gap.key), "quiet"))
        yield from page.hanging(units, phrases.GAP_SIGN)


def _answers(result: Recommendation, page: AdvicePage) -> Iterator[Line]:
    if not result.answers:
        return
    yield []
    yield from wrap(styled(page.words.basis, "label"), page.width)
    for _, several in groupby(result.answers, key=attrgetter("question.key")):
        yield from page.hanging(_answered(list(several), page), phrases.OTHER_SIGN)
    if looked_at := phrases.looked_at(result, page.words):
        yield from page.hanging(styled(looked_at, "quiet"), phrases.OTHER_SIGN)


def _answered(several: Sequence[AnsweredQuestion], page: AdvicePage) -> list[Unit]:
    """A question with its answers, those about each subject one behind the other."""
    units = styled(several[0].question.ask, "quiet")
    for answered in several:
        if answered.answer.subject:
            units += styled(f"{phrases.subject(answered)}:", "quiet")
        for answer, observation in phrases.answer_texts(answered, page.words):
            units += styled(answer)
            if observation:
                units += styled(f"({page.position(observation)})", "quiet")
            glue(units, (";", "quiet"), gap="")
    units[-1].pop()
    if not any(answered.used for answered in several) and several[0].answer.seen is None:
        units += styled(f"({page.words.unused})", "hedge")
    return units


def _foot(result: Recommendation, page: AdvicePage) -> Iterator[Line]:
    for work in result.works if page.shown else ():
        units = styled(work.label, "quiet")
        if page.ids and work.note:
            units += styled(f"– {work.note}", "quiet")
        yield from hanging(units, page.line([work.key]), page.width, "work")
    notes = phrases.notes(result, page.words, page.shown)
    for note in (*notes, *([page.words.gap_hint] if result.gaps else [])):
        yield from wrap(styled(note, "quiet"), page.width)
