"""What several screens have in common: headings, statements and disputes as lines."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from orgcli.compare.comparison.comparison import Column, Comparison, Wording
from orgcli.compare.parts.citations import Citations
from orgcli.compare.parts.foot import Foot
from orgcli.compare.parts.phrases import SIGNS, UNCLEAR, legend, origins
from orgcli.compare.parts.units import cited_units, question_units, statement_units
from orgcli.model.roles.library import Dispute, Work
from orgcli.model.text import cells
from orgcli.render.columns import side_by_side
from orgcli.render.lines import (
    Line,
    Unit,
    flow,
    hanging,
    indented,
    measure,
    one_line,
    styled,
    wrap,
)
from orgcli.render.works import works_lines

_UNBROKEN_NOTE = 32
_APART = 3
_ENDLESS = 100_000


def heading_lines(column: Column, width: int) -> Iterator[Line]:
    """The names of a role, and below them its work, file and language."""
    short, *title = column.names
    yield from wrap([*styled(short, "role"), *styled(" ".join(title), "title")], width)
    for origin in origins(column):
        yield from wrap(styled(origin, "quiet"), width)


def labelled(label: str, body: Sequence[Line], width: int, gap: int) -> Iterator[Line]:
    """Lines beside their label, which takes `width` cells."""
    return side_by_side([wrap(styled(label, "label"), width), body], [width, 0], gap)


def statement_lines(
    wording: Wording, citations: Citations, width: int, note: str = "", signed: bool = True
) -> list[Line]:
    """A statement in lines of `width` cells, hanging behind its sign.

    note    stands behind everything else, such as with whom it is shared
    signed  whether the sign is there, or only the room for it
    """
    units = statement_units(wording, citations)
    if note:
        whole = cells(note) <= min(_UNBROKEN_NOTE, width - 2)
        first, *rest = [[(one_line(note), "shared")]] if whole else styled(note, "shared")
        units += [[(" ", ""), *first], *rest]
    sign, style = SIGNS[wording.agreement] if signed else " ", str(wording.agreement)
    return hanging(units or [[("", "")]], sign, width, style)


def dispute_lines(comparison: Comparison, citations: Citations, width: int) -> list[Line]:
    """The question behind each key of a dispute; with every side and the reading, if it is full."""
    keys = [one_line(dispute.key) for dispute in comparison.disputes]
    widest = max(map(cells, keys), default=0)
    signs = [key + " " * (widest - cells(key)) for key in keys]
    questions = [question_units(dispute, citations.words) for dispute in comparison.disputes]
    if not comparison.full:
        return _in_columns(list(zip(signs, questions, strict=True)), width)
    lines: list[Line] = []
    for sign, question, dispute in zip(signs, questions, comparison.disputes, strict=True):
        lines.extend(hanging(question, sign, width, "disputed"))
        for bullet, body in _sides(dispute, citations):
            below = hanging(body, bullet, width - widest - 1, "quiet")
            lines.extend(indented(below, widest + 1))
    return lines


def foot_lines(
    foot: Foot, citations: Citations, width: int, in_full: Callable[[Work], Iterable[Line]]
) -> Iterator[Line]:
    """What stands below everything else; `in_full` gives a work where statements carry ids."""
    words, meaning = citations.words, legend(citations.words)
    units: list[Unit] = [
        [(SIGNS[sign], str(sign)), (f" {meaning[sign]}", "quiet")] for sign in foot.signs
    ]
    units += [[(f"{words.not_stated}: {foot.silence}", "quiet")]] if foot.silence else []
    units += [[(UNCLEAR, "disputed"), (f" {foot.unclear}", "quiet")]] if foot.unclear else []
    yield from flow(units, width)
    if citations.ids:
        yield from (line for work in foot.works for line in in_full(work))
    elif citations.shown:
        yield from works_lines(foot.works, width)
    unstated = foot.unstated and f"{words.not_stated}: {foot.unstated}"
    for text in (unstated, foot.numbers + foot.more):
        yield from wrap(styled(text, "quiet"), width)


def _sides(dispute: Dispute, citations: Citations) -> Iterator[tuple[str, list[Unit]]]:
    """Each side behind a dash, then the reading behind an arrow."""
    for side in dispute.sides:
        yield "–", cited_units(side.text, side.sources, citations, "  ")
    if dispute.reading:
        yield "→", styled(dispute.reading, "hedge")


def _in_columns(items: Sequence[tuple[str, list[Unit]]], width: int) -> list[Line]:
    """Signed items in as many columns as fit, read row by row; else one below the other."""
    wholes = [hanging(units, sign, _ENDLESS, "disputed")[0] for sign, units in items]
    widest = max(map(measure, wholes), default=0)
    count = (width + _APART) // (widest + _APART)
    if count < 2:
        return [line for sign, units in items for line in hanging(units, sign, width, "disputed")]
    return list(side_by_side([wholes[at::count] for at in range(count)], [widest] * count, _APART))
