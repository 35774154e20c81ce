"""Published figures as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from orgcli.figures.tables.yardstick_texts import Published, PublishedDispute, PublishedFigure
from orgcli.language.figures.words import FigureWords
from orgcli.model.text import cells
from orgcli.render.columns import GAP, side_by_side
from orgcli.render.lines import Line, glue, hanging, indented, one_line, styled, wrap

_INDENT = 2


def published_lines(published_figures: Published, words: FigureWords, width: int) -> Iterator[Line]:
    """The figures by what they measure, then what works disagree on, and the works."""
    yield from wrap(styled(words.published, "label"), width)
    room = width - _INDENT
    widest = max(
        (cells(figure.number) for part in published_figures.sections for figure in part.figures),
        default=0,
    )
    for section in published_figures.sections:
        units = [*styled(section.title, "strong"), *styled("; ".join(section.yours))]
        yield from indented(wrap(units, room), _INDENT)
        for figure in section.figures:
            yield from indented(_figure(figure, widest, room - _INDENT), 2 * _INDENT)
    yield []
    if published_figures.disputes:
        yield from wrap(styled(words.disagree, "label"), width)
    for dispute in published_figures.disputes:
        yield from _dispute(dispute, width)
    yield []
    for mark, work in published_figures.works:
        yield from hanging([*styled(work, "quiet")], one_line(mark), width, "work")
    yield from wrap(styled(published_figures.note, "quiet"), width)


def _figure(figure: PublishedFigure, widest: int, room: int) -> Iterator[Line]:
    """The number in a column; behind it the statement, its works, and whom it is about."""
    text = styled(figure.text)
    glue(text, (one_line(figure.marks), "work"), gap=" ")
    text += styled(f"({figure.about})", "quiet")
    column = wrap(text, max(20, room - widest - GAP))
    yield from side_by_side([[[(figure.number, "")]], column], [widest, room], right=(0,))


def _dispute(dispute: PublishedDispute, width: int) -> Iterator[Line]:
    yield from hanging(styled(dispute.question, "strong"), "?", width, "disputed")
    for answer, marks in dispute.answers:
        units = styled(answer)
        glue(units, (one_line(marks), "work"), gap=" ")
        yield from indented(hanging(units, "·", width - _INDENT), _INDENT)
    if dispute.reading:
        yield from indented(wrap(styled(dispute.reading, "quiet"), width - _INDENT), _INDENT)
