"""What no command has foreseen becomes a line on stderr and exit code 2, never a traceback."""

import os
import traceback

from orgcli.cli.output import note
from orgcli.model.text import quote, shortened

_VARIABLE = "ORGCLI_TRACEBACK"


def report_failure(error: Exception) -> int:
    """Say in one line what went wrong; the exit code.

    With ORGCLI_TRACEBACK in the environment, where it went wrong comes before.
    """
    if os.environ.get(_VARIABLE):
        for line in traceback.format_exception(error):
            note(line.rstrip())
    note(f"orgcli: {_reason(error)}")
    if not isinstance(error, OSError | MemoryError):
        note(f"  help: this is a fault of orgcli; {_VARIABLE}=1 shows where it is, for a report")
    return 2


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError) and not _is_somewhere():
        return "the current folder was deleted"
    if isinstance(error, OSError):
        why = error.strerror or str(error)
        return f"{why}: {quote(os.fsdecode(error.filename))}" if error.filename else why
    if isinstance(error, MemoryError):
        return "there is not enough memory for this"
    if isinstance(error, RecursionError):
        return "something is nested too deeply"
    lines = str(error).splitlines() or [type(error).__name__]
    return f"cannot go on: {shortened(lines[0])}"


def _is_somewhere() -> bool:
    try:
        os.getcwd()  # noqa: PTH109 (raises where there is none)
    except OSError:
        return False
    return True
