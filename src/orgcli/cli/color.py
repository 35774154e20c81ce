"""Whether a stream gets colour: the flag, then the environment, then whether it is a terminal."""

import os
from typing import TextIO


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
