"""Managers are matched the same way whatever the table holds: exact first, never guessed."""

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from orgcli.model.appearance import first_spellings, is_plain, plain
from orgcli.model.findings.finding import Place
from orgcli.model.source.source import Source
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.tables.columns.headings import FIELDS, RANK, fold, rank_of
from orgcli.read.tables.files.csv import csv_entries
from orgcli.read.tables.grid import Table
from orgcli.read.tables.people.manager_forms import forms, name_key, path_key, soft_parts, words_key
from orgcli.read.tables.table import table_entries

ODD = st.text(
    st.sampled_from("aéü-'\"\u0301\u2010\u2019\u201c\u00a0\u200b\u200e\ufeff한"), max_size=8
)
MANAGERS = st.text(
    st.sampled_from("ab12 ()[]<>-–/|:;,&'\"=@.\\\nCNOU#\u00a0é\u0301"), max_size=14
) | st.text(max_size=6)


class _Nowhere:
    def row(self, row: int) -> Place:
        return Place("t", row + 2)

    def cell(self, row: int, column: int) -> Place:
        return Place("t", row + 2, column + 1)

    def heading(self, column: int, row: int | None) -> Place:
        return Place("t", 1, column + 1)

    def header(self) -> Place:
        return Place("t")


def read(headings: list[str], *rows: tuple[str, ...], parents: tuple[int, ...] = ()) -> Entries:
    columns = [list(column) for column in zip(*rows, strict=True)]
    return table_entries(Table(headings, columns, _Nowhere(), parents=parents), TableOptions())


@given(ODD | st.text())
def test_a_text_as_it_looks_looks_the_same(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert plain(unicodedata.normalize("NFD", text)) == plain(unicodedata.normalize("NFC", text))
    if is_plain(text):
        assert plain(text) == text


@given(st.lists(ODD, max_size=8))
def test_first_spellings_are_those_that_stand_first(texts: list[str]) -> None:
    found = first_spellings(texts)
    for text in texts:
        same = next(one for one in texts if plain(one) == plain(text))
        assert found.get(text, text) == same


@given(MANAGERS)
@example("CN=" * 200)
@example("(" * 300 + ")" * 300)
@example(" / " * 120)
def test_no_text_of_a_manager_is_an_error(text: str) -> None:
    assert text not in forms(text)
    assert all(forms(text)), "no empty form"
    for read_as in (path_key, name_key, words_key, soft_parts):
        read_as(text)


@given(st.lists(st.tuples(MANAGERS, MANAGERS, MANAGERS), min_size=1, max_size=6))
def test_an_exact_id_comes_before_all_else(rows: list[tuple[str, str, str]]) -> None:
    own = [(f"id{number}", name, "") for number, (name, _, _) in enumerate(rows)]
    reports = [(f"r{number}", "", own[number][0]) for number in range(len(rows))]
    strays = [(f"s{number}", "", manager) for number, (_, _, manager) in enumerate(rows)]
    entries = read(["id", "name", "manager"], *own, *reports, *strays)
    found = {record["id"]: record.get("reports_to") for record in entries.records}
    for number in range(len(rows)):
        assert found[f"r{number}"] == f"id{number}"
    for number, (_, _, manager) in enumerate(rows):
        if manager.strip() in found:
            assert found[f"s{number}"] == manager.strip()


@given(st.lists(st.sampled_from(["", "a", "b", "N/A", "0"]), min_size=1, max_size=6))
def test_every_row_of_a_tree_gets_an_id_of_its_own(own: list[str]) -> None:
    parents = (-1, *range(len(own) - 1))
    rows = [(name, "Ana") for name in own]
    entries = read(["id", "name"], *rows, parents=parents)
    ids = [record["id"] for record in entries.records]
    assert len(set(map(str, ids))) == len(own)
    assert [record.get("reports_to") for record in entries.records] == [None, *ids[:-1]]


def test_rows_of_a_tree_are_called_by_what_they_have() -> None:
    tree = (-1, 0, 0)
    for headings, rows, ids in (
        (["id", "name"], [("7", "A"), ("8", "B"), ("9", "C")], ["7", "8", "9"]),
        (["name", "email"], [("A", "a@x"), ("A", "b@x"), ("C", "c@x")], ["a@x", "b@x", "c@x"]),
        (["name", "title"], [("A", "X"), ("B", "X"), ("C", "Y")], ["A", "B", "C"]),
        (["name", "title"], [("A", "X"), ("", "Y"), ("C", "Z")], ["X", "Y", "Z"]),
        (["name", "title"], [("A", "X"), ("", "Y"), ("C", "X")], ["A", "Y", "C"]),
        (["name"], [("A",), ("A",), ("C",)], ["1", "2", "3"]),
        (["id", "name"], [("7", "A"), ("7", "B"), ("", "C")], ["7", "7 (2)", "3"]),
    ):  # fmt: skip
        entries = read(headings, *rows, parents=tree)
        assert [record["id"] for record in entries.records] == ids
        assert [record.get("reports_to") for record in entries.records] == [None, ids[0], ids[0]]
        assert [finding.code for finding in entries.findings] == ["ORG014"] * ("7 (2)" in ids)


def test_words_of_headings_are_known_in_every_field() -> None:
    for name in FIELDS:
        assert RANK[name]
        assert all(word == fold(word) for word in RANK[name])


def test_a_heading_with_something_beside_it_is_worse() -> None:
    plain_rank, bracketed = rank_of("holder", "Name"), rank_of("holder", "Name (local)")
    assert plain_rank is not None
    assert bracketed is not None
    assert plain_rank < bracketed
    assert rank_of("title", "Employee") is None
    assert rank_of("title", "Worker Title") is not None
    assert rank_of("id", "Employee") is None


def test_a_table_of_many_managers_who_are_nobody_is_read() -> None:
    rows = "".join(f"{number},Ana {number},z{number} (y{number}) / q\n" for number in range(6000))
    entries = csv_entries(Source("t.csv", f"id,name,manager\n{rows}"), TableOptions())
    assert len(entries.records) == 6000
