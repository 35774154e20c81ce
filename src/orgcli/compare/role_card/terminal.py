"""The card of one role on a terminal: labels beside sentences, or above them where it is narrow."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from orgcli.compare.comparison.comparison import FacetRows
from orgcli.compare.parts.citations import Citations
from orgcli.compare.parts.phrases import SIGNS, notes
from orgcli.compare.parts.terminal import (
    dispute_lines,
    foot_lines,
    heading_lines,
    labelled,
)
from orgcli.compare.parts.units import statement_units
from orgcli.compare.role_card.card import RoleCard, card_foot, sentence_mark
from orgcli.compare.role_card.units import axis_units, cited_texts, name_lines
from orgcli.language.words import Words
from orgcli.model.roles.library import Work
from orgcli.model.text import cells
from orgcli.render.lines import Line, Unit, indented, styled, wrap
from orgcli.render.terminal import paint
from orgcli.render.view import Page

_NARROWEST_PAGE = 80
_WIDEST = 100
_WIDEST_LABEL = 18
_INDENT = 2  # cells before a sentence, for the sign of a dispute

_Lines = Callable[[int], Iterable[Line]]
_Block = tuple[str, _Lines]
"""A label with its lines by their width; each begins with two cells for a sign."""


def card_table(card: RoleCard, page: Page) -> str:
    """The card as lines for a terminal, at most so wide that sentences stay readable."""
    width = min(page.width, _WIDEST)
    citations = Citations.of(card.comparison, page)
    blocks = list(_blocks(card, citations, page.words))
    labelled_blocks = _labels_above if page.width < _NARROWEST_PAGE else _labels_beside
    heading = heading_lines(card.comparison.columns[0], width)
    body = labelled_blocks(blocks, width)
    rule: Line = [("─" * width, "rule")]
    lines = [*heading, rule, *body, rule, *_foot(card, citations, page.words, width)]
    return paint(lines, page.color)


def _items(items: Iterable[tuple[str, list[Unit]]]) -> _Lines:
    """Signed items, set in by two more where they run on."""
    whole = list(items)

    def lines(width: int) -> list[Line]:
        return [
            [("  " if at else sign or "  ", "disputed"), ("  " if at else "", ""), *line]
            for sign, units in whole
            for at, line in enumerate(wrap(units, width - 2 * _INDENT))
        ]

    return lines


def _blocks(card: RoleCard, citations: Citations, words: Words) -> Iterator[_Block]:
    comparison = card.comparison
    for group in comparison.groups:
        yield group.label, _items(_statements(group, citations))
    if card.archetypes:
        yield words.roles.archetype, _items([("", cited_texts(card.archetypes, citations))])
    if card.axes:
        yield words.roles.stands, _items(("", axis_units(axis, citations)) for axis in card.axes)
    if card.names or card.more_names:
        names = name_lines(card, citations, words)
        yield words.roles.also_called, _items(("", units) for units in names)
    if comparison.disputes:
        yield (
            words.compare.disputes,
            lambda width: indented(dispute_lines(comparison, citations, width - _INDENT), _INDENT),
        )


def _statements(group: FacetRows, citations: Citations) -> Iterator[tuple[str, list[Unit]]]:
    for row in group.rows:
        for wording in row.cells[0]:
            mark = sentence_mark(wording)
            yield f"{SIGNS[mark]} " if mark else "", statement_units(wording, citations)
    for note in notes(group, 0, citations.words):
        yield "", styled(note, "quiet")


def _labels_beside(blocks: Sequence[_Block], width: int) -> Iterator[Line]:
    longest = max((cells(word) for label, _ in blocks for word in label.split()), default=0)
    wide = max((cells(label) for label, _ in blocks), default=0)
    column = min(wide, max(longest, _WIDEST_LABEL))
    for number, (label, lines) in enumerate(blocks):
        if number:
            yield []
        yield from labelled(label, list(lines(width - column - 1)), column, 1)


def _labels_above(blocks: Sequence[_Block], width: int) -> Iterator[Line]:
    for label, lines in blocks:
        yield from wrap(styled(label, "label"), width)
        yield from indented(lines(width - _INDENT), _INDENT)


def _foot(card: RoleCard, citations: Citations, words: Words, width: int) -> Iterator[Line]:
    def in_full(work: Work) -> list[Line]:
        about = " – ".join(part for part in (work.label, work.note, work.url) if part)
        return wrap([[(citations.line([work.key]), "work")], *styled(about, "quiet")], width)

    return foot_lines(card_foot(card, words), citations, width, in_full)
