"""The card of one role as a self-contained page, with everything users wrote escaped."""

from collections.abc import Iterable, Iterator

from orgcli.compare.comparison.comparison import FacetRows
from orgcli.compare.listing.other_names import by_language
from orgcli.compare.parts import html as parts
from orgcli.compare.parts.citations import Citations
from orgcli.compare.parts.html import LINE, NOTHING, SPACE, SPAN
from orgcli.compare.parts.phrases import SIGNS, UNCLEAR, notes, origins
from orgcli.compare.role_card.card import CitedText, RoleCard, card_foot, sentence_mark
from orgcli.language.words import Words
from orgcli.render.html import Html, document, template
from orgcli.render.view import Page

_DOT = Html(" · ")
_ORIGIN = Html('<p class="quiet">{}</p>')
_CLASS = Html(' class="{}"')
_ITEM = Html('<li{named}><span class="sign" aria-hidden="true">{sign}</span>{content}</li>')


def card_html(card: RoleCard, page: Page) -> str:
    """A table of facets, then the rest in lists, the disputes, and what the marks mean."""
    citations = Citations.of(card.comparison, page)
    column = card.comparison.columns[0]
    title = ": ".join(column.names)
    head = template("orgcli.compare.role_card", "card.html").format(
        title=title,
        origins=NOTHING.join(map(_ORIGIN.format, origins(column))),
        rows=LINE.join(_rows(card, citations, page.words)),
    )
    blocks = [
        head,
        *parts.disputes_section(card.comparison, citations),
        Html("</main>\n<footer>"),
        *parts.foot(card_foot(card, page.words), citations),
        Html("</footer>"),
    ]
    return document(title, page.words.tag, LINE.join(blocks))


def _rows(card: RoleCard, citations: Citations, words: Words) -> Iterator[Html]:
    for group in card.comparison.groups:
        yield _row(group.label, _statements(group, citations))
    if card.archetypes:
        items = (_item(_cited(one, citations)) for one in card.archetypes)
        yield _row(words.roles.archetype, items)
    if card.axes:
        yield _row(words.roles.stands, _axes(card, citations))
    if card.names or card.more_names:
        yield _row(words.roles.also_called, _names(card, citations, words))


def _row(label: str, items: Iterable[Html]) -> Html:
    row = template("orgcli.compare.role_card", "row.html")
    return row.format(label=label, items=NOTHING.join(items))


def _statements(group: FacetRows, citations: Citations) -> Iterator[Html]:
    for row in group.rows:
        for wording in row.cells[0]:
            sentence, mark = parts.sentence(wording, citations), sentence_mark(wording)
            if mark:
                sentence = parts.spoken_sign(mark, citations) + sentence
            yield _item(sentence, mark or "", SIGNS[mark] if mark else "")
    for note in notes(group, 0, citations.words):
        yield _item(note, "quiet")


def _item(content: str, kind: str = "", sign: str = "") -> Html:
    """An item behind its sign, or behind as much room where it has none."""
    named = _CLASS.format(kind) if kind else ""
    return _ITEM.format(named=named, sign=sign, content=content)


def _cited(one: CitedText, citations: Citations) -> Html:
    return SPACE.join([one.text, *parts.links_to_works(one.works, citations)])


def _axes(card: RoleCard, citations: Citations) -> Iterator[Html]:
    for axis in card.axes:
        label = SPAN.format(kind="quiet", content=f"{axis.label}:")
        yield _item(SPACE.join([label, _DOT.join(_cited(at, citations) for at in axis.places)]))


def _names(card: RoleCard, citations: Citations, words: Words) -> Iterator[Html]:
    for tags, names in by_language(card.names):
        called = []
        for name in names:
            unclear = [UNCLEAR] if name.ambiguous else []
            works = parts.links_to_works(name.works, citations)
            called.append(SPACE.join([name.name, *unclear, *works]))
        yield _item(SPACE.join([SPAN.format(kind="quiet", content=tags), _DOT.join(called)]))
    if card.more_names:
        yield _item(words.compare.hidden.format(count=card.more_names), "quiet")
