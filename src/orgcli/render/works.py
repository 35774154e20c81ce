"""Works by their short marks, what the marks stand for, and works as JSON."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from orgcli.model.roles.library import Work
from orgcli.render.json import fields_of
from orgcli.render.lines import Line, Unit, flow, one_line


def marks_of(works: Sequence[Work]) -> dict[str, str]:
    """The short mark of each work by its key; the key itself where two claim one mark."""
    claims = Counter(work.mark for work in works)
    return {work.key: work.mark if claims[work.mark] == 1 else work.key for work in works}


def works_lines(works: Sequence[Work], width: int) -> Iterator[Line]:
    """Each mark with the work it stands for, on as few lines as they need."""
    marks = marks_of(works)
    units: Iterator[Unit] = (
        [(one_line(marks[work.key]), "work"), (f" {one_line(work.label)}", "quiet")]
        for work in works
    )
    yield from flow(units, width)


def work_entry(work: Work) -> dict[str, Any]:
    """A work as JSON, every field always there."""
    return fields_of(
        work, "key", "mark", "name", "year", "author", "published", "url", "languages", "note"
    )
