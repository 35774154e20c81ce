"""`--watch`: files are looked at a few times a second, and the chart is drawn again on a change.

Looking is a `stat` of each file, which works on every system and every network drive; a package
that listens to the system instead is compiled, larger than this program, and misses some drives.
"""

from __future__ import annotations

import gc
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import typer

from orgcli.cli.chart.dependencies import Look, State, Watched, watched_by
from orgcli.cli.chart.drawing import Reading, drawn, list_errors, read, said, written
from orgcli.cli.chart.request import ChartFlags
from orgcli.cli.inputs import Inputs, configuration
from orgcli.cli.output import note
from orgcli.cli.viewer import open_file

_EVERY = 0.3
"""Seconds between two looks."""
_SHARE = 10
"""A look may take the tenth part of the time between two of them, where there are many files."""
_SETTLED = 0.1
"""Seconds in which nothing moves once a file is written whole."""
_LONGEST_WRITE = 2.0
"""Seconds after which a file that never rests is drawn as it is; the next look sees what came."""
_NEW: State = (0, 0, 0)
"""Of a file that may have changed since it was read."""


_CLOCKS = 50_000_000
"""Nanoseconds that the clock of a file may be behind ours."""


def watch(inputs: Inputs, flags: ChartFlags) -> None:
    """Draw, and draw again whenever something that was read changes, until Ctrl-C.

    Leaves with exit code 2 or 3 where the first chart cannot be drawn as it was asked for. What is
    wrong in a file later, or even at first, is said, and the chart stays until it is mended.
    """
    gc.enable()  # a watch is no run that ends: a book of pages leaves rings behind
    try:
        watching = _Watching(inputs, flags, watched_by(inputs, configuration(inputs)))
        watching.begin()
        while True:
            watching.again(watching.change())
    except KeyboardInterrupt:
        if sys.stderr.isatty():
            note("")


@dataclass(slots=True)
class _Watching:
    """One watch.

    seen     the state of the files that the chart was last drawn from, or tried to be
    reading  what was read last
    pause    seconds until the next look
    opened   whether the chart was shown, as --open asks
    """

    inputs: Inputs
    flags: ChartFlags
    watched: Watched
    seen: Look = field(default_factory=dict)
    reading: Reading | None = None
    pause: float = _EVERY
    opened: bool = False

    def begin(self) -> None:
        """The first chart."""
        self.seen = self._look()
        try:
            self._draw("")
        except typer.Exit as stop:
            if stop.exit_code != 1:
                raise
            note(self._stays())
        count = sum(state is not None for state in self.seen.values())
        files = "1 file" if count == 1 else f"{count:,} files"
        note(f"orgcli: watching {files}; Ctrl-C ends it")

    def again(self, change: str) -> None:
        """The chart after a change, or why there is none."""
        try:
            self._draw(f"{change}; ")
        except typer.Exit:
            note(f"{change}; {self._stays()}")

    def change(self) -> str:
        """Wait until something changes and then rests; what it was, in words."""
        while True:
            time.sleep(self.pause)
            now = self._look()
            if _changed(self.seen, now):
                now = self._settled(now)
                change = _changed(self.seen, now)
                self.seen = now
                if change:
                    return change

    def _settled(self, now: Look) -> Look:
        until = time.monotonic() + _LONGEST_WRITE
        while time.monotonic() < until:
            time.sleep(_SETTLED)
            before, now = now, self._look()
            if now == before:
                break
        return now

    def _look(self) -> Look:
        began = time.monotonic()
        look = self.watched.look()
        self.pause = max(_EVERY, _SHARE * (time.monotonic() - began))
        return look

    def _draw(self, before: str) -> None:
        """Read, draw and write; leaves with the exit code that the run would have had."""
        began = time.time_ns()
        reading = read(self.inputs, self.flags)
        self._follow(reading, began - _CLOCKS)
        if reading.broken:
            list_errors(reading.verdict)
            raise typer.Exit(1)
        drawing = drawn(reading)
        path = written(reading, drawing)
        said(reading, drawing, before)
        if self.flags.target.open and not self.opened:
            self.opened = True
            open_file(path)

    def _follow(self, reading: Reading, began: int) -> None:
        """Watch what was read now; what changed while it was read is a change at the next look."""
        self.reading = reading
        self.watched = watched_by(self.inputs, reading.config, reading.project)
        first = {path: _NEW if state and state[0] >= began else state
                 for path, state in self._look().items()}  # fmt: skip
        self.seen = {path: self.seen.get(path, state) for path, state in first.items()}

    def _stays(self) -> str:
        assert self.reading is not None
        target = self.reading.job.target
        return f"{target} stays as it was" if Path(target).exists() else f"{target} is not drawn"


def _changed(before: Look, now: Look) -> str:
    """What is different between two looks, in words; nothing where nothing is."""
    from orgcli.model.text import listed
    from orgcli.read.syntax.paths import display_path

    if before == now:
        return ""
    different = [path for path in {**before, **now} if before.get(path) != now.get(path)]
    if not different:
        return ""
    first = min(different)
    verb = "changed" if before.get(first) and now.get(first) else "removed"
    verb = "added" if before.get(first) is None else verb
    return listed([f"{display_path(first)} {verb}", *map(str, different[1:])], 1, str)
