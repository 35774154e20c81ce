"""The advice as Markdown (GFM), with everything users wrote escaped."""

from collections.abc import Iterable, Iterator, Sequence

from orgcli.advise.recommendation import AdviceLine, AnsweredQuestion, GapReport, Recommendation
from orgcli.advise.writers import phrases
from orgcli.advise.writers.lines import WorkMarks
from orgcli.model.roles.library import Work
from orgcli.render.markdown import escaped
from orgcli.render.view import Page


def markdown(several: Sequence[Recommendation], page: Page) -> str:
    """The answer, then lists under headings, for each organisation or for the answers."""
    return "\n\n".join("\n\n".join(_whole(result, page)) for result in several) + "\n"


def gap_markdown(report: GapReport, page: Page) -> str:
    """Each gap with what is said near to it; or all of them in a list."""
    words, marks = page.words.advise, WorkMarks(report.names)
    if not report.found:
        every = [f"- {escaped(one.gap.ask)} `{escaped(one.gap.key)}`" for one in report.listed]
        return f"# {escaped(phrases.gap_list_title(report, words))}\n\n" + "\n".join(every) + "\n"
    blocks: list[str] = []
    for one in report.found:
        blocks += [f"# {escaped(one.gap.ask)}", f"**{escaped(one.gap.text)}**"]
        near = words.near if one.near else words.no_near
        blocks += [f"## {escaped(near)}" if one.near else escaped(near)]
        blocks += ["\n".join(f"- {_line(line, marks, page)}" for line in one.near)]
    blocks += _works(report.works, marks, page)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _whole(result: Recommendation, page: Page) -> Iterator[str]:
    words, marks = page.words.advise, WorkMarks(result.names)
    if result.organisation is not None:
        yield f"# {escaped(result.organisation)}"
    first, *rest = phrases.answer_sentences(result, words)
    yield f"**{escaped(first)}**"
    if rest:
        yield " ".join(escaped(sentence) for sentence in rest)
    for candidate in result.candidates:
        title = words.points_to.format(role=result.names.short(candidate.role))
        counted = phrases.support(candidate, marks.line(candidate.works), words)
        yield from _section(f"{title} ({counted})", _lines(candidate.lines, marks, page))
    for title, lines in phrases.sections(result, words):
        yield from _section(title, _lines(lines, marks, page))
    yield from _section(words.unsaid, [escaped(one.gap.text) for one in result.gaps])
    yield from _section(words.basis, _basis(result, page))
    yield from _works(result.works, marks, page)
    if any(line.one_work for line in result.all_lines()):
        yield escaped(words.lone_mark)
    if page.sources is not False and (keys := phrases.disputes(result)):
        yield escaped(words.disputed.format(keys=", ".join(keys)))


def _section(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"## {escaped(title)}"
        yield "\n".join(f"- {item}" for item in items)


def _lines(lines: Iterable[AdviceLine], marks: WorkMarks, page: Page) -> list[str]:
    return [_line(line, marks, page) for line in lines]


def _line(line: AdviceLine, marks: WorkMarks, page: Page) -> str:
    words = page.words.advise
    parts = [f"**{escaped(words.today)}**"] if line.now else []
    parts.append(escaped(line.text))
    parts += [f"*({escaped(line.hedge)})*"] if line.hedge else []
    if page.sources is not False:
        parts += [f"**{escaped(marks.line(line.works))}**"] if line.works else []
        parts += [f"*{escaped(line.dispute)}*"] if line.dispute else []
        parts += [escaped(id) for id in (*line.statements, *line.claims)]
    parts += [escaped(trace) for trace in phrases.traces(line, words)]
    below = [
        f"\n  - {escaped(one.id)} {escaped(one.text)} **{escaped(marks.line(one.works))}**"
        for one in line.basis
        if page.sources is True
    ]
    return " ".join(parts) + "".join(below)


def _basis(result: Recommendation, page: Page) -> list[str]:
    words = page.words.advise
    items = [_answers(answered, page) for answered in result.answers]
    if result.looked_at and result.looked_at[0] < result.looked_at[1]:
        named, every = result.looked_at
        items.append(escaped(words.looked_at.format(named=named, all=every)))
    return items


def _answers(answered: AnsweredQuestion, page: Page) -> str:
    words = page.words.advise
    answers = "; ".join(
        escaped(text) + (f" {escaped(f'({phrases.position_text(seen, words)})')}" if seen else "")
        for text, seen in phrases.answer_texts(answered, words)
    )
    taken_up = answered.used or answered.answer.seen is not None
    asked = f"{answered.question.ask} {phrases.subject(answered)}".rstrip()
    return f"{escaped(asked)} **{answers}**" + ("" if taken_up else f" *({escaped(words.unused)})*")


def _works(works: Sequence[Work], marks: WorkMarks, page: Page) -> Iterator[str]:
    """A sentence: a list would join the one above it."""
    if page.sources is not False and works:
        cited = (
            f"**{escaped(marks.line([work.key]))}** {escaped(work.label)}"
            + (f": {escaped(work.note)}" if page.sources is True and work.note else "")
            for work in works
        )
        yield f"{'; '.join(cited)}."
