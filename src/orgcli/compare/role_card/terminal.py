"""The card of one role on a terminal: labels beside sentences, or above them where it is narrow."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from orgcli.compare.comparison.comparison import Group, Mark, Said
from orgcli.compare.comparison.terminal.foot import dispute_lines
from orgcli.compare.listing.other_names import UNCLEAR, by_language
from orgcli.compare.parts.phrases import SIGNS, legend, origins
from orgcli.compare.parts.statement_lines import Marks, statement_units
from orgcli.compare.role_card.card import Cited, RoleCard, Stands, counted, sentence_mark
from orgcli.language.words import Words
from orgcli.render.lines import Line, Unit, flow, glue, measure, pad, wrap
from orgcli.render.lines import words as split
from orgcli.render.terminal import paint
from orgcli.render.view import Page
from orgcli.render.works import works_lines

_NARROWEST_PAGE = 80
_WIDEST = 100
_WIDEST_LABEL = 18
_GAP = 2  # cells before a sentence, for the sign of a dispute


def card_table(card: RoleCard, page: Page) -> str:
    """The card as lines for a terminal, at most so wide that sentences stay readable."""
    width = min(page.width, _WIDEST)
    marks = Marks(card.comparison, page)
    blocks = list(_blocks(card, marks, page.words))
    if page.width < _NARROWEST_PAGE:
        body = list(_above(blocks, width))
    else:
        body = list(_beside(blocks, width))
    rule: Line = [("─" * width, "rule")]
    lines = [*_heading(card, width), rule, *body, rule, *_foot(card, marks, page, width)]
    return paint(lines, page.color)


@dataclass(frozen=True, slots=True)
class _Block:
    """A label with its lines by their width; each begins with two cells for a sign."""

    label: str
    lines: Callable[[int], list[Line]]


def _items(items: Iterable[tuple[str, list[Unit]]]) -> Callable[[int], list[Line]]:
    """Signed items, set in by two more where they run on."""
    whole = list(items)

    def lines(width: int) -> list[Line]:
        return [
            [("  " if at else sign or "  ", "disputed"), ("  " if at else "", ""), *line]
            for sign, units in whole
            for at, line in enumerate(wrap(units, width - 2 * _GAP))
        ]

    return lines


def _blocks(card: RoleCard, marks: Marks, words: Words) -> Iterator[_Block]:
    for group in card.comparison.groups:
        yield _Block(group.label, _items(_group(group, marks)))
    says = words.roles
    if card.archetypes:
        yield _Block(says.archetype, _items([("", _cited(card.archetypes, marks))]))
    if card.stands:
        yield _Block(says.stands, _items(("", _axis(one, marks)) for one in card.stands))
    if card.names or card.more_names:
        yield _Block(says.also_called, _items(("", one) for one in _names(card, marks, words)))
    if card.comparison.disputes:
        yield _Block(words.compare.disputes, _disputes(card, marks))


def _disputes(card: RoleCard, marks: Marks) -> Callable[[int], list[Line]]:
    def lines(width: int) -> list[Line]:
        found = dispute_lines(card.comparison, marks, width - _GAP, card.comparison.full)
        return [[("  ", ""), *line] for line in found]

    return lines


def _group(group: Group, marks: Marks) -> Iterator[tuple[str, list[Unit]]]:
    if 0 in group.silent:
        yield "", split(marks.says.not_stated, "quiet")
    for row in group.rows:
        for said in row.cells[0]:
            yield _sign(said), statement_units(said, marks)
    if 0 in group.otherwise:
        yield "", split(marks.says.otherwise, "quiet")


def _sign(said: Said) -> str:
    mark = sentence_mark(said)
    return f"{SIGNS[mark]} " if mark else ""


def _cited(some: Sequence[Cited], marks: Marks) -> list[Unit]:
    """A few words each with its works, with dots between them."""
    units: list[Unit] = []
    for number, one in enumerate(some):
        said = split(one.text)
        if marks.shown and one.works:
            glue(said, (marks.line(one.works), "work"), gap=" ")
        if number + 1 < len(some):
            glue(said, ("·", "quiet"), gap=" ")
        units.extend(said)
    return units


def _axis(one: Stands, marks: Marks) -> list[Unit]:
    return [*split(f"{one.label}:", "quiet"), *_cited(one.places, marks)]


def _names(card: RoleCard, marks: Marks, words: Words) -> Iterator[list[Unit]]:
    """A line for each language, a name that is not clear with its sign."""
    for tags, names in by_language(card.names):
        units = split(tags, "quiet")
        for number, name in enumerate(names):
            said = split(name.name)
            if name.ambiguous:
                glue(said, (UNCLEAR, "disputed"), gap=" ")
            if marks.shown and name.sources:
                glue(said, (marks.line(name.sources), "work"), gap=" ")
            if number + 1 < len(names):
                glue(said, ("·", "quiet"), gap=" ")
            units.extend(said)
        yield units
    if card.more_names:
        yield split(words.compare.hidden.format(count=card.more_names), "quiet")


def _heading(card: RoleCard, width: int) -> Iterator[Line]:
    column = card.comparison.columns[0]
    name = split(column.short, "role")
    if column.title != column.short:
        name += split(column.title, "title")
    yield from wrap(name, width)
    for origin in origins(column):
        yield from wrap(split(origin, "quiet"), width)


def _beside(blocks: Sequence[_Block], width: int) -> Iterator[Line]:
    longest = max(
        (measure([(word, "")]) for block in blocks for word in block.label.split()), default=0
    )
    wide = max((measure([(block.label, "")]) for block in blocks), default=0)
    label = min(wide, max(longest, _WIDEST_LABEL))
    for number, block in enumerate(blocks):
        if number:
            yield []
        names = wrap(split(block.label, "label"), label)
        body = block.lines(width - label - 1)
        for at in range(max(len(names), len(body))):
            name = names[at] if at < len(names) else []
            yield [*pad(name, label), (" ", ""), *(body[at] if at < len(body) else [])]


def _above(blocks: Sequence[_Block], width: int) -> Iterator[Line]:
    for block in blocks:
        yield from wrap(split(block.label, "label"), width)
        yield from ([("  ", ""), *line] for line in block.lines(width - 2))


def _foot(card: RoleCard, marks: Marks, page: Page, width: int) -> Iterator[Line]:
    says = page.words.compare
    comparison = card.comparison
    units: list[Unit] = []
    if any(sentence_mark(said) for row in comparison.rows() for said in row.said):
        mark = Mark.DISPUTED
        units.append([(f"{SIGNS[mark]} ", str(mark)), (legend(says)[mark], "quiet")])
    if any(group.silent for group in comparison.groups):
        units.append([(f"{says.not_stated}: {says.not_stated_means}", "quiet")])
    if any(name.ambiguous for name in card.names):
        units.append([(UNCLEAR, "disputed"), (f" {page.words.roles.not_clear}", "quiet")])
    yield from flow(units, width)
    if marks.ids:
        for work in comparison.works:
            about = " – ".join(part for part in (work.label, work.note, work.url) if part)
            named = [[(marks.line([work.key]), "work")], *split(about, "quiet")]
            yield from wrap(named, width)
    elif marks.shown:
        yield from works_lines(comparison.works, width)
    if comparison.full and card.unstated:
        listed = f"{says.not_stated}: {', '.join(card.unstated)}"
        yield from wrap(split(listed, "quiet"), width)
    numbers = counted(card, page.words)
    if not comparison.full and comparison.shown < comparison.stated:
        numbers += f"; {says.more}"
    yield from wrap(split(numbers, "quiet"), width)
