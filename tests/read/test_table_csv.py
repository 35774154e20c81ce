"""CSV as text: delimiters, quotes, line ends, what is before the table, and its limits."""

import csv
import gc

import pytest

from orgcli.model.findings.finding import Place
from orgcli.model.source.source import Source
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.tables import grid
from orgcli.read.tables.files.csv import csv_entries
from timing import cpu_seconds


def read(text: str) -> Entries:
    return csv_entries(Source("staff.csv", text), TableOptions())


def written(text: str, place: Place) -> str:
    source = Source("staff.csv", text)
    start = source.line_start(place.line) + place.column - 1
    return text[start : source.line_start(place.end_line) + place.end_column - 1]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiter_is_the_one_that_the_header_has(delimiter: str) -> None:
    text = "id,name,manager\na,Ana,\nb,Ben,a\n".replace(",", delimiter)
    assert read(text).records[1] == {"id": "b", "holder": "Ben", "reports_to": "a"}


def test_delimiters_inside_quotes_do_not_count() -> None:
    text = '"id";"a, b, c, d";"manager"\nx;1;\ny;2;x\n'
    assert read(text).records[1] == {
        "id": "y",
        "reports_to": "x",
        "attributes": {"a, b, c, d": "2"},
    }


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
def test_line_ends(end: str, last: bool) -> None:
    text = end.join(["id,name,manager", 'a,"Ana', 'Cruz",', "", "b,Ben,zz"]) + end * last
    entries = read(text)
    assert [record["holder"] for record in entries.records] == [["Ana", "Cruz"], "Ben"]
    assert entries.place(1, "reports_to") == Place("staff.csv", 5, 7, 5, 9)
    assert entries.place(0, "holder") == Place("staff.csv", 2, 3, 3, 6)


