"""A line of advice as words on a page: its sign, text, hedge, works, dispute and statements."""

from collections.abc import Iterable

from orgcli.advise.recommendation import AdviceLine, Names
from orgcli.advise.writers import phrases
from orgcli.model.text import cells
from orgcli.render.lines import Line, Unit, glue, hanging, one_line
from orgcli.render.lines import words as split
from orgcli.render.view import Page
from orgcli.render.works import marks_of

_UNBROKEN = 24  # cells of a hedge that stays on one line


class WorkMarks:
    """The short marks of works: a mark that two works claim is replaced by their keys."""

    def __init__(self, names: Names) -> None:
        self._of = marks_of(names.works)

    def line(self, works: Iterable[str]) -> str:
        """The marks of works by key, on one line."""
        return one_line(" ".join(self._of.get(work, work) for work in works))


def line_units(line: AdviceLine, marks: WorkMarks, page: Page) -> list[Unit]:
    """A line in words; its works, its dispute and its statements stay on the last of them."""
    words = page.words.advise
    units = split(words.today, "disputed") if line.now else []
    units += split(line.text)
    if line.hedge:
        hedge = one_line(f"({line.hedge})")
        units += [[(hedge, "hedge")]] if cells(hedge) <= _UNBROKEN else split(hedge, "hedge")
    if page.sources is not False:
        if line.works:
            glue(units, (marks.line(line.works), "work"))
        if line.dispute:
            glue(units, (one_line(line.dispute), "disputed"))
        for number, id in enumerate((*line.statements, *line.claims)):
            if number == 0:
                glue(units, (one_line(id), "quiet"))
            else:
                units.append([(one_line(id), "quiet")])
    return units


def trace_lines(line: AdviceLine, marks: WorkMarks, page: Page, width: int) -> list[Line]:
    """Below a line: what of an organisation makes it true, and its statements if asked for."""
    traces = phrases.traces(line, page.words.advise)
    lines = [
        one for trace in traces for one in hanging(split(trace, "quiet"), "   ", width, "quiet")
    ]
    for one in line.basis if page.sources is True else ():
        units = split(one.id, "quiet")
        units += split(one.text, "quiet")
        if one.hedge:
            units += split(f"({one.hedge})", "hedge")
        glue(units, (marks.line(one.works), "work"))
        lines += hanging(units, "    –", width, "quiet")
    return lines
