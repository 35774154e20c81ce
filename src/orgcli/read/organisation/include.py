"""`include:` is followed inside the organisation's own folder, each file once, never in a loop."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from orgcli.model.findings.finding import Finding, Place
from orgcli.read.entries import TableOptions
from orgcli.read.organisation.file_content import FileContent
from orgcli.read.organisation.files import Files
from orgcli.read.organisation.include_entries import IncludeEntry
from orgcli.read.syntax.decoding import Unreadable
from orgcli.read.syntax.paths import display_path, resolved

_DEEPEST = 64
"""Parts of a pattern; pathlib recurses over them."""


@dataclass(frozen=True, slots=True)
class Included:
    """A file with everything it includes, in file order, and what was wrong on the way."""

    contents: tuple[FileContent, ...]
    paths: tuple[Path, ...]
    findings: tuple[Finding, ...]


def follow(path: Path, files: Files) -> Included:
    """The content of a file and of all files it includes, directly or through others.

    Walked with a stack, each with the files above it, so that a loop is seen as one.
    Findings: ORG008 for a file that is missing, outside the folder, or includes itself.
    """
    start = resolved(path)
    folder = start.parent
    contents: dict[Path, FileContent] = {}
    findings: list[Finding] = []
    stack: list[tuple[Path, tuple[Path, ...], IncludeEntry | None]] = [(start, (), None)]
    while stack:
        current, above, entry = stack.pop()
        place = entry.place if entry else None
        if place is not None and current in above:
            chain = " → ".join(f"`{display_path(link)}`" for link in (*above, current))
            message = f"files include each other in a loop: {chain}"
            findings.append(_not_included(place, message, "remove one of the `include` lines"))
            continue
        if current in contents:
            continue
        try:
            content = files.get(current, entry.options) if entry else files.get(path)
            contents[current] = content
        except Unreadable as error:
            if place is None:
                raise
            findings.append(_not_included(place, str(error)))
            continue
        findings.extend(_no_table(content, entry))
        if content.organisation is None:
            continue
        included = list(_patterns(content, current, folder, findings))
        stack.extend((target, (*above, current), at) for target, at in reversed(included))
    return Included(tuple(contents.values()), tuple(contents), tuple(findings))


def _patterns(
    content: FileContent, current: Path, folder: Path, findings: list[Finding]
) -> Iterator[tuple[Path, IncludeEntry]]:
    assert content.organisation is not None
    for entry in content.organisation.includes:
        pattern, place = entry.pattern, entry.place
        if Path(pattern).is_absolute() or ".." in Path(pattern).parts:
            message = f"`{pattern}` leads outside the organisation's folder"
            findings.append(_not_included(place, message, "include files below this one only"))
            continue
        inside = [resolved(match) for match in matches(current.parent, pattern)]
        outside = [match for match in inside if not match.is_relative_to(folder)]
        for match in outside:
            message = f"`{match.name}` is a link that leads outside the folder"
            findings.append(_not_included(place, message))
        if not inside:
            message = f"no file matches `{pattern}`"
            findings.append(_not_included(place, message, "the pattern is relative to this file"))
        yield from ((match, entry) for match in inside if match not in outside)


def matches(folder: Path, pattern: str) -> list[Path]:
    """The files that a pattern finds; none for what is no pattern, or that pathlib cannot walk."""
    if not 0 < len(Path(pattern).parts) <= _DEEPEST:
        return []
    try:
        paths = sorted(folder.glob(pattern), key=lambda path: path.parts)
        return [path for path in paths if path.is_file()]
    except (ValueError, NotImplementedError, OSError):
        return []


def _no_table(content: FileContent, entry: IncludeEntry | None) -> Iterator[Finding]:
    """ORG005 where settings of a table stand beside a file that is none."""
    has_options = entry and entry.options and entry.options != TableOptions()
    if entry and has_options and not content.table and not content.broken:
        message = f"`{content.path}` is no table, so how to read one is not for it"
        help = f"include it as `- {entry.pattern}`"
        yield Finding("ORG005", message, entry.place, help=help)


def _not_included(place: Place, message: str, help: str = "") -> Finding:
    return Finding("ORG008", message, place, help=help)
