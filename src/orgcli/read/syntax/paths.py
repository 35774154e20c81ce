"""Paths: what stands for standard input, how messages write one, which repository it is in."""

import os
from collections.abc import Iterator
from functools import lru_cache
from os.path import exists  # pathlib's raises where a folder cannot be read
from pathlib import Path

STDIN = "-"
"""What stands for standard input where a path is expected."""
STDIN_NAME = "<stdin>"
"""What messages call standard input."""


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
    """The files in a folder with some endings, sorted; none where it may not be looked into."""
    try:
        found = (path for path in folder.iterdir() if path.suffix.lower() in suffixes)
        return sorted(path for path in found if path.is_file())
    except OSError:
        return []


def upward(folder: Path) -> Iterator[Path]:
    """A folder and those above it, up to the top of the repository, else to that of the disk."""
    for above in (folder, *folder.parents):
        yield above
        if exists(above / ".git"):  # noqa: PTH110
            return


def top_of(folder: Path) -> Path:
    """The top of the repository that a folder is in; the folder itself where it is in none."""
    *_, last = upward(folder)
    return last if exists(last / ".git") else folder  # noqa: PTH110
