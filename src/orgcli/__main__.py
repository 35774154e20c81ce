"""The program's entry: `--version` is answered before anything is imported."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> None:
    """Run orgcli with the arguments of the process."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # the caller closed it
            setattr(sys, name, open(os.devnull, "w"))  # noqa: PTH123, SIM115
    if sys.argv[1:] == ["--version"]:
        leave(_version())
    import gc

    # One run makes values and ends. The collector would walk them, and everything that is
    # imported, again and again: a fifth of a small run, a third of a large one.
    gc.disable()
    from orgcli.cli.app import run

    leave(run())


def leave(code: int) -> NoReturn:
    """End the process at once, as mypy does: freeing every value first only takes time."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            code = 0
        except OSError:  # a full disk, say; the command has written a message where it could
            code = code or 2
    os._exit(code)


def _version() -> int:
    from orgcli import __version__

    try:
        sys.stdout.write(f"orgcli {__version__}\n")
    except OSError:
        return 2
    return 0


if __name__ == "__main__":
    main()
