"""Disputes as Markdown, with everything users wrote escaped."""

from collections.abc import Iterator, Sequence

from orgcli.compare.disputes.dispute import DisputeDetail, DisputeStatement
from orgcli.compare.parts.markdown import named_works
from orgcli.language.words import RolesWords
from orgcli.render.markdown import escaped
from orgcli.render.view import Page
from orgcli.render.works import marks_of


def dispute_markdown(disputes: Sequence[DisputeDetail], page: Page) -> str:
    """A section for each dispute."""
    return "\n".join("\n\n".join(_blocks(one, page.words.roles)) + "\n" for one in disputes)


def _blocks(detail: DisputeDetail, words: RolesWords) -> Iterator[str]:
    marks = marks_of(detail.works)
    names = {work.key: work.label for work in detail.works}
    yield f"## {escaped(detail.dispute.key)} {escaped(detail.dispute.question)}"
    for side, statements in detail.sides:
        works = ", ".join(escaped(names.get(work, work)) for work in side.sources)
        yield f"**{escaped(side.text)}**" + (f"  \n*{works}*" if works else "")
        if statements:
            yield "\n".join(_item(one, marks) for one in statements)
    if detail.others:
        yield f"**{escaped(detail.label_of_others(words))}**"
        yield "\n".join(_item(one, marks) for one in detail.others)
    if detail.dispute.reading:
        yield f"*{escaped(detail.dispute.reading)}*"
    if detail.works:
        yield named_works(detail.works)


def _item(statement: DisputeStatement, marks: dict[str, str]) -> str:
    wording = statement.wording
    parts = [f"- **{escaped(', '.join(statement.roles))}** {escaped(statement.text)}"]
    if wording.qualifier:
        parts.append(f"({escaped(wording.qualifier)})")
    if wording.language:
        parts.append(f"\\[{escaped(wording.language)}\\]")
    if works := " ".join(marks.get(work, work) for work in wording.works):
        parts.append(f"**{escaped(works)}**")
    if wording.statement.id:
        parts.append(escaped(wording.statement.id))
    return " ".join(parts)
