"""Cells of holders that name nobody, and what stands above a table or instead of one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_table_fields import read

from orgcli.model.findings.finding import Finding
from orgcli.read.organisation.project import read_project
from orgcli.read.tables.cells.cell_values import vacancies, vacancy

HEAD = "id,name,title,manager,status,fte\n"


@pytest.mark.parametrize(
    "cell",
    ["Vacant", "VACANT ", "(vacant)", "[Open]", "<TBH>", "TBH-12", "Vacant 2", "Vacancy #3",
     "Open position", "Vacant post", "Post vacant", "Vacant (TBC)", "To be hired", "Vakant",
     "Offene Stelle", "unbesetzt", "Ledig", "Vacante", "puesto vacante", "vaga", "Vago"],
)  # fmt: skip
def test_a_holder_who_is_not_there_yet(cell: str) -> None:
    entries = read(f'{HEAD}a,Ana,CEO,,,1\nb,"{cell}",AE,a,,1\n')
    assert entries.records[1] == {"id": "b", "title": "AE", "reports_to": "a", "fte": "1"}
    assert vacancy(cell) == "open"


@pytest.mark.parametrize(
    "cell",
    ["Ana Open", "Openshaw", "Vagoni", "Anna Ledig", "N/D", "N/A", "Vacant Land Trust", "Unknown",
     "Open " * 10],
)  # fmt: skip
def test_a_holder_who_only_sounds_like_it(cell: str) -> None:
    assert read(f'{HEAD}a,"{cell}",CEO,,,1\n').records[0]["holder"] == cell.strip()


@pytest.mark.parametrize("cell", ["Eliminated", "'ELIMINATED'", "Position eliminated"])
def test_an_eliminated_position_is_closed(cell: str) -> None:
    for text in (f"id,name\na,{cell}\n", f"{HEAD}a,{cell},CEO,,,1\n"):
        record = read(text).records[0]
        assert (record.get("holder"), record["status"]) == (None, "closed")
    assert read(f"{HEAD}a,{cell},CEO,,planned,1\n").records[0]["status"] == "planned"


def test_a_written_status_stays_but_for_active() -> None:
    records = read(f"{HEAD}a,Vacant,CEO,,Planned,1\nb,Vacant,AE,a,Active,1\n").records
    assert [record.get("status") for record in records] == ["planned", None]


def test_half_a_job_share_is_vacant() -> None:
    for text in (
        f"{HEAD}a,Ana,CEO,,,0.5\na,Vacant,CEO,,,0.5\n",
        f"{HEAD}a,Ana; Vacant,CEO,,,0.5\n",
    ):
        (record,) = read(text).records
        assert (record["holder"], record["fte"]) == ("Ana", "0.5")


_VACANT = (
    "Vacant",
    "OPEN role",
    "[TBH]",
    "Vakante Stelle",
    "à pourvoir",
    "eliminated",
    "To be hired",
)


@given(
    st.lists(st.sampled_from((*_VACANT, "", "Ada", "Jan Kopenhagen", "a\nb")) | st.text(max_size=9))
)
def test_all_vacancies_of_a_column_are_found(cells: list[str]) -> None:
    assert vacancies(cells) == {
        row: vacancy(cell) for row, cell in enumerate(cells) if vacancy(cell)
    }


def test_a_manager_is_found_by_the_word_for_a_vacancy() -> None:
    entries = read("id,name,manager\na,Ana,\nb,TBH-1,a\nc,Bo,TBH-1\n")
    assert entries.records[2]["reports_to"] == "b"


TABLE = "id,name,manager\na,Ana,\nb,Bo,a\n"


@pytest.mark.parametrize(
    "above",
    ["Staff list\n", "Staff list,,\n\n", "Staff list 2027\nNorthwind\n,,\n", '"Staff, all"\n',
     "\ufeffStaff\n", "# made by hand\nStaff\n", "Staff\r\n\r\n"],
)  # fmt: skip
def test_titles_above_the_headings(above: str) -> None:
    for delimiter in ",;\t":
        entries = read(above.replace(",,", delimiter * 2) + TABLE.replace(",", delimiter))
        assert [record["id"] for record in entries.records] == ["a", "b"]
        assert {one.code for one in entries.findings} == {"ORG013"}
        assert entries.place(1, "reports_to").line == above.count("\n") + 3
        assert entries.place(1, "reports_to").column == 6


@pytest.mark.parametrize(
    "text",
    ["people\nManager\nTitle\n", "who,what\nManager,2027\n1,b\n", "x\n" * 40 + TABLE],
)
def test_rows_that_are_no_headings_under_a_title(text: str) -> None:
    assert list(read(text).headings) == text.split("\n")[0].split(",")


def said(tmp_path: Path, name: str, raw: bytes) -> Finding:
    file = tmp_path / name
    file.write_bytes(raw)
    (finding,) = read_project([file]).findings
    return finding


@pytest.mark.parametrize(
    ("name", "advice"), [("a.csv", "headings"), ("a.tsv", "headings"), ("a.json", "records")]
)
def test_an_empty_file(tmp_path: Path, name: str, advice: str) -> None:
    finding = said(tmp_path, name, b" \n")
    assert (finding.code, finding.message) == ("ORG007", "the file is empty")
    assert advice in finding.help


def test_what_is_no_json_names_the_character(tmp_path: Path) -> None:
    finding = said(tmp_path, "a.json", b'{"id": ceo}')
    assert (finding.message, finding.place.column) == ("not JSON: unexpected `c`", 8)
