"""Disputes as text, Markdown and JSON, one after the other or as a list."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from orgcli.compare.comparison.comparison import Mark
from orgcli.compare.disputes.dispute import Argued, Heard
from orgcli.compare.listing.formats import listing_markdown
from orgcli.compare.listing.listing import Entry, Field, Listing, Section
from orgcli.compare.listing.terminal import listing_table
from orgcli.compare.parts.markdown import named_works
from orgcli.compare.parts.phrases import SIGNS
from orgcli.language.words import RolesWords
from orgcli.render.json import as_document
from orgcli.render.lines import Line, Unit, glue, hanging, measure, one_line, pad, wrap
from orgcli.render.lines import words as split
from orgcli.render.markdown import escaped
from orgcli.render.terminal import paint
from orgcli.render.view import Page
from orgcli.render.works import marks_of, work_entry, works_lines

_WIDEST = 100
_WIDEST_ROLE = 18


def dispute_text(disputes: Sequence[Argued], page: Page) -> str:
    """Each question over its sides; below each side what its works say, then the reading."""
    width = min(page.width, _WIDEST)
    lines: list[Line] = []
    for number, one in enumerate(disputes):
        lines.extend([[]] if number else [])
        lines.extend(_lines(one, page, width))
    return paint(lines, page.color)


def _lines(one: Argued, page: Page, width: int) -> Iterator[Line]:
    question = [*split(one.dispute.key, "disputed"), *split(one.dispute.question, "role")]
    yield from hanging(question, SIGNS[Mark.DISPUTED], width, "disputed")
    yield [("─" * width, "rule")]
    names = {work.key: work.label for work in one.works}
    marks = marks_of(one.works)
    every = [*one.others, *(heard for _, some in one.sides for heard in some)]
    roles = max((measure([(one_line(", ".join(heard.roles)), "")]) for heard in every), default=0)
    column = min(roles, _WIDEST_ROLE)
    for number, (side, some) in enumerate(one.sides):
        yield from ([[]] if number else [])
        yield from hanging(split(side.text, "label"), "–", width, "")
        works = ", ".join(names.get(work, work) for work in side.sources)
        yield from hanging(split(works, "work"), " ", width, "")
        yield from _statements(some, marks, column, width)
    if one.others:
        yield []
        yield from wrap(split(_besides(one, page.words.roles), "label"), width)
        yield from _statements(one.others, marks, column, width)
    if one.dispute.reading:
        yield []
        yield from hanging(split(one.dispute.reading, "hedge"), "→", width, "quiet")
    yield [("─" * width, "rule")]
    yield from works_lines(one.works, width)


def _statements(
    some: Sequence[Heard], marks: dict[str, str], column: int, width: int
) -> Iterator[Line]:
    for heard in some:
        names = wrap(split(", ".join(heard.roles), "role"), column)
        body = wrap(_units(heard, marks), width - 4 - column - 2)
        for at in range(max(len(names), len(body))):
            name = names[at] if at < len(names) else []
            rest = body[at] if at < len(body) else []
            yield [("    ", ""), *pad(name, column), ("  ", ""), *rest]


def _units(heard: Heard, marks: dict[str, str]) -> list[Unit]:
    """A statement in words; a relation that only names a role is told with its facet."""
    said = heard.said
    units = split(_text(heard))
    if said.qualifier:
        units.extend(split(f"({said.qualifier})", "hedge"))
    if said.works:
        glue(units, (one_line(" ".join(marks.get(work, work) for work in said.works)), "work"))
    if said.language:
        glue(units, (f"[{one_line(said.language)}]", "quiet"))
    if said.statement.id:
        glue(units, (one_line(said.statement.id), "quiet"))
    return units


def _text(heard: Heard) -> str:
    return heard.said.text if heard.said.statement.text else f"{heard.label}: {heard.said.text}"


def _besides(one: Argued, says: RolesWords) -> str:
    """What to call the statements of which nobody can tell the side by the work."""
    told_apart = any(some for _, some in one.sides)
    return says.said_on_no_side if told_apart else says.said_of_it


def dispute_markdown(disputes: Sequence[Argued], page: Page) -> str:
    """A section for each dispute."""
    return "\n".join("\n\n".join(_blocks(one, page.words.roles)) + "\n" for one in disputes)


def _blocks(one: Argued, says: RolesWords) -> Iterator[str]:
    marks = marks_of(one.works)
    names = {work.key: work.label for work in one.works}
    yield f"## {escaped(one.dispute.key)} {escaped(one.dispute.question)}"
    for side, some in one.sides:
        works = ", ".join(escaped(names.get(work, work)) for work in side.sources)
        yield f"**{escaped(side.text)}**" + (f"  \n*{works}*" if works else "")
        if some:
            yield "\n".join(_item(heard, marks) for heard in some)
    if one.others:
        yield f"**{escaped(_besides(one, says))}**"
        yield "\n".join(_item(heard, marks) for heard in one.others)
    if one.dispute.reading:
        yield f"*{escaped(one.dispute.reading)}*"
    if one.works:
        yield named_works(one.works)


def _item(heard: Heard, marks: dict[str, str]) -> str:
    said = heard.said
    parts = [f"- **{escaped(', '.join(heard.roles))}** {escaped(_text(heard))}"]
    parts.extend([f"({escaped(said.qualifier)})"] if said.qualifier else [])
    parts.extend([f"\\[{escaped(said.language)}\\]"] if said.language else [])
    works = " ".join(marks.get(work, work) for work in said.works)
    parts.extend([f"**{escaped(works)}**"] if works else [])
    parts.extend([escaped(said.statement.id)] if said.statement.id else [])
    return " ".join(parts)


def dispute_json(disputes: Sequence[Argued], page: Page) -> str:
    """One document, version 1, every field always there; works are keys into `works`."""
    works = {work.key: work for one in disputes for work in one.works}
    return as_document({
        "version": 1,
        "language": page.words.tag,
        "disputes": [
            {"key": one.dispute.key, "question": one.dispute.question,
             "sides": [
                 {"text": side.text, "works": side.sources,
                  "statements": [_entry(heard) for heard in some]}
                 for side, some in one.sides
             ],
             "statements_on_no_side": [_entry(heard) for heard in one.others],
             "reading": one.dispute.reading, "statements": one.count}
            for one in disputes
        ],
        "works": [work_entry(work) for work in works.values()],
    })  # fmt: skip


def _entry(heard: Heard) -> dict[str, Any]:
    said, statement = heard.said, heard.said.statement
    return {
        "id": statement.id,
        "roles": heard.ids,
        "facet": heard.facet,
        "text": said.text,
        "qualifier": said.qualifier,
        "hedge": statement.hedge,
        "when": statement.when,
        "works": said.works,
        "language": said.language,
    }


def _listing(disputes: Sequence[Argued], page: Page) -> Listing:
    says = page.words.roles
    works = {work.key: work for one in disputes for work in one.works}
    marks = marks_of(list(works.values()))
    entries = []
    for one in disputes:
        sources = dict.fromkeys(work for side in one.dispute.sides for work in side.sources)
        entries.append(
            Entry(
                {
                    "key": one.dispute.key,
                    "question": one.dispute.question,
                    "statements": one.count,
                    "works": tuple(sources),
                },
                {"works": " ".join(marks.get(work, work) for work in sources)},
            )
        )
    return Listing(
        "disputes",
        says.disputes,
        (
            Field("key", says.key, "disputed", plain=True),
            Field("question", says.question, plain=True),
            Field("works", says.works, "work", plain=True),
            Field("statements", says.statements, number=True),
        ),
        (Section("", tuple(entries)),),
        tuple(works.values()),
        (says.see_dispute.format(command="orgcli dispute K2"),),
    )


def _list_text(disputes: Sequence[Argued], page: Page) -> str:
    return listing_table(_listing(disputes, page), page)


def _list_markdown(disputes: Sequence[Argued], page: Page) -> str:
    return listing_markdown(_listing(disputes, page), page)


DISPUTE_FORMATS: dict[str, Callable[[Sequence[Argued], Page], str]] = {
    "text": dispute_text,
    "markdown": dispute_markdown,
    "json": dispute_json,
}
DISPUTE_LISTS: dict[str, Callable[[Sequence[Argued], Page], str]] = {
    "text": _list_text,
    "markdown": _list_markdown,
    "json": dispute_json,
}
"""The same formats where no dispute is named: people get a list, programs everything."""
