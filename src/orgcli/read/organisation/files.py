"""Opens every file once and remembers what it holds."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from orgcli.model.globs import fits
from orgcli.model.source.notation import YAML_SUFFIXES
from orgcli.read.entries import TableOptions
from orgcli.read.organisation.file_content import FileContent, content_of
from orgcli.read.organograms.row_ids import NumberedIds
from orgcli.read.syntax.decoding import Unreadable, read_bytes
from orgcli.read.syntax.paths import STDIN_NAME, display_path, is_stdin, resolved

_SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})


@dataclass(slots=True)
class Files:
    """Reads files on demand and remembers them by their resolved path.

    stdin       the bytes of standard input, for the path "-"
    stdin_name  what to call it; its ending says the format
    instead_of  the file, links followed, that standard input is the text of, wherever it is read
    exclude     globs of files and folders that are left out of folders, placed
    """

    options: TableOptions = field(default_factory=TableOptions)
    stdin: bytes = b""
    stdin_name: str = STDIN_NAME
    instead_of: Path | None = None
    exclude: Sequence[str] = ()
    read: dict[Path, FileContent] = field(default_factory=dict)
    _ids: NumberedIds = field(default_factory=NumberedIds)

    def get(self, path: Path) -> FileContent:
        """The content of a file; raises Unreadable when it cannot be opened."""
        key = path if is_stdin(path) else resolved(path)
        if key not in self.read:
            is_given = is_stdin(path) or key == self.instead_of
            name = self.stdin_name if is_given else display_path(path)
            raw = self.stdin if is_given else read_bytes(path)
            self.read[key] = content_of(name, raw, self.options, self._ids)
        return self.read[key]

    def below(self, folder: Path) -> list[Path]:
        """The YAML files in a folder and the folders in it, but those excluded, sorted."""
        parent, name = os.path.split(os.path.realpath(folder))
        if fits(f"{parent}/{name}/".replace(os.sep, "/"), self.exclude):
            return []
        return below(folder, self.exclude)

    def unread(self, instead_of: Path) -> Files:
        """The same with nothing read yet, and standard input in the place of a file."""
        return replace(self, instead_of=instead_of, read={}, _ids=NumberedIds())


def below(folder: Path, exclude: Sequence[str] = ()) -> list[Path]:
    """The YAML files in a folder and the folders in it, sorted; hidden ones are left out.

    exclude  globs as those of Files; what is in a folder that one fits is left out as well
    Raises Unreadable.
    """
    found = []
    for where, folders, names in os.walk(folder, onerror=_refuse):
        here, real_path = Path(where), os.path.realpath(where) if exclude else where
        folders[:] = [name for name in folders if not _left_out(real_path, f"{name}/", exclude)]
        for name in names:
            if name.lower().endswith(YAML_SUFFIXES) and not _left_out(real_path, name, exclude):
                path = here / name
                if path.is_file():
                    found.append(path)
    return sorted(found, key=lambda path: path.parts)


def _left_out(folder: str, name: str, exclude: Sequence[str]) -> bool:
    """Whether a file or, with a `/` at its end, a folder is not read."""
    if name.startswith(".") or name.rstrip("/") in _SKIPPED_FOLDERS:
        return True
    return fits(f"{folder}/{name}".replace(os.sep, "/"), exclude)


def _refuse(error: OSError) -> None:
    raise Unreadable(Path(str(error.filename)), error) from None
