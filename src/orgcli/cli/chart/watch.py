"""`--watch`: the chart is drawn again when a file changes that it was made of.

The system reports events in the folders of these files. Network drives do not, and a
file may come where no folder is yet; so the files are looked at now and then as well.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import watchfiles

from orgcli.cli.chart.chart_run import (
    Reading,
    draw_chart,
    list_errors,
    read_chart,
    refuse_errors,
    report_chart,
    write_chart,
)
from orgcli.cli.chart.dependencies import Look, State, Watched, watched_by
from orgcli.cli.chart.request import ChartFlags
from orgcli.cli.chart.viewer import open_file
from orgcli.cli.inputs import Inputs, configuration
from orgcli.cli.output import note

_SELDOM = 2.0
"""Seconds after which files are looked at though the system reports nothing."""
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

    Leaves with exit code 2 or 3 where the first chart cannot be drawn as requested. What is
    wrong in a file later, or even at first, is a note, and the chart stays until it is mended.
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

    last_look  the state of the files that the chart was last drawn from, or tried to be
    reading    the last reading
    opened     whether the chart was shown, as --open asks
    """

    inputs: Inputs
    flags: ChartFlags
    watched: Watched
    last_look: Look = field(default_factory=dict)
    reading: Reading | None = None
    opened: bool = False

    def begin(self) -> None:
        """The first chart."""
        self.last_look = self.watched.look()
        try:
            self._draw("")
        except SystemExit as stop:
            if stop.code != 1:
                raise
            note(self._stays())
        count = sum(state is not None for state in self.last_look.values())
        files = "1 file" if count == 1 else f"{count:,} files"
        note(f"orgcli: watching {files}; Ctrl-C ends it")

    def again(self, change: str) -> None:
        """The chart after a change, or why there is none."""
        try:
            self._draw(f"{change}; ")
        except SystemExit:
            note(f"{change}; {self._stays()}")

    def change(self) -> str:
        """Wait until something changes and then rests; what it was, in words."""
        change = ""
        moments = self._moments()
        while not change:
            next(moments)
            before, self.last_look = self.last_look, self.watched.look()
            if _changed(before, self.last_look):
                self._settle()
                change = _changed(before, self.last_look)
        return change

    def _settle(self) -> None:
        until = time.monotonic() + _LONGEST_WRITE
        before = None
        while self.last_look != before and time.monotonic() < until:
            time.sleep(_SETTLED)
            before, self.last_look = self.last_look, self.watched.look()

    def _moments(self) -> Iterator[object]:
        """When to look: where something has happened, or nothing has for a while."""
        try:
            yield from watchfiles.watch(
                *self.watched.places(self.last_look), watch_filter=None, recursive=False,
                rust_timeout=int(_SELDOM * 1000), yield_on_timeout=True,
                ignore_permission_denied=True,
            )  # fmt: skip
        except (OSError, RuntimeError):
            # A folder has just been removed, or the system watches no more of them.
            while True:
                time.sleep(_SELDOM)
                yield None

    def _draw(self, before: str) -> None:
        """Read, draw and write; leaves with the exit code that the run would have had."""
        began = time.time_ns()
        reading = read_chart(self.inputs, self.flags)
        self._follow(reading, began - _CLOCKS)
        if reading.job.strict:
            refuse_errors(reading)
        if reading.broken:
            list_errors(reading, "so nothing is drawn")
            raise SystemExit(1)
        drawing = draw_chart(reading)
        path = write_chart(reading, drawing)
        report_chart(reading, drawing, before)
        if self.flags.target.open and not self.opened:
            self.opened = True
            open_file(path)

    def _follow(self, reading: Reading, began: int) -> None:
        """Watch what was read now; what changed while it was read is a change at the next look."""
        self.reading = reading
        logo = reading.job.request.logo
        self.watched = watched_by(self.inputs, reading.config, reading.project, logo)
        first = {path: _NEW if state and state[0] >= began else state
                 for path, state in self.watched.look().items()}  # fmt: skip
        self.last_look = {path: self.last_look.get(path, state) for path, state in first.items()}

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
