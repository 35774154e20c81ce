"""Several files are written together: whatever interrupts that, all are new or all are old.

The new contents are staged beside the files, then a journal marks them as complete, then each
is renamed into place. Before the journal is there, nothing has changed; after it, `recover` can
finish what was begun.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from orgcli.cli.files.writing import refuse_link, write_whole

JOURNAL = ".orgcli-edit.json"
"""The name of a journal, in the folder that all its files are in or below."""


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write all files or none. Raises OSError where that cannot be done; then none has changed."""
    if len(files) < 2:
        for path, raw in files.items():
            write_whole(path, raw)
        return
    targets = {Path(os.path.realpath(path)): raw for path, raw in files.items()}
    for path in files:
        refuse_link(path)
    home = Path(os.path.commonpath([path.parent for path in targets]))
    staged: dict[str, str] = {}
    journal = home / JOURNAL
    try:
        for path, raw in targets.items():
            os.close(os.open(path, os.O_WRONLY))  # refuses what may not be written
            staged[str(path)] = _stage(path, raw)
        _write_journal(journal, staged)
    except BaseException:
        for name in staged.values():
            Path(name).unlink(missing_ok=True)
        raise
    _finish(journal, staged)


def recover(files: Iterable[str]) -> bool:
    """Finish what was interrupted among files, and take away what was never complete.

    Returns whether there was anything to finish. Raises OSError.
    """
    done = False
    for folder in _folders(files):
        journal = folder / JOURNAL
        if not journal.is_file():
            continue
        with suppress(ValueError):
            staged = json.loads(journal.read_text("utf-8"))
            if _is_ours(staged, folder):
                _finish(journal, staged)
                done = True
    return done


def _folders(files: Iterable[str]) -> Iterable[Path]:
    """The folders of files and all above them, each once."""
    folders: dict[Path, None] = {}
    for file in files:
        for folder in Path(os.path.realpath(file)).parents:
            if folder in folders:
                break
            folders[folder] = None
    return folders


def _is_ours(staged: object, folder: Path) -> bool:
    """Whether a journal names staged files beside files below its folder, and nothing else."""
    if not isinstance(staged, dict):
        return False
    for target, name in staged.items():
        if not isinstance(name, str):
            return False
        path, temporary = Path(target), Path(name)
        is_beside = path.parent == temporary.parent and temporary.name == _staged_name(path)
        if not is_beside or not path.is_relative_to(folder) or temporary.is_symlink():
            return False
    return True


def _staged_name(path: Path) -> str:
    return f".{path.name}.orgcli-new"


def _stage(path: Path, raw: bytes) -> str:
    """The new content beside a file, on the disk."""
    temporary = path.with_name(_staged_name(path))
    _write_new(temporary, raw)
    return str(temporary)


def _write_new(path: Path, raw: bytes) -> None:
    """Write a file that is not there, onto the disk.

    What has its name goes: it is left from an edit that was interrupted, or a link that somebody
    put there, which is not followed.
    """
    path.unlink(missing_ok=True)
    with open(path, "xb", opener=_private) as stream:
        stream.write(raw)
        stream.flush()
        os.fsync(stream.fileno())


def _private(path: str, flags: int) -> int:
    """For nobody else: the file that it is for may be for nobody else."""
    return os.open(path, flags, 0o600)


def _write_journal(journal: Path, staged: Mapping[str, str]) -> None:
    """The journal appears whole."""
    temporary = journal.with_name(f"{journal.name}.new")
    _write_new(temporary, json.dumps(staged).encode())
    temporary.replace(journal)


def _finish(journal: Path, staged: Mapping[str, str]) -> None:
    """Put each content that is not in its place yet there; the journal goes last."""
    for target, name in staged.items():
        temporary = Path(name)
        if temporary.is_file():
            write_whole(Path(target), temporary.read_bytes())
            temporary.unlink()
    journal.unlink()
