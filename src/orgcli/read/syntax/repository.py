"""The repository that a folder is in: what is looked for from a folder upward ends at its top."""

from collections.abc import Iterator
from os.path import exists  # pathlib's raises where a folder cannot be read
from pathlib import Path


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
