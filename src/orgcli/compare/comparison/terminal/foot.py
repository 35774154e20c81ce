"""What stands below the columns: what the roles share, what is disputed, what the signs mean."""

from collections.abc import Iterator, Sequence

from orgcli.compare.comparison.comparison import Common, Comparison, Mark
from orgcli.compare.parts import phrases
from orgcli.compare.parts.statement_lines import Marks
from orgcli.model.roles.library import Dispute
from orgcli.render.lines import Line, Unit, flow, glue, hanging, measure, one_line, pad, wrap
from orgcli.render.lines import words as split
from orgcli.render.works import works_lines

_APART = "   "
_WIDEST_LABEL = 44
_NARROWEST_VOICES = 36
_UNBROKEN = 16  # cells of a role's name that stays on one line
_ENDLESS = 100_000


def common_lines(comparison: Comparison, marks: Marks, width: int, stop: int = 0) -> list[Line]:
    """Each concept that roles share, who shares it and by which works, in lines of `width`.

    stop  where the roles begin, if the labels leave room for that; else behind the longest
    """
    labels = [one_line(common.label) for common in comparison.common]
    widest = min(_WIDEST_LABEL, max((measure([(label, "")]) for label in labels), default=0))
    indent = max(widest + len(_APART), stop - 2)
    widest = indent - len(_APART)
    lines: list[Line] = []
    for common in comparison.common:
        name, voices = split(common.label), _voices(common, comparison, marks)
        if width - 2 - indent < _NARROWEST_VOICES:
            glue(name, ("", ""))
            lines.extend(hanging([*name, *voices], phrases.SIGNS[Mark.SHARED], width))
            continue
        left, right = wrap(name, widest), wrap(voices, width - 2 - indent)
        for at in range(max(len(left), len(right))):
            sign = (f"{phrases.SIGNS[Mark.SHARED]} " if at == 0 else "  ", "shared")
            first = pad(left[at] if at < len(left) else [], indent)
            lines.append([sign, *first, *(right[at] if at < len(right) else [])])
    return lines


def dispute_lines(comparison: Comparison, marks: Marks, width: int, full: bool) -> list[Line]:
    """The question behind each key of a dispute; with every side and the reading if `full`."""
    keys = [one_line(dispute.key) for dispute in comparison.disputes]
    widest = max((measure([(key, "")]) for key in keys), default=0)
    signs = [key + " " * (widest - measure([(key, "")])) for key in keys]
    if not full:
        questions = (split(dispute.question) for dispute in comparison.disputes)
        return _in_columns(list(zip(signs, questions, strict=True)), width)
    lines: list[Line] = []
    indent = " " * (widest + 1)
    for sign, dispute in zip(signs, comparison.disputes, strict=True):
        lines.extend(hanging(split(dispute.question), sign, width, "disputed"))
        for bullet, body in _sides(dispute, marks):
            below = hanging(body, bullet, width - len(indent), "quiet")
            lines.extend([(indent, ""), *line] for line in below)
    return lines


def foot(comparison: Comparison, marks: Marks, width: int) -> list[Line]:
    """The signs, the works behind the marks, and how much of everything there is above."""
    signs: list[Unit] = [
        [(phrases.SIGNS[mark], str(mark)), (" " + meaning, "quiet")]
        for mark, meaning in phrases.legend(marks.says).items()
    ]
    if any(group.silent for group in comparison.groups):
        signs.append([(f"{marks.says.not_stated}: {marks.says.not_stated_means}", "quiet")])
    lines = list(flow(signs, width))
    if marks.ids:
        for work in comparison.works:
            full = split(phrases.work_in_full(work), "quiet")
            lines.extend(hanging(full, marks.line([work.key]), width, "work"))
    elif marks.shown:
        lines.extend(works_lines(comparison.works, width))
    numbers = phrases.numbers(comparison, marks.says)
    if not comparison.full and comparison.shown < comparison.stated:
        numbers += f"; {marks.says.more}"
    return [*lines, *wrap(split(numbers, "quiet"), width)]


def _voices(common: Common, comparison: Comparison, marks: Marks) -> list[Unit]:
    units: list[Unit] = []
    for number, voice in enumerate(common.voices):
        short = comparison.columns[voice.column].short
        whole = measure([(short, "")]) <= _UNBROKEN
        said = [[(one_line(short), "role")]] if whole else split(short, "role")
        for works, hedge in voice.by_hedge if marks.shown else ():
            glue(said, (marks.line(works), "work"), gap=" ")
            if hedge:
                glue(said, (one_line(f"({hedge})"), "hedge"), gap=" ")
        if number + 1 < len(common.voices):
            glue(said, ("·", "quiet"), gap=" ")
        units.extend(said)
    if common.disputes:
        glue(units, (one_line(" ".join(common.disputes)), "disputed"))
    return units


def _sides(dispute: Dispute, marks: Marks) -> Iterator[tuple[str, list[Unit]]]:
    """Each side behind a dash, then the reading behind an arrow."""
    for side in dispute.sides:
        units = split(side.text)
        if marks.shown and side.sources:
            glue(units, (marks.line(side.sources), "work"))
        yield "–", units
    if dispute.reading:
        yield "→", split(dispute.reading, "hedge")


def _in_columns(items: Sequence[tuple[str, list[Unit]]], width: int) -> list[Line]:
    """Signed items in as many columns as fit, read row by row; else one below the other."""
    wholes = [hanging(units, sign, _ENDLESS, "disputed")[0] for sign, units in items]
    widest = max(map(measure, wholes), default=0)
    count = (width + len(_APART)) // (widest + len(_APART))
    if count < 2:
        return [line for sign, units in items for line in hanging(units, sign, width, "disputed")]
    lines: list[Line] = []
    for number, whole in enumerate(wholes):
        if number % count == 0:
            lines.append([])
        lines[-1].extend(pad(whole, widest + len(_APART)))
    return lines
