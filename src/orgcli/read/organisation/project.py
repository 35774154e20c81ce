"""Paths become a project: files are found, read once, and joined into organisations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from orgcli.model.findings.finding import Finding, Place
from orgcli.model.organisation.organisation import Department, Organisation, Position
from orgcli.model.project import Project
from orgcli.read.entries import Entries
from orgcli.read.organisation.files import STDIN, YAML, FileContent, Files, real
from orgcli.read.organisation.include import follow
from orgcli.read.organisation.positions import Validated, validate
from orgcli.read.roles.builtin_roles import LIBRARY, role_ids
from orgcli.read.roles.builtin_summary import Builtin

_NOTHING = Entries((), lambda *_: Place(""), lambda *_: Place(""))


@dataclass(slots=True)
class _Group:
    """Files that make one organisation."""

    name: str | None
    folder: Path
    contents: list[FileContent] = field(default_factory=list)


def read_project(
    paths: Sequence[Path], files: Files | None = None, role_folders: Sequence[Path] = ()
) -> Project:
    """Read files and folders into organisations and roles; everything wrong is a finding.

    paths         files, folders, or "-" for standard input, in any mixture
    role_folders  folders with role files, beside `roles/` next to each organisation
    Files that name the same organisation make one; fragments without a name belong to the
    organisation in their folder or the nearest above it, and to one unnamed one otherwise.
    Raises Unreadable for a path that cannot be opened, before anything is reported.
    """
    files = files or Files()
    named, findings = _read_all(paths, files)
    groups = _group(named, files)
    beside = _read_roles(files, groups, role_folders)
    contents = list(files.read.values())
    organisations = []
    lacking = {finding.place.file for finding in findings if finding.code == "ORG008"}
    said: set[Finding] = set()  # of a file that several organisations include, once
    for group in groups:
        organisation, wrong = _organisation(group, contents, lacking)
        organisations.append(organisation)
        findings.extend(one for one in wrong if one not in said)
        said.update(wrong)
    for content in contents:
        findings.extend(content.findings)
    return Project(
        organisations,
        [content.role for content in contents if content.role],
        role_ids() | beside | {content.role.role.role for content in contents if content.role},
        findings,
        {content.path: content.source for content in contents if content.source},
        tuple(content.path for content in contents),
        [content.translation for content in contents if content.translation],
        [content.library for content in contents if content.library],
        {content.path: content.comments for content in contents if content.comments},
        Builtin(),
        [
            (content.path, pattern)
            for content in contents
            if content.organisation
            for pattern, _ in content.organisation.includes
        ],
    )


def _read_all(
    paths: Sequence[Path], files: Files
) -> tuple[list[tuple[Path, list[FileContent]]], list[Finding]]:
    """Every file with what it includes; a file that another one includes is not alone.

    Files that name an organisation go first, so that of files that include each other in a
    loop the one with a name stays.
    """
    found: list[tuple[Path, list[FileContent]]] = []
    included: set[Path] = set()
    findings: dict[Finding, None] = {}
    for path in sorted(_expand(paths, files), key=lambda path: not _is_named(files.get(path))):
        if str(path) == STDIN:
            content = files.get(path)
            findings.update(dict.fromkeys(_not_followed(content)))
            found.append((path, [content]))
        elif real(path) not in included:
            whole = follow(path, files)
            findings.update(dict.fromkeys(whole.findings))
            included.update(whole.paths[1:])
            found.append((path, list(whole.contents)))
    alone = [(path, contents) for path, contents in found if real(path) not in included]
    return alone, list(findings)


def _not_followed(content: FileContent) -> Iterator[Finding]:
    """ORG008: what standard input includes stands in no folder that is known."""
    for pattern, place in content.organisation.includes if content.organisation else ():
        message = f"`{pattern}` cannot be included from standard input"
        yield Finding("ORG008", message, place, help="name the file instead of `-`")


def _is_named(content: FileContent) -> bool:
    return content.organisation is not None and content.organisation.name is not None


def _expand(paths: Iterable[Path], files: Files) -> list[Path]:
    """Folders become the files in them; each file once, in the order given."""
    found: dict[Path, Path] = {}
    for path in paths:
        several = files.below(path) if str(path) != STDIN and path.is_dir() else [path]
        for one in several:
            found.setdefault(one if str(one) == STDIN else real(one), one)
    return list(found.values())


def _group(found: list[tuple[Path, list[FileContent]]], files: Files) -> list[_Group]:
    by_name: dict[str, _Group] = {}
    fragments: list[tuple[Path, list[FileContent]]] = []
    groups: list[_Group] = []
    for path, contents in found:
        organisation = contents[0].organisation
        if organisation is not None and organisation.name is not None:
            name = organisation.name
            if name not in by_name:
                by_name[name] = _Group(name, real(path).parent)
                groups.append(by_name[name])
            by_name[name].contents.extend(contents)
        elif organisation is not None or contents[0].table is not None:
            fragments.append((path, contents))
    unnamed: _Group | None = None
    for path, contents in fragments:
        home = _nearest(real(path).parent, groups) if contents[0].organisation else None
        if home is None:
            unnamed = unnamed or _Group(None, real(path).parent)
            home = unnamed
        home.contents.extend(contents)
    return [*groups, unnamed] if unnamed else groups


def _nearest(folder: Path, groups: Sequence[_Group]) -> _Group | None:
    """The one named organisation in the folder or the nearest above it that has any."""
    for above in (folder, *folder.parents):
        here = [group for group in groups if group.folder == above]
        if here:
            return here[0] if len(here) == 1 else None
    return None


def _read_roles(files: Files, groups: Sequence[_Group], folders: Sequence[Path]) -> set[str]:
    """Read the folders of roles, and what belongs to roles, translations and libraries named alone.

    Returns the ids of roles that stand beside such files, though they are not read themselves.
    """
    beside = [group.folder / "roles" for group in groups]
    for folder in dict.fromkeys((*beside, *folders)):
        if folder.is_dir():
            for path in files.below(folder):
                files.get(path)
    homes: dict[Path, None] = {}
    for path, content in list(files.read.items()):
        if str(path) == STDIN:
            continue
        folder = Path(content.path).absolute().parent  # as it was named, links and all
        if content.translation is not None:
            _get(files, folder.parent / path.name)
            homes[folder.parent] = None
        elif content.role is not None or content.library is not None:
            homes[folder] = None
    for home in homes:
        _get(files, home / f"{LIBRARY}.yaml")
    return {id for home in homes for id in _ids_in(home, files)}


def _get(files: Files, path: Path) -> None:
    if path.is_file():
        files.get(path)


_ROLE = re.compile(rb"^role:[ \t]*[\"']?([\w.-]+)", re.MULTILINE)
_HEAD = 4096  # bytes; the first key of a file, behind a comment


def _ids_in(folder: Path, files: Files) -> Iterator[str]:
    """Ids of the roles in files of a folder that are not read, by the first key of each."""
    for path in folder.iterdir():
        if path.suffix.lower() in YAML and real(path) not in files.read and path.is_file():
            with path.open("rb") as stream:
                match = _ROLE.search(stream.read(_HEAD))
            if match:
                yield match[1].decode("utf-8", "replace")


def _organisation(
    group: _Group, everything: Sequence[FileContent], lacking: Collection[str]
) -> tuple[Organisation, list[Finding]]:
    """The organisation of some files, and what is wrong with its entries.

    everything  all files: what a broken one of them holds may belong to it
    lacking     files that include something that is not there
    """
    positions: list[Position] = []
    departments: list[Department] = []
    findings: list[Finding] = []
    places, department_places = _Places(), _Places()
    for content in group.contents:
        said = content.table or (content.organisation and content.organisation.entries)
        entries = said or _NOTHING
        valid = _with_photos(validate(entries, Position), entries, content, group)
        places.add(len(positions), entries.place, valid.entry)
        positions.extend(valid.values)
        findings.extend(valid.findings)
        if content.organisation is not None:
            beside = content.organisation.departments
            listed = validate(beside, Department)
            department_places.add(len(departments), beside.place, listed.entry)
            departments.extend(listed.values)
            findings.extend(listed.findings)
    organisation = Organisation(
        group.name,
        positions,
        departments,
        places.place,
        complete=not any(_may_hold(content, group) for content in everything if content.broken)
        and not any(content.path in lacking for content in group.contents),
        files=tuple(content.path for content in group.contents),
        department_place=department_places.place,
        top_word=next((one.table.top_word for one in group.contents if one.table), ""),
    )
    return organisation, findings


def _with_photos(
    valid: Validated[Position], entries: Entries, content: FileContent, group: _Group
) -> Validated[Position]:
    if not any(position.photo for position in valid.values):
        return valid
    from orgcli.read.organisation.photos import sound_photos

    return sound_photos(valid, entries.place, content.path, group.folder)


def _may_hold(broken: FileContent, group: _Group) -> bool:
    """Whether positions of this organisation could stand in a file that cannot be read."""
    if any(broken is content for content in group.contents):
        return True
    return real(Path(broken.path)).is_relative_to(group.folder)


@dataclass(slots=True)
class _Places:
    """From the number of an entry in the organisation to its place in one of the files.

    starts  per file: the number of its first entry
    parts   per file: its places, and which of them each of its entries has
    """

    starts: list[int] = field(default_factory=list)
    parts: list[tuple[Callable[..., Place], Sequence[int]]] = field(default_factory=list)

    def add(self, start: int, place: Callable[..., Place], numbers: Sequence[int]) -> None:
        """Take up the next file."""
        self.starts.append(start)
        self.parts.append((place, numbers))

    def place(self, entry: int, *path: str | int) -> Place:
        """Where an entry, or a field of it, is written."""
        part = bisect_right(self.starts, entry) - 1
        place_in_file, numbers = self.parts[part]
        return place_in_file(numbers[entry - self.starts[part]], *path)
