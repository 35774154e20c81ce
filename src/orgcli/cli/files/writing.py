"""Files are written whole: under a temporary name, and renamed when they are complete."""

import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from orgcli.read.syntax.paths import link_outside


def write_whole(path: Path, raw: bytes) -> None:
    """Write beside the target and rename, so that nobody ever sees half a file.

    Links are followed to what they name; a device or a pipe is written to, never replaced.
    Raises OSError, also for a link that leads out of the repository in which it stands.
    """
    refuse_link(path)
    # Before links are followed: those of pipes lead nowhere.
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            stream.write(raw)
        return
    path = Path(os.path.realpath(path))
    temporary = _beside(path, raw)
    try:
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_into(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files into a folder, which is made where its own folder is there.

    None is put in place before all are written; other files in the folder stay. Raises OSError.
    """
    made, waiting = False, list[tuple[Path, Path]]()
    try:
        if not folder.is_dir():
            folder.mkdir()
            made = True
        for name, raw in files:
            refuse_link(folder / name)
            target = Path(os.path.realpath(folder / name))
            waiting.append((_beside(target, raw), target))
        for temporary, target in waiting:
            temporary.replace(target)
    finally:
        for temporary, _ in waiting:
            temporary.unlink(missing_ok=True)
        if made and not any(folder.iterdir()):
            folder.rmdir()


def refuse_link(path: Path) -> None:
    """Raise OSError for a link out of its repository: whoever made it does not run orgcli."""
    try:
        reason = link_outside(path)
    except ValueError as error:
        raise OSError(errno.EINVAL, str(error)) from None
    if reason:
        raise PermissionError(errno.EPERM, f"a link that leads to where it may not: {reason}")


def _beside(path: Path, raw: bytes) -> Path:
    """A temporary file in the folder of another, with its mode and the new content."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(raw)
        temporary.chmod(path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
