"""When texts are checked: a moment after the last change, one reading at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

PAUSE = 0.15
"""Seconds without a change after which texts are checked."""

Check = Callable[[frozenset[Path] | None], Awaitable[None]]
"""Checks some files, or whatever there is, and keeps what it finds."""


class CheckSchedule:
    """Runs checks in the loop in which it is made."""

    def __init__(self, check: Check) -> None:
        self._check = check
        self._changed: set[Path] = set()
        self._everything = False
        self._timer: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None
        self._idle = asyncio.Event()
        self._idle.set()

    def request(self, path: Path | None, pause: float = PAUSE) -> None:
        """A file changed, or anything may have (None): check after a pause."""
        if path is None:
            self._everything = True
        else:
            self._changed.add(path)
        self._idle.clear()
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(pause, self._start)

    @property
    def is_behind(self) -> bool:
        """Whether something changed that no finished check has seen."""
        return not self._idle.is_set()

    @property
    def is_outdated(self) -> bool:
        """Whether something changed since the check began that runs now."""
        return self._everything or bool(self._changed)

    async def settled(self, seconds: float) -> None:
        """Wait until nothing is left to check, or some seconds."""
        if self._timer is not None and not self._timer.cancelled():
            self._timer.cancel()
            self._start()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._idle.wait(), seconds)

    def stop(self) -> None:
        """No check begins any more."""
        if self._timer is not None:
            self._timer.cancel()
        if self._task is not None:
            self._task.cancel()

    def _start(self) -> None:
        self._timer = None
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._run())

    async def _run(self) -> None:
        try:
            while self._timer is None and self.is_outdated:
                changed = None if self._everything else frozenset(self._changed)
                self._everything = False
                self._changed.clear()
                await self._check(changed)
        finally:
            self._task = None
            if not self.is_outdated:
                self._idle.set()
