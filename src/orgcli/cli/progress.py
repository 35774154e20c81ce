"""Shows a progress line on the terminal for work that takes more than a second."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_PATIENCE = 1.0
_EVERY = 0.2
_CLEAR = "\r\x1b[2K"


@contextmanager
def progress(far: Callable[[], str]) -> Iterator[None]:
    """Show a line on stderr while something runs, where that is a terminal.

    far  how far it is, in our own words; called a few times a second, from another thread
    """
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    from threading import Event, Thread

    done = Event()

    def show() -> None:
        if done.wait(_PATIENCE):
            return
        while True:
            sys.stderr.write(f"{_CLEAR}orgcli: {far()} …")
            sys.stderr.flush()
            if done.wait(_EVERY):
                break
        sys.stderr.write(_CLEAR)
        sys.stderr.flush()

    thread = Thread(target=show, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
