"""The card of one role as Markdown (GFM), with everything users wrote escaped."""

from collections.abc import Iterator

from orgcli.compare.comparison.comparison import FacetRows
from orgcli.compare.listing.other_names import OtherName, by_language
from orgcli.compare.parts.citations import Citations
from orgcli.compare.parts.markdown import cited, dispute, foot, section, statement
from orgcli.compare.parts.phrases import SIGNS, UNCLEAR, notes, origins
from orgcli.compare.role_card.card import AxisPlace, RoleCard, card_foot, sentence_mark
from orgcli.language.words import Words
from orgcli.render.markdown import escaped
from orgcli.render.view import Page


def card_markdown(card: RoleCard, page: Page) -> str:
    """A heading, a table of facets, lists of the rest, and what the marks mean."""
    citations = Citations.of(card.comparison, page)
    words = page.words
    column = card.comparison.columns[0]
    disputes = [dispute(one, citations, card.comparison.full) for one in card.comparison.disputes]
    blocks = [
        f"# {escaped(': '.join(column.names))}",
        "\n".join(f"*{escaped(origin)}*  " for origin in origins(column)),
        "\n".join(_table(card, citations, words)),
        section(words.roles.stands, [_axis(one, citations) for one in card.axes]),
        section(words.roles.also_called, list(_names(card, citations, words))),
        section(words.compare.disputes, disputes),
        foot(card_foot(card, words), citations),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _table(card: RoleCard, citations: Citations, words: Words) -> Iterator[str]:
    yield "| | |"
    yield "| --- | --- |"
    for group in card.comparison.groups:
        yield f"| **{escaped(group.label)}** | {'<br>'.join(_group(group, citations))} |"
    if card.archetypes:
        shown = " · ".join(cited(one.text, one.works, citations) for one in card.archetypes)
        yield f"| **{escaped(words.roles.archetype)}** | {shown} |"


def _group(group: FacetRows, citations: Citations) -> Iterator[str]:
    for row in group.rows:
        for wording in row.cells[0]:
            mark = sentence_mark(wording)
            yield statement(wording, citations, SIGNS[mark] if mark else "")
    for note in notes(group, 0, citations.words):
        yield f"*{escaped(note)}*"


def _axis(axis: AxisPlace, citations: Citations) -> str:
    places = (cited(one.text, one.works, citations) for one in axis.places)
    return f"{escaped(axis.label)}: {' · '.join(places)}"


def _names(card: RoleCard, citations: Citations, words: Words) -> Iterator[str]:
    for tags, names in by_language(card.names):
        yield f"{escaped(tags)}: {' · '.join(_named(one, citations) for one in names)}"
    if card.more_names:
        yield f"*{escaped(words.compare.hidden.format(count=card.more_names))}*"


def _named(name: OtherName, citations: Citations) -> str:
    text = f"{name.name} {UNCLEAR}" if name.ambiguous else name.name
    return cited(text, name.works, citations)
