"""Writes organisations of any size and shape: the same bytes for the same arguments.

python benchmarks/generate.py --shape tree --size 100000 --format yaml -o org.yaml
"""

from __future__ import annotations

import argparse
import csv
import sys
from array import array
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from random import Random
from typing import NamedTuple, TextIO

from people import DEPARTMENTS, FIRST_NAMES, LAST_NAMES, LEADS, LOCATIONS

TREE_SPAN = 7
COMB_SPAN = 4
DEEPEST_NESTING = 500
"""Layers a nested file may have: indentation makes its size grow with the square of them."""

_DEPARTMENT_NAMES = tuple(DEPARTMENTS)
_NAMES = len(FIRST_NAMES) * len(LAST_NAMES) ** 2
_STRIDE = 630_371  # shares no factor with _NAMES: every name comes up once per round


class Row(NamedTuple):
    """One position as a file would write it; None where it says nothing."""

    id: str
    title: str
    holder: str | None
    reports_to: str | None
    dotted_lines: str | None
    department: str
    location: str
    status: str | None
    start: str

    def record(self) -> dict[str, str]:
        """The fields that are written, by name."""
        return {name: value for name, value in self._asdict().items() if value is not None}


def _tree(size: int, _rng: Random) -> Iterator[int]:
    return ((at - 1) // TREE_SPAN for at in range(1, size))


def _wide(size: int, _rng: Random) -> Iterator[int]:
    return (0 for _ in range(1, size))


def _deep(size: int, _rng: Random) -> Iterator[int]:
    return (at - (at % COMB_SPAN or COMB_SPAN) for at in range(1, size))


def _chain(size: int, _rng: Random) -> Iterator[int]:
    return iter(range(size - 1))


def _random(size: int, rng: Random) -> Iterator[int]:
    return (int(rng.random() * at) for at in range(1, size))


# Per shape: the manager of every position but the first, always an earlier one.
SHAPES: dict[str, Callable[[int, Random], Iterator[int]]] = {
    "tree": _tree,  # everybody leads seven
    "wide": _wide,  # one leads all the others
    "deep": _deep,  # a line of managers, each with three more reports who lead nobody
    "chain": _chain,  # everybody leads one
    "ring": _chain,  # and the first reports to the last: no organisation, a test
    "random": _random,  # everybody reports to anybody before
}


@dataclass(frozen=True, slots=True)
class Plan:
    """An organisation as numbers; row `at` of the file can be written without the others.

    manager     per position: the index of its manager, -1 at the top
    department  per position: an index into the departments
    leads       per position: 1 where somebody reports to it
    dice        per position: 32 random bits
    """

    seed: int
    manager: array[int]
    department: bytearray
    leads: bytearray
    dice: array[int]

    def row(self, at: int) -> Row:
        """The position at an index, in words."""
        above, dice, leads = self.manager[at], self.dice[at], self.leads[at]
        department = _DEPARTMENT_NAMES[self.department[at]]
        status = None if leads else _STATUS[dice % 100]
        year = 2010 + (dice >> 16) % 15
        dotted = dice % self._size if (dice >> 8) % 50 == 0 else at
        if above < 0:
            title = "Chief Executive Officer"
        elif leads:
            title = LEADS[dice % len(LEADS)].format(department)
        else:
            title = DEPARTMENTS[department][dice % 4]
        return Row(
            id=f"p{at:07}",
            title=title,
            holder=None if status else self._name(at),
            reports_to=None if above < 0 else f"p{above:07}",
            dotted_lines=None if dotted in (at, above) else f"p{dotted:07}",
            department=department,
            location=LOCATIONS[(dice >> 12) % len(LOCATIONS)],
            status=status,
            start=f"{2040 if status == 'planned' else year}-{1 + (dice >> 20) % 12:02}-01",
        )

    @property
    def _size(self) -> int:
        return len(self.manager)

    def _name(self, at: int) -> str:
        """A name that nobody else has: one holder of many seats would be a finding."""
        again, number = divmod(at, _NAMES)
        number, last = divmod((number * _STRIDE + self.seed) % _NAMES, len(LAST_NAMES))
        first, second = divmod(number, len(LAST_NAMES))
        middle = f" {again + 1}" if again else ""
        return f"{FIRST_NAMES[first]}{middle} {LAST_NAMES[second]}-{LAST_NAMES[last]}"


_STATUS = ("planned", "open", "open", "open", *[None] * 96)


def plan(shape: str, size: int, seed: int = 0, *, shuffle: bool = False) -> Plan:
    """Lay out an organisation of one of SHAPES; `shuffle` puts positions in random order."""
    if size < 1:
        raise ValueError("an organisation has at least one position")
    rng = Random(seed)
    first = size - 1 if shape == "ring" else -1
    manager = array("i", chain([first], SHAPES[shape](size, rng)))
    department = bytearray(size)
    kinds = len(_DEPARTMENT_NAMES)
    for at in range(1, size):
        above = manager[at]
        department[at] = department[above] if above else at % kinds
    if shuffle:
        manager, department = _shuffled(manager, department, rng)
    leads = bytearray(size)
    for above in manager:
        if above >= 0:
            leads[above] = 1
    dice = array("I", map(rng.getrandbits, [32] * size))
    return Plan(seed, manager, department, leads, dice)


def _shuffled(
    manager: array[int], department: bytearray, rng: Random
) -> tuple[array[int], bytearray]:
    order = list(range(len(manager)))
    rng.shuffle(order)
    moved = array("i", manager)
    for at, above in enumerate(manager):
        moved[order[at]] = order[above] if above >= 0 else above
    moved_department = bytearray(len(department))
    for at, kind in enumerate(department):
        moved_department[order[at]] = kind
    return moved, moved_department


def positions(shape: str, size: int, seed: int = 0, *, shuffle: bool = False) -> Iterator[Row]:
    """The positions of an organisation in file order, one at a time."""
    return map(plan(shape, size, seed, shuffle=shuffle).row, range(size))


def write_yaml(laid_out: Plan, stream: TextIO) -> None:
    """One flat list; managers are named with `reports_to`."""
    stream.write("organisation: Generated\npositions:\n")
    row = laid_out.row
    for at in range(len(laid_out.manager)):
        stream.write(_entry(row(at), ""))


def write_csv(laid_out: Plan, stream: TextIO) -> None:
    """A table with the fields as headings."""
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(Row._fields)
    table.writerows(map(laid_out.row, range(len(laid_out.manager))))


def write_nested(laid_out: Plan, stream: TextIO) -> None:
    """`reports:` under every manager, each subtree in one piece.

    Raises ValueError for a ring, and for more than DEEPEST_NESTING layers.
    """
    if -1 not in laid_out.manager:
        raise ValueError("a ring has nobody at the top to nest under")
    first, after = _families(laid_out.manager)
    top = laid_out.manager.index(-1)
    if any(depth >= DEEPEST_NESTING for _, depth in _outline(top, first, after)):
        raise ValueError(f"deeper than {DEEPEST_NESTING} layers; write it with reports_to")
    stream.write("organisation: Generated\npositions:\n")
    for at, depth in _outline(top, first, after):
        indent = "    " * depth
        stream.write(_entry(laid_out.row(at)._replace(reports_to=None), indent))
        if first[at] >= 0:
            stream.write(f"{indent}    reports:\n")


def _outline(top: int, first: array[int], after: array[int]) -> Iterator[tuple[int, int]]:
    """Every position with its depth, a manager right before the whole of its subtree."""
    waiting = [(top, 0)]
    while waiting:
        at, depth = waiting.pop()
        yield at, depth
        if after[at] >= 0:
            waiting.append((after[at], depth))
        if first[at] >= 0:
            waiting.append((first[at], depth + 1))


def _families(manager: array[int]) -> tuple[array[int], array[int]]:
    """Per position its first report and the next report of its manager; -1 for none."""
    first = array("i", [-1]) * len(manager)
    after = array("i", first)
    for at in range(len(manager) - 1, -1, -1):
        above = manager[at]
        if above >= 0:
            after[at] = first[above]
            first[above] = at
    return first, after


def _entry(row: Row, indent: str) -> str:
    lines = f"{indent}  - id: {row.id}\n{indent}    title: {row.title}\n"
    if row.holder:
        lines += f"{indent}    holder: {row.holder}\n"
    if row.reports_to:
        lines += f"{indent}    reports_to: {row.reports_to}\n"
    if row.dotted_lines:
        lines += f"{indent}    dotted_lines: [{row.dotted_lines}]\n"
    lines += f"{indent}    department: {row.department}\n{indent}    location: {row.location}\n"
    if row.status:
        lines += f"{indent}    status: {row.status}\n"
    return lines + f"{indent}    start: {row.start}\n"


FORMATS: dict[str, Callable[[Plan, TextIO], None]] = {
    "yaml": write_yaml,
    "csv": write_csv,
    "nested": write_nested,
}


def write(path: Path, shape: str, size: int, form: str = "yaml", seed: int = 0) -> Path:
    """Write an organisation to a file and give its path back."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        FORMATS[form](plan(shape, size, seed), stream)
    return path


def main(arguments: list[str] | None = None) -> int:
    """The command: 0 written, 2 impossible."""
    parser = argparse.ArgumentParser(description="Write an organisation of any size and shape.")
    parser.add_argument("--shape", choices=SHAPES, default="tree")
    parser.add_argument("--size", type=int, default=1000, help="positions")
    parser.add_argument("--format", choices=FORMATS, default="yaml")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--shuffle", action="store_true", help="positions in random order")
    parser.add_argument("-o", "--output", default="-", metavar="FILE")
    options = parser.parse_args(arguments)
    try:
        laid_out = plan(options.shape, options.size, options.seed, shuffle=options.shuffle)
        with _opened(options.output) as stream:
            FORMATS[options.format](laid_out, stream)
    except ValueError as error:
        parser.error(str(error))
    return 0


def _opened(output: str) -> AbstractContextManager[TextIO]:
    if output == "-":
        return nullcontext(sys.stdout)
    return Path(output).open("w", encoding="utf-8", newline="")


if __name__ == "__main__":
    sys.exit(main())
