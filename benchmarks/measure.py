"""Times commands and jobs, each in a fresh process, alternating so that noise hits all alike."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

HERE = Path(__file__).resolve().parent
PYTHON = sys.executable
ORGCLI = str(Path(sys.executable).parent / "orgcli")

_ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
"""As a user has it: containers often set it, and every run then compiles every module again."""
_BYTES_PER_RSS_UNIT = 1 if sys.platform == "darwin" else 1024
_MEGABYTE = 1_000_000


class MeasuringError(Exception):
    """A command left with another exit code than expected; the message is its last words."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The seconds of each run, and the highest peak of resident memory in MB."""

    runs: tuple[float, ...]
    megabytes: float

    @property
    def seconds(self) -> float:
        """The median of the runs."""
        return median(self.runs)

    def times(self, other: Taken) -> float:
        """How many times as long this took, as the median over the rounds.

        Each round is divided by itself first: a machine that is slow for a while is slow for
        both sides of that round.
        """
        if len(self.runs) != len(other.runs):
            return self.seconds / other.seconds
        return median([a / b for a, b in zip(self.runs, other.runs, strict=True)])


@dataclass(frozen=True, slots=True)
class Command:
    """A process to time from start to end; `exits` is the exit code that means it worked."""

    arguments: Sequence[str]
    exits: int = 0

    def take(self) -> Taken:
        """Run it once."""
        seconds, megabytes, _ = _run(self.arguments, self.exits)
        return Taken((seconds,), megabytes)


@dataclass(frozen=True, slots=True)
class Job:
    """A function of inside.py, which times its own work in a process of its own."""

    name: str
    arguments: Sequence[str] = ()

    def take(self) -> Taken:
        """Run it once; start-up, imports and preparation are not counted."""
        return self.parts()["whole"]

    def parts(self) -> dict[str, Taken]:
        """Run it once; what it timed by name, `whole` being all of it."""
        command = [PYTHON, str(HERE / "inside.py"), self.name, *self.arguments]
        _, megabytes, answer = _run(command, 0)
        seconds: dict[str, float] = json.loads(answer)
        return {name: Taken((taken,), megabytes) for name, taken in seconds.items()}


def alternating(rounds: int, *several: Command | Job) -> list[Taken]:
    """Run all in turn, round after round: A B A B.

    With more than one round, a first one is thrown away: it fills the caches.
    """
    if rounds > 1:
        for one in several:
            one.take()
    taken = [[one.take() for one in several] for _ in range(rounds)]
    return [
        Taken(
            tuple(run for once in column for run in once.runs),
            max(once.megabytes for once in column),
        )
        for column in zip(*taken, strict=True)
    ]


def _run(arguments: Sequence[str], exits: int) -> tuple[float, float, bytes]:
    """Seconds, peak megabytes and standard output of a process; raises MeasuringError."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begin = perf_counter()
        process = subprocess.Popen(
            arguments, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=_ENVIRONMENT
        )
        # wait4 is the only way to the memory of this one child; RUSAGE_CHILDREN keeps the
        # largest of all of them.
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if process.returncode != exits:
            last = (err.read() or out.read()).decode(errors="replace").strip().splitlines()
            raise MeasuringError(
                f"exit code {process.returncode}: {last[-1] if last else 'no words'}"
            )
        return seconds, usage.ru_maxrss * _BYTES_PER_RSS_UNIT / _MEGABYTE, out.read()