@pytest.mark.parametrize("odd", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_only_line_feeds_and_returns_end_lines(odd: str) -> None:
    entries = read(f"id,note,manager\na,Ana{odd}Cruz,\nb,Ben,zz\n")
    assert entries.records[0]["attributes"] == {"note": f"Ana{odd}Cruz"}
    assert entries.place(1, "reports_to").line == 3


@pytest.mark.parametrize("first", ["sep=;", "SEP=;", '"sep=;"', "sep=; "])
def test_separator_line_of_excel(first: str) -> None:
    entries = read(f"{first}\nid,x;name;manager\na;Ana;\n")
    assert entries.records == [{"holder": "Ana", "id": "Ana", "attributes": {"id,x": "a"}}]


def test_tab_as_separator_line() -> None:
    assert read("sep=\t\nid\tname\na\tAna\n").records == [{"id": "a", "holder": "Ana"}]


def test_byte_order_mark_before_a_quote() -> None:
    text = '\ufeff"id","name"\n"a","Ana"\n'
    entries = read(text)
    assert entries.records == [{"id": "a", "holder": "Ana"}]
    assert written(text, entries.key_place(0, "id")) == '"id"'


def test_a_heading_of_a_number_sign_is_no_comment() -> None:
    assert read("#,id,name\n1,a,Ana\n").records == [
        {"id": "a", "holder": "Ana", "attributes": {"#": "1"}}
    ]


def test_comments_above_the_headings_hold_no_delimiter() -> None:
    found = read("# exported by HR\n#\n#2024-01-31\nid,name\na,Ana\n")
    assert found.records == [{"id": "a", "holder": "Ana"}]
    assert read("#id,name\na,Ana\n").records != found.records


def test_blank_rows_are_skipped() -> None:
    entries = read("\n  \nid,name,manager\n\n,,\n , ,\t\na,Ana,\n\nb,Ben,zz\n,,\n")
    assert [record["id"] for record in entries.records] == ["a", "b"]
    assert entries.place(1, "reports_to") == Place("staff.csv", 9, 7, 9, 9)


def test_a_row_with_an_empty_first_cell_is_no_blank_row() -> None:
    entries = read("id,name\na,Ana\n,Ben\n")
    assert entries.records == [{"id": "a", "holder": "Ana"}, {"id": "Ben", "holder": "Ben"}]
    assert entries.place(1, "id") == entries.place(1) == Place("staff.csv", 3, 1, 3, 5)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeff", "sep=;", "#", "## only a comment\n"])
def test_nothing_to_read(text: str) -> None:
    entries = read(text)
    assert not entries.records
    assert not entries.findings
    assert entries.place(0) == entries.key_place(0, "id")


def test_quotes_that_are_no_quotes() -> None:
    text = 'id,name,manager\na,Ana "The" Cruz,\nb,"Ben" Li,a\n'
    entries = read(text)
    assert [record["holder"] for record in entries.records] == ['Ana "The" Cruz', "Ben Li"]
    assert written(text, entries.place(0, "holder")) == 'Ana "The" Cruz'
    assert written(text, entries.place(1, "holder")) == '"Ben" Li'


@pytest.mark.parametrize("rest", ["", "\n", "\nb,Ben,a\n", ",\n\n", ' ""\n'])
def test_unclosed_quote(rest: str) -> None:
    entries = read(f'id,name,manager\na,"Ana{rest}')
    (finding,) = entries.findings
    assert finding.code == "ORG001"
    assert finding.place == Place("staff.csv", 2, 3, 2, 4)
    assert not entries.records


def test_unclosed_quote_in_the_header_and_after_quoted_lines() -> None:
    assert read('id,"name').findings[0].place == Place("staff.csv", 1, 4, 1, 5)
    text = 'id,name\na,"A\nB"\nb,"'
    assert read(text).findings[0].place == Place("staff.csv", 4, 3, 4, 4)


def test_empty_cells_beyond_the_header_are_fine() -> None:
    entries = read("id,name\na,Ana,,\n")
    assert entries.records == [{"id": "a", "holder": "Ana"}]
    assert not entries.findings


def test_text_beyond_the_header() -> None:
    (finding,) = read("id,name\na,Ana,, ,lost,too\n").findings
    assert (finding.code, finding.place) == ("ORG001", Place("staff.csv", 2, 10, 2, 14))
    assert finding.message == "this row has 6 cells, the header only 2"


def test_huge_cells_and_no_global_left_changed() -> None:
    before = csv.field_size_limit()
    huge = "x" * (before + 1)
    text = f'id,note\na,"{huge}\n"\nb,{huge}\n'
    entries = read(text)
    assert entries.records[0]["attributes"] == {"note": huge + "\n"}
    assert written(text, entries.place(1, "attributes", "note")) == huge
    assert csv.field_size_limit() == before


def test_collector_is_left_as_it_was() -> None:
    gc.disable()
    try:
        read("id\na\n")
        assert not gc.isenabled()
    finally:
        gc.enable()
    read("id\na\n")
    assert gc.isenabled()


def test_too_many_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MAX_CELLS", 5)
    (finding,) = read("id,name\na,Ana\nb,Ben\nc,Cleo\n").findings
    assert finding.code == "ORG009"
    assert finding.message == "3 rows of 2 columns; the limit is 5 cells"


def test_columns_and_characters_are_counted_in_code_points() -> None:
    entries = read("id,name,manager\n𝒶,Åse 👩‍👩‍👧,zz\n")
    assert entries.place(0, "holder") == Place("staff.csv", 2, 3, 2, 12)
    assert entries.place(0, "reports_to") == Place("staff.csv", 2, 13, 2, 15)


def test_a_chain_of_many() -> None:
    size = 100_000
    rows = "".join(f"p{number},p{number - 1}\n" for number in range(1, size))
    entries = read(f"id,manager_id\np0,\n{rows}")
    assert len(entries.records) == size
    assert entries.records[-1] == {"id": f"p{size - 1}", "reports_to": f"p{size - 2}"}
    assert entries.place(size - 1).line == size + 1


def test_many_headings_and_many_rows_of_one_id_take_no_longer_than_their_size() -> None:
    wide = read("id," + "name," * 20_000 + "\na,Ana\n")
    assert wide.records == [{"id": "a", "holder": "Ana"}]
    seconds, ids = cpu_seconds(lambda: read("id," * 20_000 + "manager\n" + "a," * 20_000 + "a\n"))
    assert ids.records[0]["id"] == "a" and seconds < 5
    assert read("id,name\n" + "a" * 5_000_000 + ",Ana\n").records[0]["holder"] == "Ana"
    same = read("id,name,title\n" + "".join(f"a,P{n},T{n}\na,Q{n},T{n}\n" for n in range(20_000)))
    assert len(same.records) == 20_000
    assert same.records[7]["holder"] == ["P7", "Q7"]
    one = read("id,name\n" + "".join(f"a,P{n}\n" for n in range(50_000)))
    assert len(one.records) == 1
    assert one.place(0, "holder", 49_999).line == 50_001
