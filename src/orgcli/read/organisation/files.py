"""Opens every file once and remembers what it holds."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from orgcli.model.findings.finding import Finding, Place
from orgcli.model.globs import fits
from orgcli.model.source.notation import YAML_SUFFIXES
from orgcli.read.entries import TableOptions, options_from
from orgcli.read.organisation.file_content import FileContent, content_of
from orgcli.read.organograms.row_ids import NumberedIds
from orgcli.read.syntax.decoding import Oversized, Unreadable, read_bytes, too_many_bytes
from orgcli.read.syntax.paths import STDIN_NAME, display_path, foreign, is_stdin, resolved

if TYPE_CHECKING:
    from orgcli.model.table_settings import ConfiguredTables

_SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})
_MARKDOWN = ("agents.md", "company.md")
_ENDINGS = (*YAML_SUFFIXES, *_MARKDOWN)
_NAME_IT = "name the file itself where it is to be read"
_HEAD = 4096
"""Bytes in which a Markdown file says that it describes an agent."""


@dataclass(slots=True)
class Files:
    """Reads files on demand and remembers them by their resolved path.

    stdin       the bytes of standard input, for the path "-"
    stdin_name  what to call it; its ending says the format
    instead_of  the file, links followed, that standard input is the text of, wherever it is read
    special     whether a path may be a pipe or a device; what is in a folder never is
    exclude     globs of files and folders that are left out of folders, placed
    options     how tables are read, whatever else says it
    tables      how some tables are read, their globs placed; the first that fits a file holds
    edited      what is read in the place of files, by their resolved paths
    """

    options: TableOptions = field(default_factory=TableOptions)
    stdin: bytes = b""
    stdin_name: str = STDIN_NAME
    instead_of: Path | None = None
    special: bool = True
    exclude: Sequence[str] = ()
    tables: Sequence[ConfiguredTables] = ()
    edited: Mapping[Path, bytes] = field(default_factory=dict)
    read: dict[Path, FileContent] = field(default_factory=dict)
    _ids: NumberedIds = field(default_factory=NumberedIds)
    _included: dict[Path, TableOptions] = field(default_factory=dict)

    def get(self, path: Path, included: TableOptions | None = None) -> FileContent:
        """The content of a file; raises Unreadable when it cannot be opened.

        included  how a file that includes it says that it is read, if it is a table
        """
        key = path if is_stdin(path) else resolved(path)
        if key not in self.read or (included and self._included.get(key) != included):
            if included:
                self._included[key] = included
            is_given = is_stdin(path) or key == self.instead_of
            name = self.stdin_name if is_given else display_path(path)
            options = self._options(key, included)
            content = self._content(path, name, is_given, options)
            if options.title and content.table:
                content = replace(content, table=replace(content.table, title=options.title))
            self.read[key] = content
        return self.read[key]

    def _content(self, path: Path, name: str, is_given: bool, options: TableOptions) -> FileContent:
        try:
            # The bytes have no name here, so that whoever reads them can let go of them.
            return content_of(
                name,
                self.stdin if is_given else self._bytes(path),
                options,
                self._ids,
            )
        except Oversized as error:
            return FileContent(name, findings=[too_many_bytes(name, error.size)], broken=True)

    def _bytes(self, path: Path) -> bytes:
        edited = self.edited.get(resolved(path)) if self.edited else None
        return read_bytes(path, special=self.special) if edited is None else edited

    def _options(self, path: Path, included: TableOptions | None) -> TableOptions:
        """How a file is read: as the options, else as what includes it, else as `tables` say."""
        options = self.options.over(included) if included else self.options
        if not self.tables:
            return options
        real = Path(os.path.realpath(self.stdin_name)) if is_stdin(path) else path
        tables = next((table for table in self.tables if fits(real.as_posix(), table.files)), None)
        return options.over(options_from(tables)) if tables else options

    def below(self, folder: Path) -> list[Path]:
        """The YAML and agent files in a folder and those in it, but those excluded, sorted."""
        parent, name = os.path.split(os.path.realpath(folder))
        if fits(f"{parent}/{name}/".replace(os.sep, "/"), self.exclude):
            return []
        paths = []
        for path in below(folder, self.exclude):
            is_markdown = path.name.lower().endswith(_MARKDOWN)
            if is_markdown and path.is_file() and not _is_agent(path):
                continue
            if why := foreign(path, folder):
                self.refuse(path, why)
            else:
                paths.append(path)
        return paths

    def refuse(self, path: Path, why: str) -> None:
        """Remember a file that is not read, with ORG008 that says why."""
        name = display_path(path.parent.absolute() / path.name)
        finding = Finding("ORG008", f"`{path.name}` is {why}", Place(name), help=_NAME_IT)
        self.read[path.absolute()] = FileContent(name, findings=[finding], broken=True)

    def unread(self, instead_of: Path) -> Files:
        """The same with nothing read yet, and standard input in the place of a file."""
        return replace(self, instead_of=instead_of, read={}, _ids=NumberedIds(), _included={})


def below(folder: Path, exclude: Sequence[str] = ()) -> list[Path]:
    """The YAML and Markdown files in a folder and those in it, sorted, without hidden ones.

    exclude  globs as those of Files; what is in a folder that one fits is left out as well
    Raises Unreadable.
    """
    paths = []
    for where, folders, names in os.walk(folder, onerror=_refuse):
        here, real_path = Path(where), os.path.realpath(where) if exclude else where
        folders[:] = [name for name in folders if not _left_out(real_path, f"{name}/", exclude)]
        for name in names:
            if not name.lower().endswith(_ENDINGS) or _left_out(real_path, name, exclude):
                continue
            path = here / name
            if path.exists():
                paths.append(path)
    return sorted(paths, key=lambda path: path.parts)


def _is_agent(path: Path) -> bool:
    """Whether an AGENTS.md or a COMPANY.md says who somebody is, and not only what to do."""
    from orgcli.read.directories.agent_companies import is_agent_file

    return is_agent_file(read_bytes(path, _HEAD).decode("utf-8", "replace"))


def _left_out(folder: str, name: str, exclude: Sequence[str]) -> bool:
    """Whether a file or, with a `/` at its end, a folder is not read."""
    if name.startswith(".") or name.rstrip("/") in _SKIPPED_FOLDERS:
        return True
    return fits(f"{folder}/{name}".replace(os.sep, "/"), exclude)


def _refuse(error: OSError) -> None:
    raise Unreadable(Path(str(error.filename)), error) from None
