"""The numbers of both sides as phrases: the head of text and of Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgcli.changes.changes import Changes, PersonKind
from orgcli.changes.report import ChangeReport
from orgcli.changes.writers.phrases import ARROW, ChangePhrases


def figure_phrases(
    changes: Changes, report: ChangeReport, say: ChangePhrases
) -> Iterator[tuple[str, Sequence[str]]]:
    """A label, and the phrases behind it, for each line of numbers."""
    words, was, now = report.words, changes.before, changes.after
    states = say.chart.states
    added = sum(pair.seat.position.headcount for pair in changes.new)
    removed = sum(pair.seat.position.headcount for pair in changes.gone)
    signs = " ".join(f"{sign}{count:,}" for sign, count in (("+", added), ("-", removed)) if count)
    seats = f"{was.seats:,}{ARROW}{now.seats:,}" + (f" ({signs})" if signs else "")
    parts = [seats]
    for state, before, after in (
        (states["filled"], was.filled, now.filled),
        (states["open"], was.open, now.open),
        (states["planned"], was.planned, now.planned),
    ):
        if before or after:
            parts.append(f"{state} {_change(before, after, say)}")
    if was.fte != was.filled or now.fte != now.filled:
        parts.append(f"{words.fte} {_change(was.fte, now.fte, say)}")
    yield words.seats, parts
    kinds = [person.kind for person in changes.people]
    moved = kinds.count(PersonKind.SEAT) + 2 * kinds.count(PersonKind.SWAPPED)
    counts = (
        (words.joined, kinds.count(PersonKind.JOINED)),
        (words.left, kinds.count(PersonKind.LEFT)),
        (words.other_seat, moved),
    )
    movements = ", ".join(
        template.format(count=f"{count:,}") for template, count in counts if count
    )
    yield words.people, [f"{was.people:,}{ARROW}{now.people:,}", *filter(None, (movements,))]
    yield words.shape, _shape(changes, say)


def _shape(changes: Changes, say: ChangePhrases) -> list[str]:
    words, was, now = say.words, changes.before, changes.after
    texts = []
    for side in (was, now):
        span = words.mean_span.format(number=say.number(side.mean_span))
        texts.append([words.layers.phrase(side.layers), words.managers.phrase(side.managers), span])
    if texts[0] == texts[1]:
        return [f"{', '.join(texts[1])}: {words.as_before}"]
    return [
        after if before == after else f"{before}{ARROW}{after}"
        for before, after in zip(*texts, strict=True)
    ]


def _change(before: float, after: float, say: ChangePhrases) -> str:
    texts = [
        f"{number:,}" if isinstance(number, int) else say.number(number)
        for number in (before, after)
    ]
    return texts[1] if before == after else ARROW.join(texts)


def span_phrases(changes: Changes, say: ChangePhrases, most: int) -> list[str]:
    """The managers with another span, of many only the first."""
    phrases = [
        f"{say.title(span.now)} {span.before:,}{ARROW}{span.after:,}"
        for span in changes.spans[:most]
    ]
    rest = len(changes.spans) - most
    return [*phrases, say.words.more.format(count=f"{rest:,}")] if rest > 0 else phrases


def finding_phrases(report: ChangeReport) -> list[str]:
    """How many findings are new, and how many there are no longer."""
    words = report.words
    counts = (
        (words.new_findings, len(report.new_findings)),
        (words.mended_findings, len(report.mended_findings)),
    )
    return [template.format(count=f"{count:,}") for template, count in counts if count]


def side_notes(changes: Changes, report: ChangeReport) -> Iterator[str]:
    """What is not known because files of a side could not be read."""
    words = report.words
    for side, figures in ((report.before, changes.before), (report.after, changes.after)):
        if not figures.complete:
            yield words.incomplete.format(side=side.label)
    if changes.unsure:
        yield words.unsure.format(count=words.many_seats.phrase(changes.unsure))
