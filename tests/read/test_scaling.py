"""Twice as much of anything takes about twice as long to read, and no beginning of a text hangs.

`SCALING=1 pytest tests/read/test_scaling.py` reads all the items, in some minutes.
"""

import os
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from scaling_inputs import FORMATS

from orgcli.read.entries import TableOptions
from orgcli.read.formats import DOCUMENT_FORMATS, TEXT_FORMATS
from orgcli.read.organisation.files import Files
from orgcli.read.organisation.project import read_project
from timing import cpu_seconds

SIZE = float(os.environ.get("SCALING", "0.3"))
"""Part of the items below that is read: less than all of them are enough to tell, and quicker."""
ITEMS = 10_000
FEWER = {"JSON": 5_000, "YAML": 7_000, "workbook": 5_000, "Backstage catalog": 5_000}
"""Items of formats that take longer for each."""
MOST = 2.5
"""How many times as long twice the items may take."""
QUICK = 0.25
"""Seconds that are too few to be compared."""
TRIES = 4
"""Measurements of which the best counts, where the first ones are bad."""
HEAD = 4096
PIECES = (
    "\n", " ", "\t", "# a\n", "#", "-", "--", "- ", "---\n", "|", "+", "=", ":", "a", "a: b\n",
    "a,", "%%\n", "%% a\n", "// a\n", "/* */", "'a\n", '"', "{", "<!-- -->", "<?xml ", "<a ",
    "├── ", "│", "version: 1\n", "strict ", "graph ", "digraph\n", "\ufeff", "\u00a0", "\f",
    "\r\n", "\r",
)  # fmt: skip
"""Pieces that beginnings are made of, repeated in pairs until nothing more is looked at."""


def seconds(name: str, raw: bytes, options: TableOptions, folder: Path) -> float:
    path = folder / name.split()[0]
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(raw)
    return cpu_seconds(lambda: read_project([path], Files(options)))[0]


@pytest.mark.parametrize(
    ("format", "name"), [(format, name) for format, several in FORMATS.items() for name in several]
)
def test_twice_the_items_take_twice_the_time(format: str, name: str, tmp_path: Path) -> None:
    source = "uk-organogram" if "organogram" in name else None
    make, options = FORMATS[format][name], TableOptions(source=source)
    items = int(SIZE * FEWER.get(format, ITEMS))

    def took(count: int) -> float:
        return seconds(name, make(count), options, tmp_path)

    # Where other work disturbs one measurement, it does not disturb that of more items as well.
    assert _is_proportional(took, items) or _is_proportional(took, 2 * items)


def _is_proportional(took: Callable[[int], float], items: int) -> bool:
    large, small = took(2 * items), 0.0
    for _ in range(TRIES):
        if large < QUICK or (small and large <= MOST * small):
            return True
        small = min(small or 1e9, took(items))
        if large > MOST * small:
            large = min(large, took(2 * items))
    return large <= MOST * small


def test_every_format_has_large_inputs() -> None:
    formats = {"CSV", "JSON", "YAML", "workbook", *TEXT_FORMATS, *DOCUMENT_FORMATS}
    assert formats - set(FORMATS) == set(), "without a generator in scaling_inputs.py"
    assert set(FORMATS) - formats == set(), "no format is called so"


@pytest.mark.parametrize("format", TEXT_FORMATS)
def test_what_decides_on_a_format_takes_no_time(format: str) -> None:
    one = TEXT_FORMATS[format]
    suffix = one.within[0] if one.within else ""
    slow = []
    for pair in product(PIECES, PIECES):
        head = ("".join(pair) * HEAD)[: HEAD - 50]
        for text in (head, head + "".join(one.signs[:1])):
            took, _ = cpu_seconds(lambda text=text: one.begins(text, suffix))
            if took > 0.1:
                slow.append((pair, took))
    assert slow == []
