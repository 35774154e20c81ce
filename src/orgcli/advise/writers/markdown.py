"""The advice as Markdown (GFM), with everything users wrote escaped."""

from collections.abc import Iterable, Iterator, Sequence

from orgcli.advise.recommendation import Advised, Known, Line
from orgcli.advise.writers import phrases as say
from orgcli.advise.writers.gaps import Told
from orgcli.advise.writers.lines import Marks
from orgcli.model.roles.library import Work
from orgcli.render.markdown import escaped
from orgcli.render.view import Page


def markdown(several: Sequence[Advised], page: Page) -> str:
    """The answer, then lists under headings, for each organisation or for the answers."""
    return "\n\n".join("\n\n".join(_whole(advised, page)) for advised in several) + "\n"


def told_markdown(told: Told, page: Page) -> str:
    """Each gap with what is said near to it; or all of them in a list."""
    words, marks = page.words.advise, Marks(told.names)
    if not told.found:
        every = [f"- {escaped(one.gap.ask)} `{escaped(one.gap.key)}`" for one in told.every]
        asked = told.question
        title = words.unsaid if asked is None else words.no_gap.format(question=asked)
        return f"# {escaped(title)}\n\n" + "\n".join(every) + "\n"
    blocks: list[str] = []
    for one in told.found:
        blocks += [f"# {escaped(one.gap.ask)}", f"**{escaped(one.gap.text)}**"]
        near = words.near if one.near else words.no_near
        blocks += [f"## {escaped(near)}" if one.near else escaped(near)]
        blocks += ["\n".join(f"- {_line(line, marks, page)}" for line in one.near)]
    blocks += _works(told.works, marks, page)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _whole(advised: Advised, page: Page) -> Iterator[str]:
    words, marks = page.words.advise, Marks(advised.names)
    if advised.organisation is not None:
        yield f"# {escaped(advised.organisation)}"
    first, *rest = say.answer(advised, words)
    yield f"**{escaped(first)}**"
    if rest:
        yield " ".join(escaped(sentence) for sentence in rest)
    for pull in advised.pulls:
        title = words.points_to.format(role=advised.names.short(pull.role))
        counted = say.counted(pull, marks.line(pull.works), words)
        yield from _section(f"{title} ({counted})", _lines(pull.lines, marks, page))
    yield from _section(words.add, _lines(advised.add, marks, page))
    yield from _section(words.risks, _lines(advised.risks, marks, page))
    yield from _section(words.lines, _lines(advised.lines, marks, page))
    yield from _section(words.cautions, _lines(advised.cautions, marks, page))
    yield from _section(words.unsaid, [escaped(one.gap.text) for one in advised.unsaid])
    yield from _section(words.basis, _basis(advised, page))
    yield from _works(advised.works, marks, page)
    if any(line.one_work for line in advised.every_line()):
        yield escaped(words.lone_mark)
    if page.sources is not False and (keys := say.disputes(advised)):
        yield escaped(words.disputed.format(keys=", ".join(keys)))


def _section(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"## {escaped(title)}"
        yield "\n".join(f"- {item}" for item in items)


def _lines(lines: Iterable[Line], marks: Marks, page: Page) -> list[str]:
    return [_line(line, marks, page) for line in lines]


def _line(line: Line, marks: Marks, page: Page) -> str:
    words = page.words.advise
    parts = [f"**{escaped(words.today)}**"] if line.now else []
    parts.append(escaped(line.text))
    parts += [f"*({escaped(line.hedge)})*"] if line.hedge else []
    if page.sources is not False:
        parts += [f"**{escaped(marks.line(line.works))}**"] if line.works else []
        parts += [f"*{escaped(line.dispute)}*"] if line.dispute else []
        parts += [escaped(id) for id in (*line.statements, *line.claims)]
    parts += [escaped(trace) for trace in say.traces(line, words)]
    below = [
        f"\n  - {escaped(one.id)} {escaped(one.text)} **{escaped(marks.line(one.works))}**"
        for one in line.basis
        if page.sources is True
    ]
    return " ".join(parts) + "".join(below)


def _basis(advised: Advised, page: Page) -> list[str]:
    words = page.words.advise
    items = [_known(known, page) for known in advised.known]
    if advised.looked_at and advised.looked_at[0] < advised.looked_at[1]:
        named, every = advised.looked_at
        items.append(escaped(words.looked_at.format(named=named, all=every)))
    return items


def _known(known: Known, page: Page) -> str:
    words = page.words.advise
    answers = "; ".join(
        escaped(text) + (f" {escaped(f'({say.where(seen, words)})')}" if seen else "")
        for text, seen in say.answered(known, words)
    )
    taken_up = known.used or known.answer.seen is not None
    asked = f"{known.question.ask} {say.subject(known)}".rstrip()
    return f"{escaped(asked)} **{answers}**" + ("" if taken_up else f" *({escaped(words.unused)})*")


def _works(works: Sequence[Work], marks: Marks, page: Page) -> Iterator[str]:
    """A sentence: a list would join the one above it."""
    if page.sources is not False and works:
        cited = (
            f"**{escaped(marks.line([work.key]))}** {escaped(work.label)}"
            + (f": {escaped(work.note)}" if page.sources is True and work.note else "")
            for work in works
        )
        yield f"{'; '.join(cited)}."
