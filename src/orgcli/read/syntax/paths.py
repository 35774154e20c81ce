"""Paths: standard input, how messages write one, which were read, and where they have to stay."""

import os
from collections.abc import Iterator
from functools import lru_cache
from os.path import exists  # pathlib's raises where a folder cannot be read
from pathlib import Path

STDIN = "-"
"""What stands for standard input where a path is expected."""
STDIN_NAME = "<stdin>"
"""What messages call standard input."""

_read: dict[tuple[int, int], str] = {}
"""The files that this run has read: device and number, and the path that one was opened by."""


def remember(path: Path, state: os.stat_result) -> None:
    """Note that a file was read, so that no result replaces it."""
    _read[state.st_dev, state.st_ino] = os.path.abspath(path)  # noqa: PTH100 (links stay)


def was_read(path: Path) -> bool:
    """Whether a file is there that this run has read, by whatever name."""
    try:
        state = path.stat()
        opened = _read.get((state.st_dev, state.st_ino))
        # The number of a file that is gone may be given to a new one.
        return opened is not None and os.path.samestat(os.stat(opened), state)  # noqa: PTH116
    except (OSError, ValueError):
        return False


def forget_read() -> None:
    """Begin a run: nothing is read yet."""
    _read.clear()


def is_stdin(path: Path) -> bool:
    """Whether a path stands for standard input."""
    return str(path) == STDIN


def resolved(path: Path) -> Path:
    """Where a path leads, links followed; a ring of links leads to one of them."""
    return _resolved(path, os.getcwd())  # noqa: PTH109  (a text is found sooner)


@lru_cache(maxsize=8192)
def _resolved(path: Path, _current_folder: str) -> Path:
    return Path(os.path.realpath(path))


def display_path(path: Path) -> str:
    """A path as messages write it: relative to the current folder where it is inside it."""
    try:
        path = resolved(path).relative_to(Path.cwd()) if path.is_absolute() else path
    except ValueError:
        pass
    return path.as_posix()


def files_in(folder: Path, suffixes: tuple[str, ...]) -> list[Path]:
    """The files in a folder with some endings, sorted, without those that are `foreign`.

    None where it may not be looked into.
    """
    try:
        paths = (path for path in folder.iterdir() if path.suffix.lower() in suffixes)
        return sorted(path for path in paths if not foreign(path, folder))
    except OSError:
        return []


def foreign(path: Path, folder: Path) -> str:
    """Why a file in a folder is not read: it leads out of the folder, or has no end; else nothing.

    Whoever names the folder has seen neither; whoever names the file itself may have both read.
    """
    if path.is_symlink() and not resolved(path).is_relative_to(resolved(folder)):
        return "a link that leads outside the folder"
    return "" if path.is_file() else "no regular file"


def upward(folder: Path) -> Iterator[Path]:
    """A folder and those above it, up to the top of the repository, else to that of the disk."""
    for above in (folder, *folder.parents):
        yield above
        if exists(above / ".git"):  # noqa: PTH110
            return


def repository_of(folder: Path) -> Path | None:
    """The top of the repository that a folder is in, None where it is in none."""
    *_, last = upward(folder)
    return last if exists(last / ".git") else None  # noqa: PTH110


def top_of(folder: Path) -> Path:
    """The top of the repository that a folder is in; the folder itself where it is in none."""
    return repository_of(folder) or folder


def boundary_of(folder: Path) -> Path:
    """The top of the repository that a folder is in, else the folder itself, links followed."""
    return top_of(Path(os.path.realpath(folder)))


def outside(path: Path, boundary: Path) -> str:
    """Why a path is none that may be named from within a boundary, links followed; else nothing.

    The folder of Git in a repository is no part of it: what is written there, Git runs.
    """
    try:
        real = Path(os.path.realpath(path))
    except ValueError:
        return "no path"
    if not real.is_relative_to(boundary):
        return f"outside `{boundary}`"
    inside = real.relative_to(boundary).parts
    return "in the folder of Git" if ".git" in map(str.casefold, inside) else ""


def link_outside(path: Path) -> str:
    """Why a link on the way to a file may not be followed: it leads out of its repository.

    Nothing where no link stands in a repository: who made it is who runs orgcli.
    Raises ValueError for what is no path.
    """
    real = os.path.realpath(path)
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 (links stay)
    folder = Path(absolute.anchor)
    for part in absolute.parts[1:]:
        step = folder / part
        if os.path.islink(step):  # noqa: PTH114 (it raises nothing)
            top = repository_of(folder)
            if top and (reason := outside(Path(real), top)):
                return reason
            step = Path(os.path.realpath(step))
        folder = step
    return ""
