"""The card of one role as Markdown (GFM), with everything users wrote escaped."""

from collections.abc import Iterator, Sequence

from orgcli.compare.comparison.comparison import Group, Mark
from orgcli.compare.listing.other_names import UNCLEAR, OtherName, by_language
from orgcli.compare.parts.markdown import cited, dispute, named_works, statement
from orgcli.compare.parts.phrases import SIGNS, legend, origins
from orgcli.compare.parts.statement_lines import Marks
from orgcli.compare.role_card.card import Cited, RoleCard, Stands, counted, sentence_mark
from orgcli.language.words import Words
from orgcli.render.markdown import escaped
from orgcli.render.view import Page


def card_markdown(card: RoleCard, page: Page) -> str:
    """A heading, a table of facets, lists of the rest, and what the marks mean."""
    marks = Marks(card.comparison, page)
    says = page.words.roles
    column = card.comparison.columns[0]
    name = column.short if column.title == column.short else f"{column.short}: {column.title}"
    disputes = [dispute(one, marks, card.comparison.full) for one in card.comparison.disputes]
    blocks = [
        f"# {escaped(name)}",
        "\n".join(f"*{escaped(origin)}*  " for origin in origins(column)),
        "\n".join(_table(card, marks, page.words)),
        _section(says.stands, [_stands(one, marks) for one in card.stands]),
        _section(says.also_called, list(_names(card, marks, page.words))),
        _section(page.words.compare.disputes, disputes),
        "\n".join(_foot(card, marks, page.words)),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _table(card: RoleCard, marks: Marks, words: Words) -> Iterator[str]:
    yield "| | |"
    yield "| --- | --- |"
    for group in card.comparison.groups:
        yield f"| **{escaped(group.label)}** | {'<br>'.join(_group(group, marks))} |"
    if card.archetypes:
        shown = " · ".join(_cited(one, marks) for one in card.archetypes)
        yield f"| **{escaped(words.roles.archetype)}** | {shown} |"


def _group(group: Group, marks: Marks) -> Iterator[str]:
    if 0 in group.silent:
        yield f"*{escaped(marks.says.not_stated)}*"
    for row in group.rows:
        for said in row.cells[0]:
            mark = sentence_mark(said)
            yield statement(said, marks, SIGNS[mark] if mark else "")
    if 0 in group.otherwise:
        yield f"*{escaped(marks.says.otherwise)}*"


def _section(title: str, items: Sequence[str]) -> str:
    return "\n".join([f"## {escaped(title)}", "", *(f"- {one}" for one in items)]) if items else ""


def _cited(one: Cited, marks: Marks) -> str:
    return cited(one.text, one.works, marks)


def _stands(one: Stands, marks: Marks) -> str:
    return f"{escaped(one.label)}: {' · '.join(_cited(place, marks) for place in one.places)}"


def _names(card: RoleCard, marks: Marks, words: Words) -> Iterator[str]:
    for tags, names in by_language(card.names):
        yield f"{escaped(tags)}: {' · '.join(_named(one, marks) for one in names)}"
    if card.more_names:
        yield f"*{escaped(words.compare.hidden.format(count=card.more_names))}*"


def _named(name: OtherName, marks: Marks) -> str:
    parts = [escaped(name.name)]
    parts.extend([escaped(UNCLEAR)] if name.ambiguous else [])
    if marks.shown and name.sources:
        parts.append(f"**{escaped(marks.line(name.sources))}**")
    return " ".join(parts)


def _foot(card: RoleCard, marks: Marks, words: Words) -> Iterator[str]:
    """Sentences; the line ends between them are spaces once rendered."""
    comparison, says = card.comparison, words.compare
    if any(sentence_mark(said) for row in comparison.rows() for said in row.said):
        yield f"{SIGNS[Mark.DISPUTED]} {escaped(legend(says)[Mark.DISPUTED])}."
    if any(group.silent for group in comparison.groups):
        yield f"*{escaped(says.not_stated)}*: {escaped(says.not_stated_means)}."
    if any(name.ambiguous for name in card.names):
        yield f"{escaped(UNCLEAR)} {escaped(words.roles.not_clear)}."
    if marks.shown and comparison.works:
        yield named_works(comparison.works)
    if comparison.full and card.unstated:
        yield f"*{escaped(says.not_stated)}*: {escaped(', '.join(card.unstated))}."
    yield f"{escaped(counted(card, words))}."
