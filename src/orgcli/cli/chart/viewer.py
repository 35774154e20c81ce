"""`--open`: a file that was written is shown by the viewer that the computer has for it.

`typer.launch` either waits until the viewer is closed or does not report a failure, lets it write
to our stdout, and lets Ctrl-C of a watch end it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from orgcli.cli.output import note

_PROGRAMS = (("open",),) if sys.platform == "darwin" else (("xdg-open",), ("wslview",))
"""Programs that know which viewer a file has, the first found is taken; Windows needs none."""
_PATIENCE = 2.0
"""Seconds in which a program that cannot show a file ends; some stay until it is closed."""


def open_file(path: Path) -> None:
    """Show a file; where that cannot be done there is a note, for the file is written all the same.

    The program gets the absolute path as one argument, and no shell sees it.
    """
    whole = path.resolve()
    try:
        failure = _start_viewer(whole)
    except OSError as error:
        failure = error.strerror or str(error)
    if failure:
        note(f"orgcli: cannot open `{path}`: {failure}")


def _start_viewer(path: Path) -> str:
    """Start the viewer; why that failed, or nothing."""
    if sys.platform == "win32":
        os.startfile(path)
        return ""
    program = next((command for command in _PROGRAMS if shutil.which(command[0])), None)
    if program is None:
        return f"there is no {' or '.join(f'`{name}`' for (name,) in _PROGRAMS)} on this computer"
    # A session of its own: Ctrl-C ends a watch and leaves the viewer.
    process = subprocess.Popen(
        [*program, str(path)], start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        code = process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        # Still showing it; without a code of its own it would be waited for.
        process.returncode = 0
        return ""
    return f"`{program[0]}` ended with exit code {code}" if code else ""
