"""What docs/tables.md and docs/exports say of headings and words is what is read."""

import re
from pathlib import Path

import pytest

from orgcli.read.tables.cells.column_cells import read_column
from orgcli.read.tables.columns.headings import FIELDS, RANK, fold, rank_of

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "tables.md").read_text("utf-8")
ROWS = [
    (name, words.split(", "))
    for name, words in re.findall(r"^\| `(\w+)` \| ([^|`]+) \|", PAGE, re.MULTILINE)
]
HEADINGS = [row for row in ROWS if row[0] in FIELDS]
STATUSES = [row for row in ROWS if row[0] not in FIELDS]


def test_every_field_has_a_row() -> None:
    assert {name for name, _ in HEADINGS} == set(FIELDS)
    assert {name for name, _ in STATUSES} == {"filled", "open", "planned", "closed"}


@pytest.mark.parametrize(("name", "headings"), HEADINGS)
def test_headings_are_known_and_the_best_is_first(name: str, headings: list[str]) -> None:
    ranks = [RANK[name][fold(heading)] for heading in headings]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize(("status", "words"), STATUSES)
def test_words_for_a_status(status: str, words: list[str]) -> None:
    read = read_column("status", words)
    assert (read.cells, read.misfits) == ([status] * len(words), ())


EXPORTS = sorted((DOCS / "exports").glob("[!R]*.md"))


@pytest.mark.parametrize("page", EXPORTS, ids=lambda page: page.stem)
def test_headings_of_exports_are_known(page: Path) -> None:
    rows = re.findall(r"^\| (`.+`) \| `(\w+)` \|$", page.read_text("utf-8"), re.MULTILINE)
    headings = [(name, one) for cell, name in rows for one in re.findall("`([^`]+)`", cell)]
    assert len(headings) > 5
    assert [(name, one) for name, one in headings if rank_of(name, one) is None] == []
