"""The program's entry: `--version` is answered before anything is imported."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> None:
    """Run orgcli with the arguments of the process."""
    if sys.argv[1:] == ["--version"]:
        from orgcli import __version__

        print(f"orgcli {__version__}")  # noqa: T201
        leave(0)
    import gc

    # One run makes values and ends. The collector would walk them, and everything that is
    # imported, again and again: a fifth of a small run, a third of a large one.
    gc.disable()
    from orgcli.cli.app import run

    leave(run())


def leave(code: int) -> NoReturn:
    """End the process at once, as mypy does: freeing every value first only takes time."""
    import os

    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        code = 0
    os._exit(code)


if __name__ == "__main__":
    main()
