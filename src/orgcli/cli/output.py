"""Results go to stdout or to a file that appears whole; everything else to stderr."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import NoReturn, TypeVar

from orgcli.model.request.flag import RequestError, refuse_unknown_word
from orgcli.model.text import listed, visible

T = TypeVar("T")


def fail(message: str, help: str = "", label: str = "help") -> NoReturn:
    """Say in one line why the command could not run, and leave with exit code 2.

    label  what stands before the help, in the language of both
    """
    note(f"orgcli: {message}")
    if help:
        note(f"  {label}: {help}")
    raise SystemExit(2)


def note(message: str) -> None:
    """A line for the person at the terminal, on stderr; nothing in it is obeyed."""
    line = visible(message)
    if in_actions():
        from orgcli.report.writers.github import harmless

        line = harmless(line)
    sys.stderr.write(line + "\n")


def in_actions() -> bool:
    """Whether this is a step of GitHub Actions, whose log obeys some lines."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def one_of(flag: str, word: str, allowed: Iterable[str]) -> str:
    """The word, if it is one of those a flag takes; else exit code 2 with what was meant."""
    refuse(partial(refuse_unknown_word, flag, word, allowed))
    return word


def refuse(check: Callable[[], T]) -> T:
    """What a check of a request gives; leaves with exit code 2 where it raises RequestError."""
    try:
        return check()
    except RequestError as error:
        fail(str(error), error.help)


def chosen_format(format: str | None, output: str | None, formats: Iterable[str]) -> str:
    """The format named, else that of the file's ending, else the first there is.

    Leaves with exit code 2 where the ending is of a format that this command does not write.
    """
    from orgcli.render.formats import ENDINGS

    known = list(formats)
    if format is not None:
        return one_of("--format", format, known)
    ending = ENDINGS.get(Path(output or "").suffix.lower(), known[0])
    if ending not in known:
        fail(f"`{output}` cannot be written as {ending}", f"the formats are {listed(known)}")
    return ending


def refuse_input(output: str | None, inputs: Iterable[str]) -> None:
    """Leave with exit code 2 where a result would be written over a file that was read."""
    if is_input(output, inputs):
        fail(f"`{output}` is one of the files that are read", "name another file")


def is_input(output: str | None, inputs: Iterable[str]) -> bool:
    """Whether a result would be written over a file that was read."""
    if output in (None, "-"):
        return False
    return os.path.realpath(str(output)) in {os.path.realpath(path) for path in inputs}


def write_result(result: str | bytes, output: str | None) -> None:
    """Write to stdout (None or "-"), or to a file that is renamed into place when complete."""
    raw = result if isinstance(result, bytes) else result.encode("utf-8")
    if output in (None, "-"):
        _write_stdout(raw)
        return
    try:
        write_whole(Path(str(output)), raw)
    except OSError as error:
        fail(f"cannot write `{output}`: {error.strerror or error}")


def _write_stdout(raw: bytes) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        fail(f"cannot write the result: {error.strerror or error}")


def write_whole(path: Path, raw: bytes) -> None:
    """Write beside the target and rename, so that nobody ever sees half a file.

    Links are followed to what they name; a device or a pipe is written to, never replaced.
    """
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


def write_results(files: Iterable[tuple[str, bytes]], folder: str) -> None:
    """Write files into a folder, which is made where its own folder is there.

    None is put in place before all are written; other files in the folder stay.
    """
    place, made, waiting = Path(folder), False, list[tuple[Path, Path]]()
    try:
        if not place.is_dir():
            place.mkdir()
            made = True
        for name, raw in files:
            target = Path(os.path.realpath(place / name))
            waiting.append((_beside(target, raw), target))
        for temporary, target in waiting:
            temporary.replace(target)
    except OSError as error:
        fail(f"cannot write into `{folder}`: {error.strerror or error}")
    finally:
        for temporary, _ in waiting:
            temporary.unlink(missing_ok=True)
        if made and not any(place.iterdir()):
            place.rmdir()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
