"""What is found out about a column once is what each cell says, whether or not it repeats texts."""

import csv
import io
import sys
from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from orgcli.model.organisation.position import Position
from orgcli.model.source.source import Source
from orgcli.read.entries import TableOptions
from orgcli.read.tables.cells.cell_errors import _ERRORS
from orgcli.read.tables.cells.cell_values import vacancies, vacancy
from orgcli.read.tables.cells.white_space import has_odd_space
from orgcli.read.tables.column import (
    BREAKS,
    MARKS,
    TableColumn,
    changed,
    counts,
    different,
    filled_rows,
    is_blank,
    look_of,
    replaced,
    rows_with,
    selected,
    stripped,
    texts_of,
    without,
)
from orgcli.read.tables.columns.evidence import _words_for_nothing, clean_ids, mentions_in
from orgcli.read.tables.files.csv import csv_entries
from orgcli.read.tables.grid import Cells
from orgcli.read.tables.people.manager_forms import unquoted
from orgcli.read.tables.people.placeholders import NOTHING

_TEXTS = st.sampled_from(
    ["", " ", "a", "a ", "b", "é", "ł", "\ud800", "\u200b", "a\x85b", "a\nb", "=", "'1", "#N/A",
     "Err:502", "x;y", "null", "NULL", "Vacant", "to be hired 2", "Ada", "Vago Opena", "\u2028"]
)  # fmt: skip
_CELLS = st.lists(_TEXTS | st.text(max_size=3), max_size=20)
_TIMES = st.sampled_from([1, 1, 300])
"""Many cells are looked at in parts."""


def _columns(cells: list[str], times: int) -> list[Cells]:
    """The same cells as a list, as a column, and as one whose different texts are known."""
    several = cells * times
    known = TableColumn(several)
    known.few = dict(zip(several, several, strict=True))
    return [several, TableColumn(several), known]


@given(_CELLS, _TIMES)
def test_facts_are_those_of_the_cells(cells: list[str], times: int) -> None:
    for column in _columns(cells, times):
        plain = cells * times
        assert different(column) == set(plain)
        assert counts(column) == Counter(plain)
        assert [*dict.fromkeys(texts_of(column))] == [*dict.fromkeys(plain)]
        assert is_blank(column) == (not any(map(str.strip, plain)))
        assert filled_rows(column) == [row for row, cell in enumerate(plain) if cell]
        assert rows_with(column, {"a", ""}) == [
            row for row, cell in enumerate(plain) if cell in ("a", "")
        ]
        look = look_of(column)
        assert look.is_stripped == all(cell == cell.strip() for cell in plain)
        assert look.is_ascii == "".join(plain).isascii()
        assert look.is_sound == ("".join(plain).encode(errors="replace").decode() == "".join(plain))
        for sign in "#=;'\"\t\f\n\r\v\x85\u2028\u200b\ufeff":
            assert (sign in look.signs) == (sign in "".join(plain))
        odd = f"\t\f{BREAKS}{MARKS}"
        assert has_odd_space(column) == any(one in cell for cell in plain for one in odd)


@given(_CELLS, _TIMES, st.dictionaries(_TEXTS, _TEXTS, max_size=4))
def test_changes_are_those_of_each_cell(
    cells: list[str], times: int, texts: dict[str, str]
) -> None:
    plain = cells * times
    rows = [row for row in range(len(plain)) if row % 3 == 0]
    kept = [row % 2 == 0 for row in range(len(plain))]
    for column in _columns(cells, times):
        for made, expected in (
            (stripped(column), [cell.strip() for cell in plain]),
            (changed(column, str.upper), [cell.upper() for cell in plain]),
            (replaced(column, texts), [texts.get(cell, cell) for cell in plain]),
            (clean_ids(column), [unquoted(cell.strip()) for cell in plain]),
            (selected(column, kept), plain[::2]),
            (without(column, rows), ["" if row in rows else one for row, one in enumerate(plain)]),
        ):
            assert [*made] == expected
            assert different(made) == set(expected)
            assert [*dict.fromkeys(texts_of(made))] == [*dict.fromkeys(expected)]
        assert [*column] == plain


@given(_CELLS, _TIMES)
def test_vacancies_and_managers_are_those_of_each_cell(cells: list[str], times: int) -> None:
    plain = cells * times
    said = {row: word for row, cell in enumerate(plain) if (word := vacancy(cell))}
    for column in _columns(cells, times):
        assert vacancies(column) == said
        assert mentions_in(column) == mentions_in(plain)


def test_words_for_nothing_are_all_that_mean_nothing_in_small_letters() -> None:
    letters = {letter for word in NOTHING for letter in word}
    for code in range(sys.maxunicode + 1):
        folded = chr(code).casefold()
        if letters.issuperset(folded):
            assert len(folded) == 1
            assert chr(code) in (folded, folded.upper())
    assert {word.casefold() for word in _words_for_nothing()} == NOTHING | {""}
    assert {"NULL", "Null", "nULL", "\\N", ""} <= _words_for_nothing()


def test_errors_of_formulas_have_one_of_the_signs_that_are_looked_for() -> None:
    assert all("#" in error or "Err:" in error for error in _ERRORS)


_ROWS = st.lists(
    st.tuples(
        st.sampled_from(["Ada", "", "Ada; Ben", "Vacant", "é", "\ud800", "a;"]),
        st.sampled_from(["", "r0", "r1", "nobody"]),
        st.sampled_from(["", "filled", "closed", "open"]),
        st.sampled_from(["", "2020-01-02", "2021-03-04"]),
        st.sampled_from(["", "r0", "r0; r1", ";"]),
        st.sampled_from(["", "a@b.example", "x"]),
        st.sampled_from(["", " ", "n", "\ud800"]),
        st.sampled_from(["", "a, b", "a"]),
    ),
    min_size=1,
    max_size=6,
)
_HEADINGS = ["id", "holder", "reports_to", "status", "start", "dotted_lines", "email", "x", "tags"]


@given(_ROWS, _TIMES)
@example([("Ada", "", "", "", "", "", "", "")], 1)
def test_positions_made_at_once_are_those_of_the_records(
    rows: list[tuple[str, ...]], times: int
) -> None:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(_HEADINGS)
    writer.writerows([f"r{number}", *row] for number, row in enumerate(rows * times))
    entries = csv_entries(Source("t.csv", stream.getvalue()), TableOptions())
    try:
        expected = TypeAdapter(list[Position]).validate_python([*entries.records])
    except ValidationError:
        assert entries.positions is None
        return
    if entries.positions is not None:
        assert [*entries.positions] == expected
        assert set(map(type, entries.positions)) == {Position}
        assert [*map(repr, entries.positions)] == [*map(repr, expected)]
