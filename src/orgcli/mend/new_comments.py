"""Comments that silence the findings of a run, as edits of the files: `--add-ignore`."""

import re
from collections.abc import Callable, Iterable

from orgcli.mend.edits import Edit
from orgcli.model.findings.finding import Finding
from orgcli.model.findings.suppression import IGNORE, MARK
from orgcli.model.source.source import Source

_MARK = re.compile(r"(?<!\S)#")
_HERE = re.compile(rf"(?<!\S)#[ \t]*{MARK}[ \t]*{IGNORE}[ \t]*\[([^\]\r\n]*)\]([^\r\n]*)")


def ignoring(
    findings: Iterable[Finding], source: Source, reason: str, inside: Callable[[int], bool]
) -> tuple[list[Edit], list[Finding]]:
    """A comment at the end of each line that a finding begins in; also what cannot have one.

    reason  what to write behind the brackets; nothing where it is empty
    inside  whether an offset of the text is part of a value, where no comment can stand
    A comment that is there already is given the codes. Where a value runs on over the end of the
    line, the comment stands behind the line in which it ends.
    """
    by_line: dict[int, set[str]] = {}
    unplaced = []
    for finding in findings:
        line = _line_of(finding, source, inside)
        if line is None:
            unplaced.append(finding)
        else:
            by_line.setdefault(line, set()).add(finding.code)
    edits = [_edit(source, line, codes, reason, inside) for line, codes in sorted(by_line.items())]
    return edits, unplaced


def _line_of(finding: Finding, source: Source, inside: Callable[[int], bool]) -> int | None:
    place = finding.place
    # A block of text ends where the next line begins, which is somebody else's.
    last = place.end_line if place.end_column > 1 else place.line
    for line in dict.fromkeys((place.line, last)):
        if line <= source.line_count and not inside(_end(source, line)):
            return line
    return None


def _end(source: Source, line: int) -> int:
    return source.line_start(line) + len(source.line(line))


def _edit(
    source: Source, line: int, codes: Iterable[str], reason: str, inside: Callable[[int], bool]
) -> Edit:
    text, start = source.line(line), source.line_start(line)
    marks = (_HERE.match(text, mark.start()) for mark in _MARK.finditer(text))
    existing = next((match for match in marks if match and not inside(start + match.start())), None)
    if existing:
        old_codes = [word.strip() for word in existing[1].split(",") if word.strip()]
        all_codes = [*old_codes, *sorted(set(codes) - set(old_codes))]
        return Edit(start + existing.start(1), start + existing.end(1), ", ".join(all_codes))
    bare = len(text.rstrip(" \t"))  # other white space may belong to a value
    why = f" {_one_line(reason)}" if reason.strip() else ""
    comment = f"  # {MARK} {IGNORE}[{', '.join(sorted(codes))}]{why}"
    return Edit(start + bare, start + len(text), comment)


def _one_line(reason: str) -> str:
    return " ".join(
        "".join(character if character.isprintable() else " " for character in reason).split()
    )
