"""Files are written whole: under a temporary name, and renamed when they are complete."""

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from io import BufferedRandom
from pathlib import Path

from orgcli.read.syntax.paths import link_outside


def write_whole(path: Path, raw: bytes) -> None:
    """Write beside the target and rename, so that nobody ever sees half a file.

    Links are followed to what they name; a device or a pipe is written to, never replaced. Of a
    file that is there, mode, owner, attributes and other names stay. Raises OSError where `>` in a
    shell would, and for a link that leads out of the repository in which it stands.
    """
    refuse_link(path)
    # Before links are followed: those of pipes lead nowhere.
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            stream.write(raw)
        return
    path = Path(os.path.realpath(path))
    temporary = _staged(path, raw)
    try:
        _put(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def write_into(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files into a folder, which is made where its own folder is there.

    None is put in place before all are written; other files in the folder stay. Raises OSError.
    files  a name may have folders in it, which are made
    """
    new_folders, waiting = list[Path](), list[tuple[Path, Path]]()
    try:
        if not folder.is_dir():
            folder.mkdir()
            new_folders.append(folder)
        for name, raw in files:
            refuse_link(folder / name)
            for inner in reversed((folder / name).relative_to(folder).parents[:-1]):
                if not (folder / inner).is_dir():
                    (folder / inner).mkdir()
                    new_folders.append(folder / inner)
            target = Path(os.path.realpath(folder / name))
            waiting.append((_staged(target, raw), target))
        for temporary, target in waiting:
            _put(temporary, target)
    finally:
        for temporary, _ in waiting:
            temporary.unlink(missing_ok=True)
        for new_folder in reversed(new_folders):
            if not any(new_folder.iterdir()):
                new_folder.rmdir()


def refuse_link(path: Path) -> None:
    """Raise OSError for a link out of its repository: whoever made it does not run orgcli."""
    try:
        reason = link_outside(path)
    except ValueError as error:
        raise OSError(errno.EINVAL, str(error)) from None
    if reason:
        raise PermissionError(errno.EPERM, f"a link that leads to where it may not: {reason}")


def _staged(path: Path, raw: bytes) -> Path:
    """A temporary file with the content, beside another one where that is possible."""
    if path.exists():
        os.close(os.open(path, os.O_WRONLY))  # refuses what may not be written
    temporary = _new_file(path, raw)
    try:
        temporary.chmod(path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _new_file(path: Path, raw: bytes) -> Path:
    from tempfile import mkstemp  # most runs write no file

    prefix = f".{path.name[:40]}."
    try:
        handle, name = mkstemp(dir=path.parent, prefix=prefix)
    except PermissionError:
        if not path.exists():
            raise
        handle, name = mkstemp(prefix=prefix)  # the file is ours, and its folder is not
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(raw)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _put(temporary: Path, path: Path) -> None:
    """Put the content of a temporary file in the place of another."""
    if path.exists() and not _can_stand_for(temporary, path):
        _write_in_place(path, temporary.read_bytes())
        return
    try:
        temporary.replace(path)
    except OSError as error:
        if error.errno not in (errno.EBUSY, errno.EXDEV) or not path.exists():
            raise
        _write_in_place(path, temporary.read_bytes())  # a mount of its own, as in a container


def _can_stand_for(temporary: Path, path: Path) -> bool:
    """Give a new file what an old one has besides its content; False where that cannot be."""
    old, new = path.stat(), temporary.stat()
    if old.st_nlink > 1 or old.st_uid != new.st_uid or temporary.parent != path.parent:
        return False
    try:
        if old.st_gid != new.st_gid:
            os.chown(temporary, -1, old.st_gid)
            temporary.chmod(old.st_mode & 0o7777)  # a change of owner takes bits away
        if hasattr(os, "listxattr"):
            for name in os.listxattr(path):
                os.setxattr(temporary, name, os.getxattr(path, name))
    except OSError:
        return False
    return True


def _write_in_place(path: Path, raw: bytes) -> None:
    """Write into a file itself; its old content is back where that fails."""
    with path.open("r+b") as stream:
        old = stream.read()
        try:
            _overwrite(stream, raw)
        except OSError:
            with suppress(OSError):
                _overwrite(stream, old)
            raise


def _overwrite(stream: BufferedRandom, raw: bytes) -> None:
    stream.seek(0)
    stream.write(raw)
    stream.flush()
    stream.truncate()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
