"""Paths become a project: files are found, read once, and joined into organisations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from operator import itemgetter
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from orgcli.model.findings.finding import Finding, Place
from orgcli.model.organisation.organisation import Department, Organisation
from orgcli.model.organisation.position import Position
from orgcli.model.project import Project
from orgcli.model.source.notation import YAML_SUFFIXES
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.organisation.file_content import FileContent
from orgcli.read.organisation.files import Files
from orgcli.read.organisation.id_spelling import with_one_spelling
from orgcli.read.organisation.include import Included, follow
from orgcli.read.organisation.positions import validate
from orgcli.read.roles.builtin_roles import LIBRARY, role_ids
from orgcli.read.roles.builtin_summary import builtin_summary
from orgcli.read.syntax.decoding import Unreadable, read_bytes
from orgcli.read.syntax.paths import files_in, foreign, is_stdin, link_outside, resolved

if TYPE_CHECKING:
    from orgcli.model.organisation.plan import PlanFile


@dataclass(slots=True)
class _FileGroup:
    """Files that make one organisation."""

    name: str | None
    folder: Path
    contents: list[FileContent] = field(default_factory=list)


def read_project(
    paths: Sequence[Path | str] | Path | str,
    files: Files | None = None,
    role_folders: Sequence[Path | str] = (),
    options: TableOptions | None = None,
) -> Project:
    """Read files and folders into organisations and roles; everything wrong is a finding.

    paths         files, folders, or "-" for standard input, in any mixture; or one of them
    role_folders  folders with role files, beside `roles/` next to each organisation
    options       how tables are read, where `files` does not say it
    Files that name the same organisation make one; fragments without a name belong to the
    organisation in their folder or the nearest above it, and to one unnamed one otherwise.
    Raises Unreadable for a path that cannot be opened, before anything is reported, and TypeError
    or ValueError for what is no path.
    """
    files = files or Files(options or TableOptions())
    alone, findings = _read_all(_paths(paths), files)
    groups = _grouped(alone)
    beside = _read_roles(files, groups, [Path(folder) for folder in role_folders])
    contents = list(files.read.values())
    incomplete = {finding.place.file for finding in findings if finding.code == "ORG008"}
    organisations = []
    reported: set[Finding] = set()  # of a file that several organisations include, once
    for group in groups:
        organisation, wrong = _organisation(group, contents, incomplete)
        organisations.append(organisation)
        findings.extend(finding for finding in wrong if finding not in reported)
        reported.update(wrong)
    for content in contents:
        findings.extend(content.findings)
    roles = [content.role for content in contents if content.role]
    return Project(
        organisations,
        roles,
        role_ids() | beside | {role.role.role for role in roles},
        findings,
        {content.path: content.source for content in contents if content.source},
        tuple(content.path for content in contents),
        [content.translation for content in contents if content.translation],
        [content.library for content in contents if content.library],
        {content.path: content.comments for content in contents if content.comments},
        builtin_summary(),
        [
            (content.path, include.pattern)
            for content in contents
            if content.organisation
            for include in content.organisation.includes
        ],
        [content.table.reading for content in contents if content.table and content.table.reading],
        [content.yardsticks for content in contents if content.yardsticks],
        _plans(contents, groups),
    )


def _plans(contents: Sequence[FileContent], groups: Sequence[_FileGroup]) -> list[PlanFile]:
    """The plans, each with the organisation that it is of."""
    plans = [content.plan for content in contents if content.plan]
    if not plans:
        return []
    from orgcli.read.plans.plan_home import PlanHome, with_home

    homes = [
        PlanHome(group.name, group.folder, any(file.entries for file in group.contents))
        for group in groups
    ]
    return [with_home(plan, homes) for plan in plans]


def _paths(paths: Sequence[Path | str] | Path | str) -> list[Path]:
    """One path or several as a list; an empty text, which would be the current folder, is none."""
    several = [paths] if isinstance(paths, str | PathLike) else list(paths)
    for path in several:
        if not isinstance(path, str | PathLike):
            raise TypeError(f"a path is text or a Path, not {path!r}")
        if path == "":
            raise ValueError("a path is empty; the current folder is `.`")
    return [Path(path) for path in several]


def _read_all(paths: Sequence[Path], files: Files) -> tuple[list[Included], list[Finding]]:
    """Every file with what it includes; a file that another one includes is not alone.

    Files that name an organisation go first, so that of files that include each other in a
    loop the one with a name stays.
    """
    roots: list[Included] = []
    included: set[Path] = set()
    findings: dict[Finding, None] = {}
    for path in sorted(_expand(paths, files), key=lambda path: not _is_named(files.get(path))):
        if is_stdin(path):
            content = files.get(path)
            roots.append(Included((content,), (resolved(path),), tuple(_not_followed(content))))
        elif resolved(path) not in included:
            roots.append(follow(path, files))
            included.update(roots[-1].paths[1:])
    for root in roots:
        findings.update(dict.fromkeys(root.findings))
    return [root for root in roots if root.paths[0] not in included], list(findings)


def _not_followed(content: FileContent) -> Iterator[Finding]:
    """ORG008: what standard input includes stands in no folder that is known."""
    for include in content.organisation.includes if content.organisation else ():
        message = f"`{include.pattern}` cannot be included from standard input"
        yield Finding("ORG008", message, include.place, help="name the file instead of `-`")


def _is_named(content: FileContent) -> bool:
    return content.organisation is not None and content.organisation.name is not None


def _expand(paths: Iterable[Path], files: Files) -> list[Path]:
    """Folders become the files in them; each file once, in the order given."""
    distinct: dict[Path, Path] = {}
    for path in paths:
        several = files.below(path) if not is_stdin(path) and path.is_dir() else [path]
        for file in several:
            distinct.setdefault(file if is_stdin(file) else resolved(file), file)
    return list(distinct.values())


def _grouped(roots: Sequence[Included]) -> list[_FileGroup]:
    by_name: dict[str, _FileGroup] = {}
    fragments: list[Included] = []
    for root in roots:
        name, folder = root.contents[0].name, root.paths[0].parent
        if name is not None:
            group = by_name.setdefault(name, _FileGroup(name, folder))
            group.contents.extend(root.contents)
        elif root.contents[0].entries is not None:
            fragments.append(root)
    groups = list(by_name.values())
    unnamed: _FileGroup | None = None
    for root in fragments:
        folder = root.paths[0].parent
        home = _nearest(folder, groups) if root.contents[0].organisation else None
        if home is None:
            unnamed = home = unnamed or _FileGroup(None, folder)
        home.contents.extend(root.contents)
    return [*groups, unnamed] if unnamed else groups


def _nearest(folder: Path, groups: Sequence[_FileGroup]) -> _FileGroup | None:
    """The one named organisation in the folder or the nearest above it that has any."""
    for above in (folder, *folder.parents):
        here = [group for group in groups if group.folder == above]
        if here:
            return here[0] if len(here) == 1 else None
    return None


def _read_roles(files: Files, groups: Sequence[_FileGroup], folders: Sequence[Path]) -> set[str]:
    """Read the folders of roles, and what belongs to roles, translations and libraries named alone.

    Returns the ids of roles that stand beside such files, though they are not read themselves.
    """
    beside = [group.folder / "roles" for group in groups]
    for folder in dict.fromkeys((*beside, *folders)):
        if folder.is_dir() and (why := link_outside(folder)):
            files.refuse(folder, f"a link that leads to where it may not: {why}")
        elif folder.is_dir():
            for path in files.below(folder):
                files.get(path)
    homes: dict[Path, None] = {}
    for path, content in list(files.read.items()):
        if is_stdin(path):
            continue
        folder = Path(content.path).absolute().parent  # as it was named, links and all
        if content.translation is not None:
            _get(files, folder.parent / path.name)
            homes[folder.parent] = None
        elif (content.role or content.library or content.yardsticks) is not None:
            homes[folder] = None
    for home in homes:
        _get(files, home / f"{LIBRARY}.yaml")
    return {id for home in homes for id in _ids_in(home, files)}


def _get(files: Files, path: Path) -> None:
    if path.is_file() and resolved(path) not in files.read:
        if why := foreign(path, path.parent):
            files.refuse(path, why)
        else:
            files.get(path)


_ROLE = re.compile(rb"^(?:\{\s*)?([\"']?)role\1:[ \t]*[\"']?([\w.-]+)", re.MULTILINE)
_HEAD = 4096  # bytes; the first key of a file, behind a comment


def _ids_in(folder: Path, files: Files) -> Iterator[str]:
    """Ids of the roles in files of a folder that are not read, by the first key of each."""
    for path in files_in(folder, YAML_SUFFIXES):
        if resolved(path) not in files.read:
            with suppress(Unreadable):  # it is not among the files to be read
                if match := _ROLE.search(read_bytes(path, _HEAD)):
                    yield match[2].decode("utf-8", "replace")


def _organisation(
    group: _FileGroup, everything: Sequence[FileContent], incomplete: Collection[str]
) -> tuple[Organisation, list[Finding]]:
    """The organisation of some files, and what is wrong with its entries.

    everything  all files: what a broken one of them holds may belong to it
    incomplete  files that include something that is not there
    """
    positions: list[Position] = []
    departments: list[Department] = []
    findings: list[Finding] = []
    places, department_places = _Places(), _Places()
    spelled = with_one_spelling([content.entries or Entries(()) for content in group.contents])
    for content, entries in zip(group.contents, spelled, strict=True):
        valid = validate(entries, Position)
        if any(position.photo for position in valid.values):
            from orgcli.read.organisation.photos import sound_photos  # few organisations have any

            valid = sound_photos(valid, entries.place, content.path, group.folder)
        places.parts.append((len(positions), entries.place, valid.entry))
        positions.extend(valid.values)
        findings.extend(valid.findings)
        if content.organisation is not None:
            listed = content.organisation.departments
            valid_departments = validate(listed, Department)
            department_places.parts.append(
                (len(departments), listed.place, valid_departments.entry)
            )
            departments.extend(valid_departments.values)
            findings.extend(valid_departments.findings)
    children = [
        child
        for content in group.contents
        if content.organisation is not None
        for child in content.organisation.children
    ]
    if children:
        from orgcli.read.directories.backstage import with_listed_children

        parent_places = [department_places.place(at, "parent") for at in range(len(departments))]
        departments, child_findings = with_listed_children(departments, parent_places, children)
        findings.extend(child_findings)
    organisation = Organisation(
        group.name,
        positions,
        departments,
        places.place,
        complete=not any(_may_hold(content, group) for content in everything if content.broken)
        and not any(content.path in incomplete for content in group.contents),
        files=tuple(content.path for content in group.contents),
        department_place=department_places.place,
        top_word=next((content.table.top_word for content in group.contents if content.table), ""),
        tabular=any(content.table is not None for content in group.contents),
        ids_are_people=_ids_are_people(group),
    )
    return organisation, findings


def _ids_are_people(group: _FileGroup) -> bool:
    readings = [content.table.reading if content.table else None for content in group.contents]
    return all(reading is not None and reading.ids_are_people for reading in readings)


def _may_hold(broken: FileContent, group: _FileGroup) -> bool:
    """Whether positions of this organisation could stand in a file that cannot be read."""
    if any(broken is content for content in group.contents):
        return True
    return resolved(Path(broken.path)).is_relative_to(group.folder)


@dataclass(slots=True)
class _Places:
    """From the number of an entry in the organisation to its place in one of the files.

    parts  per file: the number of its first entry, its places, and which of them its entries have
    """

    parts: list[tuple[int, Callable[..., Place], Sequence[int]]] = field(default_factory=list)

    def place(self, entry: int, *path: str | int) -> Place:
        """Where an entry, or a field of it, is written."""
        at = bisect_right(self.parts, entry, key=itemgetter(0)) - 1
        start, place_in_file, numbers = self.parts[at]
        return place_in_file(numbers[entry - start], *path)
