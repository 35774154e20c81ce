"""Marks of a version control system, which stand in a file where a merge was left unfinished."""

import re

from orgcli.model.findings.finding import Finding, Related
from orgcli.model.source.source import Source

_ENDS = ("<<<<<<<", ">>>>>>>")
_MARK = re.compile(r"^(?:<{7}|>{7}|={7}|\|{7})(?= |\r?$)", re.MULTILINE)
_MOST_RELATED = 10
CONFLICT_HELP = "decide between the two versions and remove the marks; `git diff` shows them"


def merge_conflict(source: Source) -> Finding | None:
    """ORG016 at the first mark of a conflict at the beginning of a line, else nothing.

    A line of `=======` alone is no mark: it may underline a heading.
    """
    text = source.text
    if not any(mark in text for mark in _ENDS):
        return None
    spans = [match.span() for match in _MARK.finditer(text)]
    marks = [text[start:end] for start, end in spans]
    count = max(map(marks.count, _ENDS))
    if not count:
        return None
    places = [source.place(*span) for span in spans[: _MOST_RELATED + 1]]
    what = "a merge conflict is" if count == 1 else f"{count:,} merge conflicts are"
    related = [
        Related(place, f"`{mark}` stands here")
        for mark, place in zip(marks[1:], places[1:], strict=False)
    ]
    return Finding(
        "ORG016",
        f"{what} not resolved: `{marks[0]}` stands here",
        places[0],
        help=CONFLICT_HELP,
        related=tuple(related),
    )


def conflict_line(text: str) -> int | None:
    """The line of the first mark of a conflict in a text, counted from 1."""
    conflict = merge_conflict(Source("", text))
    return conflict.place.line if conflict else None
