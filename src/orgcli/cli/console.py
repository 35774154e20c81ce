"""Colour support and width of the terminal."""

import os
import sys
from typing import TextIO

_WIDTH = 120
_LEAST_WIDTH = 20


def wants_color(choice: str, stream: TextIO) -> bool:
    """always and never decide; else ORGCLI_COLOR, NO_COLOR, FORCE_COLOR, then the terminal.

    NO_COLOR comes before FORCE_COLOR: a log without colour is readable, one with it is not.
    """
    choice = choice if choice != "auto" else os.environ.get("ORGCLI_COLOR", "auto")
    if choice in ("always", "never"):
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    forced = os.environ.get("FORCE_COLOR") or os.environ.get("CLICOLOR_FORCE") or ""
    if forced:
        return forced.lower() not in ("0", "false")
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def wants_color_in(choice: str, output: str | None) -> bool:
    """The same for a result that goes to a file, where only `always` colours, or to stdout."""
    return choice == "always" if output not in (None, "-") else wants_color(choice, sys.stdout)


def page_width(output: str | None) -> int:
    """COLUMNS, else the terminal written to, else a width that suits files and pipes."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and 0 < int(columns) < 10_000:
        return max(_LEAST_WIDTH, int(columns))
    if output in (None, "-") and sys.stdout.isatty():
        return max(_LEAST_WIDTH, os.get_terminal_size(sys.stdout.fileno()).columns or _WIDTH)
    return _WIDTH
