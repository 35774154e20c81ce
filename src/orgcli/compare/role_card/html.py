"""The card of one role as a self-contained page, with everything users wrote escaped."""

from collections.abc import Iterable, Iterator

from orgcli.compare.comparison.comparison import Agreement, FacetRows, Wording
from orgcli.compare.listing.other_names import UNCLEAR, OtherName, by_language
from orgcli.compare.parts.citations import Citations
from orgcli.compare.parts.html import (
    NOTHING,
    SPACE,
    cited,
    disputes_section,
    in_words,
    links_to_works,
    paragraph,
    sentence,
    sign,
    span,
    works_list,
)
from orgcli.compare.parts.phrases import SIGNS, legend, origins
from orgcli.compare.role_card.card import AxisPlace, CitedText, RoleCard, counted, sentence_mark
from orgcli.language.words import Words
from orgcli.render.html import Html, document, template
from orgcli.render.view import Page

_LINE = Html("\n")
_DOT = Html(" · ")
_ITEM = Html('<li{named}><span class="sign" aria-hidden="true">{sign}</span>{content}</li>')


def card_html(card: RoleCard, page: Page) -> str:
    """A table of facets, then the rest in lists, the disputes, and what the marks mean."""
    citations = Citations.of(card.comparison, page)
    column = card.comparison.columns[0]
    title = column.short if column.title == column.short else f"{column.short}: {column.title}"
    above = (Html('<p class="quiet">{}</p>').format(origin) for origin in origins(column))
    head = template("orgcli.compare.role_card", "card.html").format(
        title=title,
        origins=NOTHING.join(above),
        rows=_LINE.join(_rows(card, citations, page.words)),
    )
    parts = [
        head,
        *disputes_section(card.comparison, citations),
        Html("</main>\n<footer>"),
        *_foot(card, citations, page.words),
        Html("</footer>"),
    ]
    return document(title, page.words.tag, _LINE.join(parts))


def _rows(card: RoleCard, citations: Citations, words: Words) -> Iterator[Html]:
    for group in card.comparison.groups:
        yield _row(group.label, _statements(group, citations))
    if card.archetypes:
        archetypes = (_item(_cited(one, citations)) for one in card.archetypes)
        yield _row(words.roles.archetype, archetypes)
    if card.axes:
        yield _row(words.roles.stands, (_item(_axis(axis, citations)) for axis in card.axes))
    if card.names or card.more_names:
        yield _row(words.roles.also_called, _names(card, citations, words))


def _row(label: str, items: Iterable[Html]) -> Html:
    row = template("orgcli.compare.role_card", "row.html")
    return row.format(label=label, items=NOTHING.join(items))


def _statements(group: FacetRows, citations: Citations) -> Iterator[Html]:
    if 0 in group.silent:
        yield _item(citations.words.not_stated, "quiet")
    for row in group.rows:
        for wording in row.cells[0]:
            yield _statement(wording, citations)
    if 0 in group.otherwise:
        yield _item(citations.words.otherwise, "quiet")


def _statement(wording: Wording, citations: Citations) -> Html:
    mark = sentence_mark(wording)
    body = sentence(wording, citations)
    if not mark:
        return _item(body)
    return _item(in_words(mark, citations) + body, str(mark), SIGNS[mark])


def _item(content: str, kind: str = "", mark: str = "") -> Html:
    """An item behind its sign, or behind as much room where it has none."""
    named = Html(' class="{}"').format(kind) if kind else ""
    return _ITEM.format(named=named, sign=mark, content=content)


def _axis(axis: AxisPlace, citations: Citations) -> Html:
    places = _DOT.join(_cited(place, citations) for place in axis.places)
    return SPACE.join([span("quiet", f"{axis.label}:"), places])


def _cited(one: CitedText, citations: Citations) -> Html:
    return cited(one.text, one.works, citations)


def _names(card: RoleCard, citations: Citations, words: Words) -> Iterator[Html]:
    for tags, names in by_language(card.names):
        called = _DOT.join(_name(name, citations) for name in names)
        yield _item(SPACE.join([span("quiet", tags), called]))
    if card.more_names:
        yield _item(words.compare.hidden.format(count=card.more_names), "quiet")


def _name(name: OtherName, citations: Citations) -> Html:
    unclear = [UNCLEAR] if name.ambiguous else []
    return SPACE.join([name.name, *unclear, *links_to_works(name.works, citations)])


def _foot(card: RoleCard, citations: Citations, words: Words) -> Iterator[Html]:
    comparison, says = card.comparison, words.compare
    if card.disputed:
        meaning = legend(says)[Agreement.DISPUTED]
        yield paragraph(Html("{} {}").format(sign(Agreement.DISPUTED), meaning))
    if any(group.silent for group in comparison.groups):
        yield paragraph(f"{says.not_stated}: {says.not_stated_means}")
    if any(name.ambiguous for name in card.names):
        yield paragraph(f"{UNCLEAR} {words.roles.not_clear}")
    if citations.shown and comparison.works:
        yield works_list(comparison.works, citations)
    if comparison.full and card.unstated:
        yield paragraph(f"{says.not_stated}: {', '.join(card.unstated)}")
    yield paragraph(counted(card, words))
