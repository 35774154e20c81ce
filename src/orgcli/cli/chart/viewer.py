"""`--open`: a file that was written is shown by the viewer that the computer has for it.

`typer.launch` either waits until the viewer is closed or cannot say that it failed, lets it write
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
"""Seconds in which a program that cannot show a file has said so; some stay until it is closed."""


def open_file(path: Path) -> None:
    """Show a file; where that cannot be done a note says so, for the file is written all the same.

    The program gets the absolute path as one argument, and no shell sees it.
    """
    whole = path.resolve()
    try:
        wrong = _shown(whole)
    except OSError as error:
        wrong = error.strerror or str(error)
    if wrong:
        note(f"orgcli: cannot open `{path}`: {wrong}")


def _shown(path: Path) -> str:
    """Start the viewer; what went wrong, or nothing."""
    if sys.platform == "win32":
        os.startfile(path)
        return ""
    program = next((one for one in _PROGRAMS if shutil.which(one[0])), None)
    if program is None:
        return f"there is no {' or '.join(f'`{name}`' for (name,) in _PROGRAMS)} on this computer"
    # A session of its own: Ctrl-C ends a watch and leaves the viewer.
    started = subprocess.Popen(
        [*program, str(path)], start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        code = started.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        # Still showing it; without a code of its own it would be waited for.
        started.returncode = 0
        return ""
    return f"`{program[0]}` ended with exit code {code}" if code else ""
