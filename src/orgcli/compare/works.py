"""Works by their short marks, and what the marks stand for."""

from collections.abc import Iterable, Iterator, Sequence

from orgcli.compare.words import work_name
from orgcli.model.library import Work
from orgcli.page.wrap import Line, Unit, measure, one_line, wrap

_APART = "   "


def marks_of(works: Sequence[Work]) -> dict[str, str]:
    """The short mark of each work by its key; the key itself where two claim one mark."""
    marks = [work.mark for work in works]
    return {work.key: work.mark if marks.count(work.mark) == 1 else work.key for work in works}


def works_lines(works: Sequence[Work], width: int) -> Iterator[Line]:
    """Each mark with the work it stands for, on as few lines as they need."""
    marks = marks_of(works)
    units: Iterator[Unit] = (
        [(one_line(marks[work.key]), "work"), (f" {one_line(work_name(work))}", "quiet")]
        for work in works
    )
    yield from flow(units, width)


def flow(units: Iterable[Unit], width: int) -> Iterator[Line]:
    """Units on as few lines as they need, three spaces apart."""
    line: Line = []
    for unit in units:
        if line and measure(line) + len(_APART) + measure(unit) <= width:
            line = [*line, (_APART, ""), *unit]
            continue
        if line:
            yield line
        spaced = [[(word, style)] for text, style in unit for word in text.split(" ") if word]
        *whole, line = wrap(spaced, width) or [[]]
        yield from whole
    if line:
        yield line
