"""Works by their short marks, and what the marks stand for."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from orgcli.model.roles.library import Work
from orgcli.render.lines import Line, Unit, flow, one_line
from orgcli.render.view import Page


def marks_of(works: Sequence[Work]) -> dict[str, str]:
    """The short mark of each work by its key; the key itself where two claim one mark."""
    claims = Counter(work.mark for work in works)
    return {work.key: work.mark if claims[work.mark] == 1 else work.key for work in works}


class WorkMarks:
    """The marks of works as a page shows them.

    shown  whether statements carry the marks; ids  whether also their ids, and works are in full
    """

    def __init__(self, works: Sequence[Work], page: Page) -> None:
        self.shown = page.sources is not False
        self.ids = page.sources is True
        self._marks = marks_of(works)

    def line(self, works: Iterable[str]) -> str:
        """The marks of works by key, on one line; a work the library does not know is its key."""
        return one_line(" ".join(self._marks.get(work, work) for work in works))


def works_lines(works: Sequence[Work], width: int) -> Iterator[Line]:
    """Each mark with the work it stands for, on as few lines as they need."""
    marks = marks_of(works)
    units: Iterator[Unit] = (
        [(one_line(marks[work.key]), "work"), (f" {one_line(work.label)}", "quiet")]
        for work in works
    )
    yield from flow(units, width)
