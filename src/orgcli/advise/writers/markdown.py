"""The advice as Markdown (GFM), with everything users wrote escaped."""

from collections.abc import Iterator, Sequence

from orgcli.advise.recommendation import AdviceLine, AnsweredQuestion, GapReport, Recommendation
from orgcli.advise.writers import phrases
from orgcli.advise.writers.lines import AdvicePage
from orgcli.model.roles.library import Work
from orgcli.render.markdown import escaped
from orgcli.render.view import Page


def markdown(several: Sequence[Recommendation], page: Page) -> str:
    """The answer, then lists under headings, for each organisation or for the answers."""
    return (
        "\n\n".join(
            "\n\n".join(_whole(result, AdvicePage(page, result.names))) for result in several
        )
        + "\n"
    )


def gap_markdown(report: GapReport, page: Page) -> str:
    """Each gap with what is said near to it; or all of them in a list."""
    on, words = AdvicePage(page, report.names), page.words.advise
    if not report.found:
        every = [f"- {escaped(one.gap.ask)} `{escaped(one.gap.key)}`" for one in report.listed]
        return f"# {escaped(phrases.gap_list_title(report, words))}\n\n" + "\n".join(every) + "\n"
    blocks: list[str] = []
    for one in report.found:
        blocks += [f"# {escaped(one.gap.ask)}", f"**{escaped(one.gap.text)}**"]
        near = words.near if one.near else words.no_near
        blocks += [f"## {escaped(near)}" if one.near else escaped(near)]
        blocks += ["\n".join(f"- {_line(line, on)}" for line in one.near)]
    blocks += _works(report.works, on)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _whole(result: Recommendation, page: AdvicePage) -> Iterator[str]:
    words = page.words
    if result.organisation is not None:
        yield f"# {escaped(result.organisation)}"
    first, *rest = phrases.answer_sentences(result, words)
    yield f"**{escaped(first)}**"
    if rest:
        yield " ".join(escaped(sentence) for sentence in rest)
    for candidate in result.candidates:
        title = words.points_to.format(role=result.names.short(candidate.role))
        counted = phrases.support(candidate, page.line(candidate.works), words)
        yield from _section(f"{title} ({counted})", [_line(one, page) for one in candidate.lines])
    for title, lines in phrases.sections(result, words):
        yield from _section(title, [_line(one, page) for one in lines])
    yield from _section(words.unsaid, [escaped(one.gap.text) for one in result.gaps])
    yield from _section(words.basis, _basis(result, page))
    yield from _works(result.works, page)
    yield from map(escaped, phrases.notes(result, words, page.shown))


def _section(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"## {escaped(title)}"
        yield "\n".join(f"- {item}" for item in items)


def _line(line: AdviceLine, page: AdvicePage) -> str:
    words = page.words
    parts = [f"**{escaped(words.today)}**"] if line.now else []
    parts.append(escaped(line.text))
    parts += [f"*({escaped(line.hedge)})*"] if line.hedge else []
    if page.shown:
        parts += [f"**{escaped(page.line(line.works))}**"] if line.works else []
        parts += [f"*{escaped(line.dispute)}*"] if line.dispute else []
        parts += [escaped(id) for id in (*line.statements, *line.claims)]
    parts += [escaped(trace) for trace in page.traces(line)]
    below = [
        f"\n  - {escaped(one.id)} {escaped(one.text)} **{escaped(page.line(one.works))}**"
        for one in line.basis
        if page.ids
    ]
    return " ".join(parts) + "".join(below)


def _basis(result: Recommendation, page: AdvicePage) -> list[str]:
    looked_at = phrases.looked_at(result, page.words)
    answers = [_answers(answered, page) for answered in result.answers]
    return [*answers, escaped(looked_at)] if looked_at else answers


def _answers(answered: AnsweredQuestion, page: AdvicePage) -> str:
    words = page.words
    answers = "; ".join(
        escaped(text) + (f" {escaped(f'({page.position(seen)})')}" if seen else "")
        for text, seen in phrases.answer_texts(answered, words)
    )
    taken_up = answered.used or answered.answer.seen is not None
    question = f"{answered.question.ask} {phrases.subject(answered)}".rstrip()
    note = "" if taken_up else f" *({escaped(words.unused)})*"
    return f"{escaped(question)} **{answers}**{note}"


def _works(works: Sequence[Work], page: AdvicePage) -> Iterator[str]:
    """A sentence: a list would join the one above it."""
    if page.shown and works:
        cited = (
            f"**{escaped(page.line([work.key]))}** {escaped(work.label)}"
            + (f": {escaped(work.note)}" if page.ids and work.note else "")
            for work in works
        )
        yield f"{'; '.join(cited)}."
