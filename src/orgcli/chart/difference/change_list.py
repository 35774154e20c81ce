"""The list beside the picture of a difference: the numbers, and what changes kind by kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgcli.changes.report import ChangeReport, OrganisationChanges
from orgcli.changes.writers.figure_lines import (
    figure_phrases,
    finding_phrases,
    side_notes,
    span_phrases,
)
from orgcli.changes.writers.phrases import ChangePhrases
from orgcli.changes.writers.sections import ChangeEntry, ChangeSection, change_sections
from orgcli.chart.difference.view_cards import SeatCards
from orgcli.render.html import Html

_LINE = Html("\n")
_MOST_SPANS = 20
_NAME = Html("<h2>{}</h2>")
_FIGURES = Html("<dl>{}</dl>")
_FIGURE = Html("<dt>{}</dt><dd>{}</dd>")
_SECTION = Html(
    "<details open>\n<summary><h3>{title}</h3> <span>{count}</span></summary>\n{body}\n</details>"
)
_ENTRIES = Html("<ol>\n{}\n</ol>")
_ENTRY = Html(
    '<li><button type="button" class="entry {style}" {cards}>'
    '<span class="sign">{sign}</span><span class="told"><b>{head}</b> {texts}{more}</span>'
    "</button></li>"
)
_MORE = Html("<small>{}</small>")
_NOTE = Html('<p class="note">{}</p>')
_QUIET = Html('<p class="quiet">{}</p>')


def change_list(
    organisation: OrganisationChanges, report: ChangeReport, say: ChangePhrases, cards: SeatCards
) -> Iterator[Html]:
    """The changes of an organisation as text; entries carry the numbers of their cards."""
    changes, words = organisation.changes, report.words
    if len(report.organisations) > 1 and organisation.name:
        yield _NAME.format(organisation.name)
    sections = change_sections(changes, report, say)
    figures = [*figure_phrases(changes, report, say)]
    if changes.spans and sections:
        figures.append((words.spans, span_phrases(changes, say, _MOST_SPANS)))
    if phrases := finding_phrases(report):
        figures.append((words.findings, phrases))
    terms = [_FIGURE.format(label, " · ".join(phrases)) for label, phrases in figures]
    yield _FIGURES.format(Html("").join(terms))
    for note in side_notes(changes, report):
        yield _NOTE.format(note)
    for section in sections:
        yield _section(section, cards)
    if not sections:
        yield _QUIET.format(words.no_change)
    unchanged = words.unchanged.of(changes.unchanged)
    yield _QUIET.format(unchanged.format(count=f"{changes.unchanged:,}"))


def linked_cards(sections: Sequence[ChangeSection], cards: SeatCards) -> frozenset[int]:
    """The cards that an entry of the list is about."""
    return frozenset(
        card for section in sections for entry in section.entries for card in cards.of(entry.seats)
    )


def _section(section: ChangeSection, cards: SeatCards) -> Html:
    count = f"{len(section.entries):,}" if section.entries else ""
    body = _NOTE.format(section.note) if section.note else Html("")
    if section.entries:
        body += _ENTRIES.format(_LINE.join(_entry(entry, cards) for entry in section.entries))
    return _SECTION.format(title=section.title, count=count, body=body)


def _entry(entry: ChangeEntry, cards: SeatCards) -> Html:
    numbers = " ".join(map(str, cards.of(entry.seats)))
    where = entry.place.in_file if entry.place else ""
    more = [_MORE.format(text) for text in (entry.line, where) if text]
    return _ENTRY.format(
        style=entry.style,
        cards=Html(f'data-cards="{numbers}"') if numbers else "disabled",
        sign=entry.sign,
        head=entry.head,
        texts=entry.text,
        more=Html("").join(more),
    )
