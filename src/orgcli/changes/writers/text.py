"""What changes, for a terminal: behind signs and in columns, wrapped to the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orgcli.changes.report import ChangeReport, OrganisationChanges
from orgcli.changes.writers.figure_lines import (
    figure_phrases,
    finding_phrases,
    side_notes,
    span_phrases,
)
from orgcli.changes.writers.phrases import ARROW, ChangePhrases
from orgcli.changes.writers.sections import ChangeEntry, ChangeSection, change_sections
from orgcli.model.text import cells
from orgcli.render.columns import GAP, labelled_phrases, side_by_side
from orgcli.render.lines import Line, apart, measure, one_line, styled, wrap
from orgcli.render.terminal import paint
from orgcli.render.view import Page

_WIDEST_HEAD, _WIDEST_PLACE = 30, 34
_SIGN = 2
_NARROW = 100
"""Cells below which places stand behind the texts and not in a column."""
_MOST_SPANS = 8


class _Widths(NamedTuple):
    """The cells of the columns; place: 0 for none."""

    head: int
    text: int
    place: int


def changes_text(report: ChangeReport, page: Page) -> str:
    """Everything that changes, one organisation below the other."""
    blocks = (_organisation(organisation, report, page) for organisation in report.organisations)
    return paint(apart(blocks), page.color)


def _organisation(
    organisation: OrganisationChanges, report: ChangeReport, page: Page
) -> Iterator[Line]:
    say = ChangePhrases.of(report, organisation, page)
    changes = organisation.changes
    sides = report.before.label + ARROW + report.after.label
    title = f"{organisation.name}: {sides}" if organisation.name else sides
    yield from wrap(styled(title, "role"), page.width)
    yield []
    yield from labelled_phrases(list(figure_phrases(changes, report, say)), page.width)
    sections = change_sections(changes, report, say)
    widths = _widths(sections, page.width)
    for section in sections:
        yield []
        yield from _section(section, page, widths)
    tail = []
    if changes.spans and sections:
        tail.append((report.words.spans, span_phrases(changes, say, _MOST_SPANS)))
    if phrases := finding_phrases(report):
        tail.append((report.words.findings, phrases))
    if tail:
        yield []
        yield from labelled_phrases(tail, page.width)
    yield []
    for note in side_notes(changes, report):
        yield from wrap(styled(f"! {note}", "changed"), page.width)
    if not sections:
        yield from wrap(styled(report.words.no_change), page.width)
    yield from wrap(styled(say.unchanged(changes.unchanged), "quiet"), page.width)


def _section(section: ChangeSection, page: Page, widths: _Widths) -> Iterator[Line]:
    yield from wrap(styled(section.title, "label"), page.width)
    if section.note:
        yield from wrap(styled(section.note), page.width)
    for entry in section.entries:
        yield from _entry(entry, widths)


def _widths(sections: Sequence[ChangeSection], width: int) -> _Widths:
    """The columns of all sections, so that they stand below each other."""
    entries = [entry for section in sections for entry in section.entries]
    has_column = width >= _NARROW
    places = [cells(_place(entry)) for entry in entries] if has_column else []
    place = min(max(places, default=0), _WIDEST_PLACE)
    widest = _WIDEST_HEAD if has_column else width * 3 // 10
    head = min(max((cells(one_line(entry.head)) for entry in entries), default=0), widest)
    return _Widths(head, width - _SIGN - head - GAP - (place + GAP if place else 0), place)


def _entry(entry: ChangeEntry, widths: _Widths) -> Iterator[Line]:
    """One change; its place stands in a column, or behind the text."""
    heads = wrap(styled(entry.head, "strong"), widths.head)
    texts = wrap(styled(entry.text), widths.text)
    more = wrap(styled(entry.line, "quiet"), widths.text) if entry.line else []
    where = _place(entry)
    places = wrap([[(where, "quiet")]], widths.place) if where and widths.place else []
    lines = [*texts, *more]
    if where and not widths.place:
        lines = _with_place(lines, where, widths.text)
    columns = [heads, lines, places]
    rows = side_by_side(columns, [widths.head, widths.text, widths.place])
    for number, line in enumerate(rows):
        yield [(entry.sign if number == 0 else " ", entry.style), (" ", ""), *line]


def _with_place(lines: Sequence[Line], place: str, width: int) -> list[Line]:
    """The lines with a place behind the last one, or below it."""
    unit: Line = [(place, "quiet")]
    if lines and measure(lines[-1]) + GAP + measure(unit) <= width:
        return [*lines[:-1], [*lines[-1], (" " * GAP, ""), *unit]]
    return [*lines, *wrap([unit], width)]


def _place(entry: ChangeEntry) -> str:
    return one_line(entry.place.in_file) if entry.place else ""
