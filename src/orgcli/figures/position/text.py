"""The details of a position, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgcli.figures.position.field_texts import field_texts
from orgcli.figures.position.position_details import NamedPosition, PositionDetails, PositionLink
from orgcli.figures.position.position_report import PositionReport
from orgcli.figures.tables.phrases import FigurePhrases
from orgcli.model.text import cells
from orgcli.render.columns import GAP
from orgcli.render.lines import Line, Unit, apart, glue, one_line, pad, styled, wrap
from orgcli.render.terminal import paint
from orgcli.render.view import Page

_Entry = tuple[str, Sequence[Sequence[Unit]]]
"""A label, and the lines behind it."""


def position_text(report: PositionReport, page: Page) -> str:
    """All positions, one below the other."""
    say = FigurePhrases(report.words, page.words.chart, page.words.tag)
    return paint(apart(_position(position, say, page) for position in report.positions), page.color)


def _position(details: PositionDetails, say: FigurePhrases, page: Page) -> Iterator[Line]:
    name = " / ".join(details.position.holder) or say.chart.states[details.position.state]
    head = styled(name, "role")
    if details.title:
        head += styled(f"· {details.title}")
    if details.organisation:
        head += styled(f"· {details.organisation}", "quiet")
    yield from wrap(head, page.width)
    entries = [*_entries(details, say)]
    width = max(cells(one_line(label)) for label, _ in entries) + GAP
    for label, rows in entries:
        first = True
        for row in rows:
            for line in wrap(row, max(20, page.width - width)):
                text = one_line(label) if first else ""
                yield [*pad([(text, "label")] if text else [], width), *line]
                first = False


def _entries(details: PositionDetails, say: FigurePhrases) -> Iterator[_Entry]:
    words = say.words
    yield words.id, [styled(details.position.id)]
    for label, text in field_texts(details, say):
        yield label, [styled(text)]
    yield words.line_up, list(_line(details, say))
    if details.reports:
        span = sum(report.position.headcount for report in details.reports)
        rows = [
            styled(say.count(span), "strong"),
            *(_seat(report, say) for report in details.reports),
        ]
        yield words.reports, rows
    if details.below.seats and details.layers > 1:
        yield "", [styled(_below(details, say))]
    for label, links in (
        (words.dotted_to, details.dotted_to),
        (words.dotted_from, details.dotted_from),
    ):
        if links:
            yield label, [_link(link, say) for link in links]
    yield words.written, [_written(details, say)]


def _line(details: PositionDetails, say: FigurePhrases) -> Iterator[list[Unit]]:
    """The managers above, nearest first, each on a line, and how the line ends."""
    words = say.words
    for above in details.line:
        yield _seat(above, say)
    if details.ringed:
        yield styled(words.in_ring, "changed")
    elif details.unknown is not None:
        yield styled(words.not_there.format(id=details.unknown), "changed")
    elif not details.line:
        yield styled(words.is_top)


def _seat(position: NamedPosition, say: FigurePhrases) -> list[Unit]:
    """A position by its holders and its title, its id, and how many report to it."""
    holders = " / ".join(position.position.holder) or say.chart.states[position.position.state]
    units = styled(f"{holders}, {position.title}" if position.title else holders)
    glue(units, (one_line(position.position.id), "quiet"))
    if position.reports:
        glue(units, (f"({say.count(position.reports)})", "quiet"), gap=" ")
    return units


def _below(details: PositionDetails, say: FigurePhrases) -> str:
    seats, layers = say.count(details.below.seats), say.count(details.layers)
    return say.words.below.format(seats=seats, layers=layers)


def _link(link: PositionLink, say: FigurePhrases) -> list[Unit]:
    if link.other is None:
        units = styled(say.words.not_there.format(id=link.id), "changed")
    else:
        units = _seat(link.other, say)
    return [*units, *styled(f"({link.purpose})", "quiet")] if link.purpose else units


def _written(details: PositionDetails, say: FigurePhrases) -> list[Unit]:
    """The file and the line, since when, and when something was last changed there."""
    words, history = say.words, details.history
    units = styled(details.place.in_file)
    if history is None:
        return units
    phrases = []
    if history.since:
        phrases.append(words.since.format(day=history.since))
    if history.changed and history.changed != history.since:
        phrases.append(f"{words.changed.format(day=history.changed)} ({history.commit[:9]})")
    if not history.is_committed:
        phrases.append(words.not_committed)
    return [*units, *styled(", ".join(phrases), "quiet")]
