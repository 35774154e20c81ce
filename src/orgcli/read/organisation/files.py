"""Each file is opened once, and what it says it is decides how it is read."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from orgcli.language.tags import LANGUAGES, tag
from orgcli.model.findings.finding import Finding, Place
from orgcli.model.findings.suppression import MARK, Suppression
from orgcli.model.globs import fits
from orgcli.model.likeness import did_you_mean, nearest_word
from orgcli.model.source.source import Source
from orgcli.model.text import listed
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.organisation.organisation_file import KEYS, OrganisationFile, read_organisation
from orgcli.read.organograms.row_ids import NumberedIds
from orgcli.read.roles.builtin_roles import ADVICE, LIBRARY
from orgcli.read.syntax.decoding import decode
from orgcli.read.syntax.document import Document

if TYPE_CHECKING:
    from orgcli.model.project import LibraryFile
    from orgcli.model.roles.role import RoleFile
    from orgcli.model.roles.translation import TranslationFile

YAML = (".yaml", ".yml")
TABLES = (".csv", ".tsv")
STDIN = "-"

_TRANSLATION = "translation"
_FIRST_KEYS = (*KEYS, "id", "role", LIBRARY, _TRANSLATION, ADVICE)
_SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})


class Unreadable(Exception):
    """A path that was asked for cannot be opened; the message says which and why."""


@dataclass(frozen=True, slots=True)
class FileContent:
    """What one file turned out to be: one of the kinds below, or none of them."""

    path: str
    source: Source | None = None
    organisation: OrganisationFile | None = None
    table: Entries | None = None
    role: RoleFile | None = None
    library: LibraryFile | None = None
    translation: TranslationFile | None = None
    findings: Sequence[Finding] = ()
    broken: bool = False
    comments: Sequence[Suppression] = ()


@dataclass(slots=True)
class Files:
    """Reads files on demand and remembers them by their resolved path.

    stdin       the bytes of standard input, for the path "-"
    stdin_name  what to call it; its ending says the format
    instead_of  the file, links followed, that standard input is the text of, wherever it is read
    exclude     globs of files and folders that are left out of folders, absolute; one without a
                slash means a name in any folder
    """

    options: TableOptions = field(default_factory=TableOptions)
    stdin: bytes = b""
    stdin_name: str = "<stdin>"
    instead_of: Path | None = None
    exclude: Sequence[str] = ()
    read: dict[Path, FileContent] = field(default_factory=dict)
    _ids: NumberedIds = field(default_factory=NumberedIds)

    def get(self, path: Path) -> FileContent:
        """The content of a file; raises Unreadable when it cannot be opened."""
        key = path if str(path) == STDIN else real(path)
        if key not in self.read:
            given = str(path) == STDIN or key == self.instead_of
            name = self.stdin_name if given else shown(path)
            raw = self.stdin if given else _bytes(path)
            self.read[key] = _content(name, raw, self.options, self._ids)
        return self.read[key]

    def below(self, folder: Path) -> list[Path]:
        """The YAML files in a folder and the folders in it, but those excluded, sorted."""
        parent, name = os.path.split(os.path.realpath(folder))
        if any(fits(f"{parent}/{name}", glob) for glob in self.exclude):
            return []
        return below(folder, self.exclude)

    def unread(self, instead_of: Path) -> Files:
        """The same with nothing read yet, and standard input in the place of a file."""
        return Files(
            self.options, self.stdin, self.stdin_name, instead_of=instead_of, exclude=self.exclude
        )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(f"cannot read `{shown(path)}`: {error.strerror}") from None


def shown(path: Path) -> str:
    """A path as messages write it: relative to the current folder where it is inside it."""
    try:
        path = real(path).relative_to(Path.cwd()) if path.is_absolute() else path
    except ValueError:
        pass
    return path.as_posix()


def below(folder: Path, exclude: Sequence[str] = ()) -> list[Path]:
    """The YAML files in a folder and the folders in it, sorted; hidden ones are left out.

    exclude  globs as those of Files; what is in a folder that one fits is left out as well
    """
    found = []
    for where, folders, names in os.walk(folder, onerror=_unreadable):
        here, whole = Path(where), os.path.realpath(where) if exclude else where
        folders[:] = [name for name in folders if not _left_out(whole, name, exclude)]
        for name in names:
            if name.lower().endswith(YAML) and not _left_out(whole, name, exclude):
                path = here / name
                if path.is_file():
                    found.append(path)
    return sorted(found, key=lambda path: path.parts)


def _left_out(folder: str, name: str, exclude: Sequence[str]) -> bool:
    if name.startswith(".") or name in _SKIPPED_FOLDERS:
        return True
    if not exclude:
        return False
    whole = Path(folder, name).as_posix()
    return any(fits(whole, glob) for glob in exclude)


def _unreadable(error: OSError) -> None:
    where = shown(Path(str(error.filename)))
    raise Unreadable(f"cannot read `{where}`: {error.strerror}") from None


def real(path: Path) -> Path:
    """Where a path leads, links followed; a ring of links leads to one of them."""
    return _real(path, os.getcwd())  # noqa: PTH109  (a text is found sooner)


@lru_cache(maxsize=8192)
def _real(path: Path, _here: str) -> Path:
    return Path(os.path.realpath(path))


def _content(name: str, raw: bytes, options: TableOptions, ids: NumberedIds) -> FileContent:
    suffix = Path(name).suffix.lower()
    if options.source and suffix not in YAML:
        return _organogram(name, raw, options, ids)
    source = decode(name, raw)
    if isinstance(source, Finding):
        return FileContent(name, findings=[source], broken=True)
    if _is_blank(source.text):
        return _empty(name, source)
    if suffix in TABLES:
        from orgcli.read.tables.csv import csv_entries

        return FileContent(name, source, table=csv_entries(source, options))
    document, findings = _parse(source, suffix, raw)
    if document is None:
        if findings:
            return FileContent(name, source, findings=findings, broken=True)
        return _unrecognised(name, source, "there is nothing but comments", source.place(0, 0))
    content = _by_first_key(name, source, document, options)
    comments = _comments(document) if MARK in source.text else ()
    return replace(content, findings=[*findings, *content.findings], comments=comments)


def _is_blank(text: str) -> bool:
    return not text or text.isspace()  # sooner than strip(), which copies the text


def _comments(document: Document) -> Sequence[Suppression]:
    from orgcli.read.syntax.comments import suppressions_in

    return suppressions_in(document)


def _organogram(name: str, raw: bytes, options: TableOptions, ids: NumberedIds) -> FileContent:
    from orgcli.read.organograms.organogram import organogram_entries, utf8
    from orgcli.read.organograms.post_columns import heads_posts
    from orgcli.read.tables.csv import csv_entries

    source = decode(name, utf8(raw))
    if isinstance(source, Finding):
        return FileContent(name, findings=[source], broken=True)
    if _is_blank(source.text):
        return _empty(name, source)
    table = csv_entries(
        source,
        options,
        lambda table, options: organogram_entries(table, options, ids),
        lambda row: heads_posts(row, options),
    )
    return FileContent(name, source, table=table)


def _parse(source: Source, suffix: str, raw: bytes) -> tuple[Document | None, list[Finding]]:
    if suffix == ".json" or (suffix not in YAML and source.text.lstrip()[:1] in "{["):
        from orgcli.read.syntax.json import load_json

        return load_json(source)
    from orgcli.read.syntax.yaml import load_yaml

    return load_yaml(source, raw)


def _by_first_key(
    name: str, source: Source, document: Document, options: TableOptions
) -> FileContent:
    root = document.root
    if isinstance(root, list):
        from orgcli.read.tables.records import record_entries

        return FileContent(name, source, table=record_entries(document, 0, options))
    if not isinstance(root, dict) or not root:
        place = document.place(0) if document.starts else source.place(0, 0)
        return _unrecognised(name, source, "the file holds no mapping", place)
    first = next(iter(root))
    if first in KEYS or first == "id":
        organisation = read_organisation(document)
        return FileContent(name, source, organisation=organisation, findings=organisation.findings)
    if first == "role":
        from orgcli.read.roles.role_file import role_from

        role, findings = role_from(document)
        return FileContent(name, source, role=role, findings=findings)
    if first == LIBRARY:
        return _library(name, source, document)
    if first == ADVICE or (first == _TRANSLATION and root[first] == ADVICE):
        return FileContent(name, source)  # read by `advise`, which says what is wrong with it
    if first == _TRANSLATION:
        return _translation(name, source, document)
    message = f"the first key is `{first}`, so this is neither an organisation nor a role"
    near = nearest_word(first, _FIRST_KEYS)
    meant = next((key for key in root if key in _FIRST_KEYS), None)
    advice = did_you_mean(near, f"put `{meant}` first" if meant else "")
    return _unrecognised(name, source, message, document.key_place(0, first), advice)


def _library(name: str, source: Source, document: Document) -> FileContent:
    from orgcli.model.project import LibraryFile
    from orgcli.model.roles.library import Library
    from orgcli.read.syntax.mapping import validated

    library, findings = validated(document, Library, LIBRARY)
    file = LibraryFile(library, partial(document.place, 0)) if library else None
    return FileContent(name, source, library=file, findings=findings)


def _translation(name: str, source: Source, document: Document) -> FileContent:
    """A translation whose language is the name of the folder it stands in."""
    from orgcli.read.roles.translations import translation_from

    language = Path(name).resolve().parent.name
    if language not in LANGUAGES:
        meant = tag(language)
        finding = Finding(
            "ORG005",
            f"a translation stands in the folder `{language}`, which is no language of orgcli",
            document.key_place(0, _TRANSLATION),
            help=f"call the folder `{meant}`"
            if meant
            else "folders of translations are " + listed(LANGUAGES),
        )
        return FileContent(name, source, findings=[finding])
    translation, findings = translation_from(document, language)
    return FileContent(name, source, translation=translation, findings=findings)


def _empty(name: str, source: Source) -> FileContent:
    suffix = Path(name).suffix.lower()
    advice = ""
    if suffix in TABLES:
        advice = "write a line of headings, such as id,title,holder,reports_to, and a row for each"
    elif suffix == ".json":
        advice = 'write a list of records: [{"id": "ceo", "title": "Chief Executive Officer"}]'
    return _unrecognised(name, source, "the file is empty", source.place(0, 0), advice)


def _unrecognised(
    name: str, source: Source, message: str, place: Place, advice: str = ""
) -> FileContent:
    advice = advice or "begin with `organisation:` or `role:`"
    return FileContent(name, source, findings=[Finding("ORG007", message, place, help=advice)])
