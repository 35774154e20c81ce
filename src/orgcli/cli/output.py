"""Results go to stdout or to a file that appears whole; everything else to stderr."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn, TextIO, TypeVar

from orgcli.model.request.flag import HelpfulError, refuse_unknown_word
from orgcli.model.text import listed, quoted, visible

_From = TypeVar("_From")
_Made = TypeVar("_Made")


def fail(message: str, help: str = "", label: str = "help") -> NoReturn:
    """Write in one line why the command could not run, and leave with exit code 2.

    label  what stands before the help, in the language of both
    """
    note(f"orgcli: {message}")
    if help:
        note(f"  {label}: {help}")
    raise SystemExit(2)


def note(message: str) -> None:
    """A line for the person at the terminal, on stderr; nothing in it is obeyed."""
    try:
        sys.stderr.write(visible(message) + "\n")
    except OSError:  # nobody reads it, or its disk is full: the exit code is the result
        _discard(sys.stderr)


def in_actions() -> bool:
    """Whether this is a step of GitHub Actions, whose log obeys some lines."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def read_stdin() -> bytes:
    """What is on standard input, up to a little more than may be read of any file.

    Leaves with exit code 2 where it is closed.
    """
    from orgcli.read.syntax.decoding import MAX_BYTES

    if sys.stdin is None:
        fail("standard input is closed", "name a file, or write `- < FILE`")
    if sys.stdin.isatty():
        note("orgcli: reading what you type here; Ctrl-D ends it")
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def one_of(flag: str, word: str, allowed: Iterable[str]) -> str:
    """The word, if it is one of those a flag takes; else exit code 2 with similar ones."""
    with refusing():
        refuse_unknown_word(flag, word, allowed)
    return word


@contextmanager
def refusing() -> Iterator[None]:
    """Leave with exit code 2 where something raises HelpfulError."""
    try:
        yield
    except HelpfulError as error:
        fail(str(error), error.help)


def made_of_each(inputs: Iterable[_From], make: Callable[[_From], _Made]) -> list[_Made]:
    """The results of `make` for the inputs it takes.

    Leaves with exit code 2 where it raises HelpfulError for all of them.
    """
    results: list[_Made] = []
    errors: list[HelpfulError] = []
    for value in inputs:
        try:
            results.append(make(value))
        except HelpfulError as error:
            errors.append(error)
    if errors and not results:
        fail(str(errors[0]), errors[0].help)
    return results


def chosen_format(format: str | None, output: str | None, formats: Iterable[str]) -> str:
    """The format named, else that of the file's ending, else the first there is.

    Leaves with exit code 2 where the ending is of a format that this command does not write, or
    of none that is known.
    """
    from orgcli.render.formats import ENDINGS, PLAIN_ENDINGS

    known = list(formats)
    if format is not None:
        return one_of("--format", format, known)
    suffix = Path(output or "").suffix.lower()
    if suffix not in ENDINGS and suffix not in PLAIN_ENDINGS:
        fail(f"the ending of `{output}` names no format", f"write --format: {quoted(known)}")
    ending = ENDINGS.get(suffix, known[0])
    if ending not in known:
        fail(f"`{output}` cannot be written as {ending}", f"the formats are {listed(known)}")
    return ending


def refuse_input(output: str | None, inputs: Iterable[str]) -> None:
    """Leave with exit code 2 where a result would be written over a file that was read."""
    if is_input(output, inputs):
        fail(f"`{output}` is one of the files that are read", "name another file")


def is_input(output: str | None, inputs: Iterable[str]) -> bool:
    """Whether a result would be written over a file that was read, or is to be."""
    if output in (None, "-"):
        return False
    from orgcli.read.syntax.paths import was_read

    if was_read(Path(str(output))):
        return True
    return any(is_same_file(str(output), path) for path in inputs)


def is_same_file(first: str, second: str) -> bool:
    """Whether two names are those of one file, or would be if it were there."""
    try:
        return os.path.samefile(first, second)  # noqa: PTH121
    except (OSError, ValueError):
        return os.path.realpath(first) == os.path.realpath(second)


def format_and_file(word: str, formats: Iterable[str]) -> tuple[str, str | None]:
    """A format and the file that it goes to, None for stdout; leaves with exit code 2 for neither.

    formats  those that there are
    """
    name, colon, file = word.partition(":")
    one_of("--format", name, formats)
    if colon and not file:
        fail(f"--format `{word}` names no file", f"write `{name}:FILE`, or `{name}` for stdout")
    return name, None if file in ("", "-") else file


def refuse_same_file(file: str, other: str) -> None:
    """Leave with exit code 2 where two results would be written to one file."""
    if is_same_file(file, other):
        fail(f"two formats would be written to `{file}`", "give each a file of its own")


def write_result(result: str | bytes, output: str | None, commands: bool = False) -> None:
    """Write to stdout (None or "-"), or to a file that is renamed into place when complete.

    commands  whether lines of it are commands for GitHub's runner
    """
    raw = result if isinstance(result, bytes) else result.encode("utf-8")
    if output in (None, "-"):
        _write_stdout(_for_step_log(raw) if in_actions() and not commands else raw)
        return
    from orgcli.cli.files.replacement import judged_result  # of no use without a file
    from orgcli.cli.files.writing import write_whole

    refuse_input(output, ())
    judged = judged_result(Path(str(output)), raw)
    if judged is None:
        return
    try:
        write_whole(Path(str(output)), judged)
    except OSError as error:
        fail(f"cannot write `{output}`: {error.strerror or error}")


def _write_stdout(raw: bytes) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # whoever read it has enough; the exit code is as it would be
        _discard(sys.stdout)
    except OSError as error:
        _discard(sys.stdout)
        fail(f"cannot write the result: {error.strerror or error}")


def _for_step_log(raw: bytes) -> bytes:
    """Text in which GitHub's runner finds no command; a picture stays as it is."""
    from orgcli.render.runner_log import harmless

    try:
        return harmless(raw.decode()).encode()
    except UnicodeDecodeError:
        return raw


def _discard(stream: TextIO) -> None:
    """What is still to be written to a stream goes nowhere."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def write_results(files: Iterable[tuple[str, bytes]], folder: str) -> None:
    """Write files into a folder, all or none; leaves with exit code 2 where that fails."""
    from orgcli.cli.files.replacement import judged_result
    from orgcli.cli.files.writing import write_into

    judged = [(name, judged_result(Path(folder) / name, raw)) for name, raw in files]
    try:
        write_into(Path(folder), [(name, raw) for name, raw in judged if raw is not None])
    except OSError as error:
        fail(f"cannot write into `{folder}`: {error.strerror or error}")
