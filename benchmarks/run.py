"""The speed claims of docs/ as measurements: each line prints both sides, the ratio, the limit.

python benchmarks/run.py [--quick] [--only GROUP]     exit 1 if anything is over its limit
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from generate import write
from measure import HERE, ORGCLI, PYTHON, Command, Job, MeasuringError, Taken, alternating

EXAMPLES = HERE.parent / "examples"
FILES = 500
"""Files that a large repository has its organisations in."""
_BOOK = 1_000
"""Positions of a book."""
_WHAT, _NUMBER = 50, 9


@dataclass(frozen=True, slots=True)
class Size:
    """How much to measure: positions in a file and in memory, and how often.

    part   what share of the full sizes this is; limits in seconds shrink with it
    """

    part: float
    file: int
    memory: int
    chart: int
    rounds: int
    starts: int


FULL = Size(1.0, 100_000, 1_000_000, 50_000, rounds=5, starts=15)
QUICK = Size(0.2, 20_000, 200_000, 10_000, rounds=3, starts=7)


@dataclass(frozen=True, slots=True)
class Line:
    """One claim: `limit` is a ratio of ours to theirs, or seconds where there is no other side."""

    what: str
    ours: Taken
    theirs: Taken | None = None
    limit: float | None = None

    @property
    def measured(self) -> float:
        """What the limit is compared with."""
        return self.ours.times(self.theirs) if self.theirs else self.ours.seconds

    @property
    def over(self) -> bool:
        """Whether the claim does not hold."""
        return self.limit is not None and self.measured > self.limit

    def __str__(self) -> str:
        unit = "x" if self.theirs else " s"
        cells = (
            f"{self.ours.seconds:.3f}",
            f"{self.theirs.seconds:.3f}" if self.theirs else "",
            f"{self.measured:.2f}x" if self.theirs else "",
            f"{self.limit:g}{unit}" if self.limit is not None else "",
            f"{self.ours.megabytes:,.0f}",
        )
        verdict = "" if self.limit is None else "OVER" if self.over else "ok"
        return _row(self.what, *cells, verdict)


def _row(what: str, *cells: str) -> str:
    *numbers, verdict = cells
    return f"{what:<{_WHAT}}{''.join(f'{cell:>{_NUMBER}}' for cell in numbers)}  {verdict}".rstrip()


HEADING = _row("what", "seconds", "against", "ratio", "limit", "peak MB", "")


def start_up(size: Size, _folder: Path) -> Iterator[Line]:
    """Commands on small input against an interpreter that does nothing."""
    small = str(EXAMPLES / "cso-under-cro" / "org.yaml")
    for what, arguments, limit in (
        ("orgcli --version / python -c pass", ["--version"], 1.5),
        ("orgcli validate, 18 positions / python -c pass", ["validate", small], 10),
        ("orgcli compare cso cro / python -c pass", ["compare", "cso", "cro"], 11.5),
    ):
        ours, theirs = alternating(
            size.starts, Command([ORGCLI, *arguments]), Command([PYTHON, "-c", "pass"])
        )
        yield Line(what, ours, theirs, limit)


def loading(size: Size, folder: Path) -> Iterator[Line]:
    """YAML: reading with places, and everything `validate` does, against the parser alone."""
    path = str(write(folder / "tree.yaml", "tree", size.file))
    count = f"{size.file:,}"
    load, validate, floor = alternating(
        size.rounds, Job("load", [path]), Job("validate", [path]), Job("floor", [path])
    )
    yield Line(f"load {count} with places / C parser alone", load, floor, 1.1)
    safe = Job("safe_load", [path]).take()
    yield Line(f"load {count} with places / yaml.CSafeLoader", load, safe, 0.1)
    yield Line(f"validate {count}, in process / C parser alone", validate, floor, 1.25)
    command, alone = alternating(
        size.rounds,
        Command([ORGCLI, "validate", "--isolated", path]),
        Command([PYTHON, str(HERE / "inside.py"), "floor", path]),
    )
    yield Line(f"validate {count}, command / C parser, command", command, alone, 1.25)
    several = str(_in_files(folder / "org", size))
    command, alone = alternating(
        size.rounds,
        Command([ORGCLI, "validate", "--isolated", several]),
        Command([PYTHON, str(HERE / "inside.py"), "floor", several]),
    )
    yield Line(f"validate {count} in {FILES} files / C parser", command, alone, 1.6)


def _in_files(folder: Path, size: Size) -> Path:
    """Organisations of a few hundred positions, a file each, as in a repository of many teams."""
    folder.mkdir()
    for number in range(FILES):
        path = write(folder / f"{number:03d}.yaml", "tree", size.file // FILES, seed=number)
        text = path.read_text(encoding="utf-8").replace("Generated", f"Company {number}", 1)
        path.write_text(text, encoding="utf-8")
    return folder


def lines(size: Size, _folder: Path) -> Iterator[Line]:
    """The rules about lines, in memory, written in the order of the tree and in none."""
    count = f"{size.memory:,}"
    for shape, order in (("tree", ""), ("chain", ""), ("ring", ""), ("tree", "shuffled")):
        arguments = [shape, str(size.memory), *([order] if order else [])]
        what = f"line rules on {count} in memory, {shape}{order and f', {order}'}"
        yield Line(what, Job("rules", arguments).take(), limit=2 * size.part)


def tables(size: Size, folder: Path) -> Iterator[Line]:
    """CSV of the shapes that break recursion, from bytes to verdict."""
    for shape in ("chain", "ring"):
        path = write(folder / f"{shape}.csv", shape, size.memory, "csv")
        parts = Job("validate", [str(path)]).parts()
        what = f"validate {size.memory:,} of CSV, {shape}"
        yield Line(what, parts["whole"])
        yield Line("  of it reading", parts["read"])
        yield Line("  of it rules", parts["rules"])
        path.unlink()


def charts(size: Size, folder: Path) -> Iterator[Line]:
    """A chart from YAML to SVG: the layout alone, and the whole command."""
    path = str(write(folder / "chart.yaml", "tree", size.chart))
    count = f"{size.chart:,}"
    parts = Job("chart", [path]).parts()
    yield Line(f"chart of {count}, the layout alone", parts["layout"], limit=2 * size.part)
    for step in ("read", "cards", "painting", "drawing"):
        yield Line(f"  {step}", parts[step])
    target = str(folder / "chart.svg")
    command, alone = alternating(
        size.rounds,
        Command([ORGCLI, "chart", path, "-o", target]),
        Command([PYTHON, str(HERE / "inside.py"), "floor", path]),
    )
    yield Line(f"chart of {count}, YAML to SVG / C parser, command", command, alone, 10)
    book = str(write(folder / "book.yaml", "tree", _BOOK))
    (command,) = alternating(1, Command([ORGCLI, "chart", book, "-o", str(folder / "book.pdf")]))
    yield Line(f"book of {_BOOK:,} for A4, YAML to PDF, command", command, limit=10)


def differences(size: Size, folder: Path) -> Iterator[Line]:
    """What changes between two files: one position in ten edited, and every id another one."""
    before = write(folder / "before.yaml", "tree", size.file)
    text = before.read_text(encoding="utf-8")
    edited, number = folder / "edited.yaml", count()
    title = re.compile(r"(title: .*)")
    edited.write_text(
        title.sub(lambda found: found[1] + " (new)" * (next(number) % 10 == 0), text), "utf-8"
    )
    rekeyed = folder / "rekeyed.yaml"
    rekeyed.write_text(re.sub(r"((?:id|reports_to|dotted_lines): )", r"\1k", text), "utf-8")
    for what, after, limit in (
        ("edits in 1 of 10", edited, 1.5),
        ("every id re-keyed", rekeyed, 2),
    ):
        paths = [str(before), str(after)]
        ours, theirs = alternating(size.rounds, Job("diff", paths), Job("read_both", paths))
        yield Line(f"diff of {size.file:,}, {what} / reading both", ours, theirs, limit)


def figures(size: Size, folder: Path) -> Iterator[Line]:
    """The numbers of an organisation, grouped by department, against all rules over it."""
    for format, number in (("yaml", size.file), ("csv", size.memory)):
        path = write(folder / f"figures.{format}", "tree", number, format)
        ours, theirs = alternating(
            size.rounds if format == "yaml" else 1,
            Job("stats", [str(path)]),
            Job("validate", [str(path)]),
        )
        yield Line(f"stats of {number:,} of {format.upper()} / validate", ours, theirs, 1.2)
        path.unlink()


def exchange(size: Size, folder: Path) -> Iterator[Line]:
    """A table as YAML, against reading it alone."""
    path = str(write(folder / "people.csv", "tree", size.file, "csv"))
    output = str(folder / "org.yaml")
    ours, theirs = alternating(
        size.rounds,
        Command([ORGCLI, "import", "--isolated", path, "-o", output]),
        Command([ORGCLI, "columns", "--isolated", path]),
    )
    yield Line(f"import {size.file:,} of CSV / read them", ours, theirs, 2)


GROUPS: dict[str, Callable[[Size, Path], Iterator[Line]]] = {
    "start": start_up,
    "load": loading,
    "lines": lines,
    "tables": tables,
    "chart": charts,
    "diff": differences,
    "stats": figures,
    "exchange": exchange,
}


def main(arguments: list[str] | None = None) -> int:
    """The command: 0 if every claim holds, 1 if one does not or could not be measured."""
    parser = argparse.ArgumentParser(description="Measure the speed claims.")
    parser.add_argument("--quick", action="store_true", help="a fifth of the sizes")
    parser.add_argument("--only", choices=GROUPS, nargs="+", default=list(GROUPS))
    options = parser.parse_args(arguments)
    size = QUICK if options.quick else FULL
    held = True
    print(HEADING)
    for name in options.only:
        try:
            with TemporaryDirectory() as folder:
                for line in GROUPS[name](size, Path(folder)):
                    held = held and not line.over
                    print(line, flush=True)
        except MeasuringError as failure:
            held = False
            print(f"{name}: could not be measured: {failure}", flush=True)
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
