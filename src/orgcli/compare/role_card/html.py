"""The card of one role as a self-contained page, with everything users wrote escaped."""

from collections.abc import Iterable, Iterator

from orgcli.compare.comparison.comparison import Group, Mark, Said
from orgcli.compare.listing.other_names import UNCLEAR, OtherName, by_language
from orgcli.compare.parts.html import cited, disputes, origins_list, section, sentence, to_work
from orgcli.compare.parts.phrases import SIGNS, legend, origins
from orgcli.compare.parts.statement_lines import Marks
from orgcli.compare.role_card.card import Cited, RoleCard, Stands, counted, sentence_mark
from orgcli.language.words import Words
from orgcli.render.html import document, text
from orgcli.render.view import Page


def card_html(card: RoleCard, page: Page) -> str:
    """A table of facets, then the rest in lists, the disputes, and what the marks mean."""
    marks = Marks(card.comparison, page)
    words = page.words
    column = card.comparison.columns[0]
    title = column.short if column.title == column.short else f"{column.short}: {column.title}"
    above = "".join(f'<p class="quiet">{text(one)}</p>' for one in origins(column))
    body = "\n".join(
        [
            f"<main>\n<h1>{text(title)}</h1>{above}",
            '<table role="table"><colgroup><col style="width: 13rem"><col></colgroup>',
            *_rows(card, marks, words),
            "</table>",
            *section(words.compare.disputes, disputes(card.comparison, marks)),
            "</main>",
            *_foot(card, marks, words),
        ]
    )
    return document(title, words.tag, body)


def _rows(card: RoleCard, marks: Marks, words: Words) -> Iterator[str]:
    for group in card.comparison.groups:
        yield _row(group.label, _group(group, marks))
    says = words.roles
    if card.archetypes:
        yield _row(says.archetype, (_item(_cited(one, marks)) for one in card.archetypes))
    if card.stands:
        yield _row(says.stands, (_item(_axis(one, marks)) for one in card.stands))
    if card.names or card.more_names:
        yield _row(says.also_called, _names(card, marks, words))


def _row(label: str, items: Iterable[str]) -> str:
    return (
        f'<tbody role="rowgroup"><tr role="row"><th scope="row" role="rowheader">{text(label)}</th>'
        f'<td role="cell"><ul>{"".join(items)}</ul></td></tr></tbody>'
    )


def _group(group: Group, marks: Marks) -> Iterator[str]:
    if 0 in group.silent:
        yield _item(text(marks.says.not_stated), "quiet")
    for row in group.rows:
        for said in row.cells[0]:
            yield _statement(said, marks)
    if 0 in group.otherwise:
        yield _item(text(marks.says.otherwise), "quiet")


def _statement(said: Said, marks: Marks) -> str:
    mark = sentence_mark(said)
    spoken = f'<span class="hidden">{text(legend(marks.says)[mark])}: </span>' if mark else ""
    body = spoken + sentence(said, marks)
    return _item(body, str(mark) if mark else "", SIGNS[mark] if mark else "")


def _item(body: str, kind: str = "", sign: str = "") -> str:
    """An item behind its sign, or behind as much room where it has none."""
    named = f' class="{kind}"' if kind else ""
    return f'<li{named}><span class="sign" aria-hidden="true">{sign}</span>{body}</li>'


def _axis(one: Stands, marks: Marks) -> str:
    places = " · ".join(_cited(place, marks) for place in one.places)
    return f'<span class="quiet">{text(one.label)}:</span> {places}'


def _cited(one: Cited, marks: Marks) -> str:
    return cited(one.text, one.works, marks)


def _names(card: RoleCard, marks: Marks, words: Words) -> Iterator[str]:
    for tags, names in by_language(card.names):
        shown = " · ".join(_named(one, marks) for one in names)
        yield _item(f'<span class="quiet">{text(tags)}</span> {shown}')
    if card.more_names:
        hidden = words.compare.hidden.format(count=card.more_names)
        yield _item(text(hidden), "quiet")


def _named(name: OtherName, marks: Marks) -> str:
    works = [to_work(work, marks) for work in name.sources] if marks.shown else []
    unclear = [text(UNCLEAR)] if name.ambiguous else []
    return " ".join((text(name.name), *unclear, *works))


def _foot(card: RoleCard, marks: Marks, words: Words) -> Iterator[str]:
    comparison, says = card.comparison, words.compare
    yield "<footer>"
    if any(sentence_mark(said) for row in comparison.rows() for said in row.said):
        meaning = text(legend(says)[Mark.DISPUTED])
        yield f'<p><span class="sign disputed" aria-hidden="true">≠</span> {meaning}</p>'
    if any(group.silent for group in comparison.groups):
        yield f"<p>{text(says.not_stated)}: {text(says.not_stated_means)}</p>"
    if any(name.ambiguous for name in card.names):
        yield f"<p>{text(UNCLEAR)} {text(words.roles.not_clear)}</p>"
    if marks.shown and comparison.works:
        yield origins_list(comparison.works, marks)
    if comparison.full and card.unstated:
        yield f"<p>{text(says.not_stated)}: {text(', '.join(card.unstated))}</p>"
    yield f"<p>{text(counted(card, words))}</p>\n</footer>"
