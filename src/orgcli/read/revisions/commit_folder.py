"""A folder with the files of a commit that an organisation is read from, for as long as it is read.

Readers open files, so the files that they may want are written where they can be opened: below a
folder of their own, at the path that they have in the repository. The current folder is moved there
while they are read, so that places are those of the repository.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from orgcli.model.source.notation import YAML_SUFFIXES
from orgcli.read.revisions.git import Repository, TreeEntry
from orgcli.read.syntax.decoding import MAX_BYTES

_LINK, _OTHER_REPOSITORY = "120000", "160000"
_READ = (*YAML_SUFFIXES, ".md")
"""The endings of what is read of a folder."""
_POINTER = b"version https://git-lfs.github.com/spec/"
_MOST_LINKS = 16


@dataclass
class CommitFolder:
    """The folder of a commit.

    root      where the top of the repository is here
    pointers  files whose text is stored elsewhere, and was not read
    absent    other repositories within the requested paths, which were not read
    """

    root: Path
    repository: Repository
    entries: dict[str, TreeEntry]
    pointers: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    _written: set[str] = field(default_factory=set)

    @property
    def here(self) -> Path:
        """The current folder as it is in the commit."""
        return self.root / self.repository.prefix

    def shown(self, text: str) -> str:
        """A text with the paths of the repository in the place of those here."""
        return text.replace(self.root.as_posix(), self.repository.top.as_posix())

    def path_of(self, path: str) -> str | None:
        """A path of the command line from the top of the repository; None for one outside."""
        prefix = self.repository.top / self.repository.prefix
        whole = os.path.normpath(prefix / path)
        if not Path(whole).is_relative_to(self.repository.top):
            whole = os.path.realpath(whole)
        if not Path(whole).is_relative_to(self.repository.top):
            return None
        inside = Path(whole).relative_to(self.repository.top).as_posix()
        return "" if inside == "." else inside

    def has(self, path: str) -> bool:
        """Whether there is a file or a folder of a path from the top."""
        return not path or path in self.entries or any(self._below(path))

    def _below(self, folder: str) -> Iterator[TreeEntry]:
        if not folder:
            return iter(self.entries.values())
        first, end = (bisect_left(self._paths, f"{folder}{sign}") for sign in "/0")
        return (self.entries[path] for path in self._paths[first:end])

    @cached_property
    def _paths(self) -> list[str]:
        """All paths in order: those below a folder stand together, as `0` comes after `/`."""
        return sorted(self.entries)

    def write_configurations(self) -> None:
        """All that may be a configuration for the current folder, or be extended by one."""
        self._write(entry for path, entry in self.entries.items() if path.endswith(".toml"))

    def write_paths(self, paths: Iterable[str]) -> None:
        """Files, and what is read of folders; with the roles that may stand beside them."""
        entries: list[TreeEntry] = []
        for path in paths:
            if path in self.entries:
                entries.append(self.entries[path])
                parent = str(PurePosixPath(path).parent)
                folder = "" if parent == "." else parent
                beside = f"{folder}/roles" if folder else "roles"
                entries += self._readable(beside)
                entries += (
                    entry
                    for entry in self._below(folder)
                    if str(PurePosixPath(entry.path).parent) == parent and _is_readable(entry.path)
                )
            else:
                entries += self._readable(path)
        self._write(entries)

    def write_defaults(self) -> None:
        """What is read where nothing is named, in the current folder."""
        start = self.repository.prefix
        names = [f"{start}org", f"{start}roles"]
        files = [
            path
            for path in self.entries
            if path.startswith(start) and path[len(start) :].endswith("org.yaml")
        ]
        self.write_paths([*(path for path in files if "/" not in path[len(start) :]), *names])

    def inside(self, path: str) -> str | None:
        """A path of this folder from the top; None for one elsewhere."""
        real = Path(os.path.realpath(path))
        return real.relative_to(self.root).as_posix() if real.is_relative_to(self.root) else None

    def _readable(self, folder: str) -> Iterator[TreeEntry]:
        for entry in self._below(folder):
            if entry.mode == _OTHER_REPOSITORY:
                self._note(self.absent, entry.path)
            elif _is_readable(entry.path):
                yield entry

    def write_included(self, file: str, pattern: str) -> bool:
        """What a file includes; whether anything was written. More may be, which does no harm."""
        folder = PurePosixPath(file).parent
        parts = PurePosixPath(pattern).parts
        fixed = []
        for part in parts[:-1]:
            if any(sign in part for sign in "*?["):
                break
            fixed.append(part)
        start = str(folder.joinpath(*fixed))
        name = parts[-1] if parts else ""
        below = list(self._below("" if start == "." else start))
        for entry in below:
            if entry.mode == _OTHER_REPOSITORY:
                self._note(self.absent, entry.path)
        return self._write(
            entry for entry in below if fnmatch(PurePosixPath(entry.path).name, name)
        )

    @staticmethod
    def _note(into: list[str], path: str) -> None:
        if path not in into:
            into.append(path)

    def _write(self, entries: Iterable[TreeEntry]) -> bool:
        """Write files that are not here yet; whether there were any."""
        several = {entry.path: entry for entry in entries if entry.path not in self._written}
        for entry in list(several.values()):
            if entry.mode == _LINK:
                self._write_link(several.pop(entry.path))
        objects = {
            entry.object: None for entry in several.values() if entry.mode != _OTHER_REPOSITORY
        }
        texts = dict(self.repository.blobs(list(objects), MAX_BYTES)) if objects else {}
        for path, entry in several.items():
            if entry.object in texts:
                self._write_file(path, texts[entry.object])
        return bool(several)

    def _write_file(self, path: str, text: bytes | None) -> None:
        self._written.add(path)
        if text is not None and text.startswith(_POINTER):
            self._note(self.pointers, path)
        target = self._inside(path)
        if target is None or target.exists():
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        if text is None:  # a file as large as that is refused by its size alone
            with target.open("wb") as stream:
                stream.truncate(MAX_BYTES + 1)
        else:
            target.write_bytes(text)

    def _write_link(self, tree_entry: TreeEntry) -> None:
        """A link as the file that it leads to, if that is in the commit; else nothing."""
        self._written.add(tree_entry.path)
        path, entry = tree_entry.path, tree_entry
        for _ in range(_MOST_LINKS):
            text = dict(self.repository.blobs([entry.object], 4096)).get(entry.object)
            if not text or text.startswith(b"/"):
                return
            path = os.path.normpath(PurePosixPath(path).parent / os.fsdecode(text))
            linked = self.entries.get(PurePosixPath(path).as_posix())
            if linked is None or linked.mode == _OTHER_REPOSITORY:
                return
            entry = linked
            if entry.mode != _LINK:
                ((_, target),) = self.repository.blobs([entry.object], MAX_BYTES)
                for file_path in (entry.path, tree_entry.path):
                    self._write_file(file_path, target)
                return

    def _inside(self, path: str) -> Path | None:
        """Where a file is here; None for a path that would lead anywhere else."""
        parts = PurePosixPath(path).parts
        if not parts or PurePosixPath(path).is_absolute():
            return None
        if any(part == ".." or part.casefold() == ".git" for part in parts):
            return None
        return self.root.joinpath(*parts)


def _is_readable(path: str) -> bool:
    return path.lower().endswith(_READ)


@contextmanager
def commit_folder(repository: Repository, commit: str) -> Iterator[CommitFolder]:
    """The folder of a commit, which is the current one until it is removed. Raises GitError."""
    entries = {entry.path: entry for entry in repository.tree(commit)}
    with TemporaryDirectory(prefix="orgcli-") as name:
        root = Path(os.path.realpath(name))
        (root / ".git").mkdir()  # the search for a configuration ends there, as in the repository
        folder = CommitFolder(root, repository, entries)
        folder.here.mkdir(parents=True, exist_ok=True)
        with chdir(folder.here):
            yield folder
