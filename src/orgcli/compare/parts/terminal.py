"""What several screens have in common: headings, statements and disputes as lines."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from orgcli.compare.comparison.comparison import Column, Comparison, Wording
from orgcli.compare.parts.citations import Citations
from orgcli.compare.parts.foot import Foot
from orgcli.compare.parts.phrases import SIGNS, UNCLEAR, legend, origins
from orgcli.model.roles.library import Dispute, Work
from orgcli.model.text import cells
from orgcli.render.columns import side_by_side
from orgcli.render.lines import (
    Line,
    Unit,
    flow,
    glue,
    hanging,
    indented,
    measure,
    one_line,
    styled,
    wrap,
)
from orgcli.render.works import works_lines

_UNBROKEN = 18  # cells of a hedge that stays on one line: "(passt am besten)"
_UNBROKEN_NOTE = 32
_APART = 3
_ENDLESS = 100_000


def heading_lines(column: Column, width: int) -> Iterator[Line]:
    """What a role is called, and below it where what it says comes from."""
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


def statement_units(wording: Wording, citations: Citations) -> list[Unit]:
    """A statement in words, with the marks of its works hung on the last of them."""
    units = styled(wording.text)
    if wording.qualifier:
        qualifier = one_line(f"({wording.qualifier})")
        whole = cells(qualifier) <= _UNBROKEN
        units.extend([[(qualifier, "hedge")]] if whole else styled(qualifier, "hedge"))
    if citations.shown and wording.works:
        glue(units, (citations.line(wording.works), "work"))
    if citations.keys and wording.statement.dispute:
        glue(units, (one_line(wording.statement.dispute), "disputed"))
    if wording.language:
        glue(units, (f"[{one_line(wording.language)}]", "quiet"))
    if citations.ids and wording.statement.id:
        glue(units, (one_line(wording.statement.id), "quiet"))
    return units


def cited_units(
    text: str, works: Iterable[str], citations: Citations, gap: str, doubt: str = ""
) -> list[Unit]:
    """A few words with the marks of the works that say them, behind a sign of doubt if any."""
    units = styled(text)
    if doubt:
        glue(units, (doubt, "disputed"), gap=gap)
    mark = citations.line(works) if citations.shown else ""
    if mark:
        glue(units, (mark, "work"), gap=gap)
    return units


def dispute_lines(comparison: Comparison, citations: Citations, width: int) -> list[Line]:
    """The question behind each key of a dispute; with every side and the reading, if it is full."""
    keys = [one_line(dispute.key) for dispute in comparison.disputes]
    widest = max(map(cells, keys), default=0)
    signs = [key + " " * (widest - cells(key)) for key in keys]
    questions = [_question(dispute, citations) for dispute in comparison.disputes]
    if not comparison.full:
        return _in_columns(list(zip(signs, questions, strict=True)), width)
    lines: list[Line] = []
    for sign, question, dispute in zip(signs, questions, comparison.disputes, strict=True):
        lines.extend(hanging(question, sign, width, "disputed"))
        for bullet, body in _sides(dispute, citations):
            below = hanging(body, bullet, width - widest - 1, "quiet")
            lines.extend(indented(below, widest + 1))
    return lines


def _question(dispute: Dispute, citations: Citations) -> list[Unit]:
    """A question, and what it is where works do not contradict each other."""
    units = styled(dispute.question)
    if dispute.kind != "disagree":
        units += styled(f"({citations.words.dispute_kinds[dispute.kind]})", "quiet")
    return units


def foot_lines(
    foot: Foot, citations: Citations, width: int, in_full: Callable[[Work], Iterable[Line]]
) -> Iterator[Line]:
    """What stands below everything else; `in_full` gives a work where statements carry ids."""
    words, meaning = citations.words, legend(citations.words)
    units: list[Unit] = [
        [(SIGNS[one], str(one)), (f" {meaning[one]}", "quiet")] for one in foot.signs
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
