"""Several columns that name the managers complete each other, and what is taken is said."""

from orgcli.model.source.source import Source
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.tables.files.csv import csv_entries

TWINS = """\
Employee #,Name,Work Email,Reporting to,Supervisor Email
1,Ada Okafor,ada@x.test,,
2,Ben Li,ben@x.test,Ada Okafor,ada@x.test
3,Ben Li,li@x.test,Ada Okafor,ada@x.test
4,Cy Roe,cy@x.test,Ben Li,li@x.test
5,Di Fox,di@x.test,Ben Li,{}
"""


def read(text: str) -> Entries:
    return csv_entries(Source("people.csv", text), TableOptions())


def managers(entries: Entries) -> list[object]:
    return [record.get("reports_to") for record in entries.records]


def told(entries: Entries) -> list[str]:
    return [f"{one.code} {one.message}" for one in entries.findings]


def test_addresses_tell_people_of_one_name_apart() -> None:
    entries = read(TWINS.format("ben@x.test"))
    assert managers(entries) == [None, "1", "1", "3", "2"]
    assert told(entries) == [
        "ORG014 `Ben Li` is the name of several people; `Supervisor Email` says which,"
        " as in 1 more row"
    ]


def test_a_name_that_no_address_decides_stays_a_finding() -> None:
    for address in ("", "elsewhere@x.test", "ada@x.test"):
        entries = read(TWINS.format(address))
        assert managers(entries) == [None, "1", "1", "3", None]
        assert [line[:6] for line in told(entries)] == ["ORG014", "ORG102"]


def test_a_manager_whose_address_is_missing_is_read_by_name() -> None:
    entries = read(
        "Employee ID,Name,Email,Manager Email,Manager Name\n"
        "1,Ada Okafor,ada@x.test,,\n"
        "2,Ben Li,ben@x.test,ada@x.test,Ada Okafor\n"
        "3,Cy Roe,,ben@x.test,Ben Li\n"
        "4,Di Fox,di@x.test,,Cy Roe\n"
        "5,Ed Ruiz,ed@x.test,ada@x.test,Ada Okafor\n"
    )
    assert managers(entries) == [None, "1", "2", "3", "1"]
    assert any("Manager" in line for line in told(entries))


def test_a_nickname_is_no_holder_and_a_missing_full_name_is_made_of_its_parts() -> None:
    entries = read(
        "ID,First Name,Last Name,Display Name,Manager ID\n1,Ada,Okafor,,\n2,Ben,Li,Benjamin Li,1\n"
    )
    assert [record["holder"] for record in entries.records] == ["Ada Okafor", "Benjamin Li"]


def test_ids_of_a_few_rows_are_not_the_ids() -> None:
    entries = read(
        "Badge ID,Name,Email,Manager Email\n,Ada,ada@x.test,\n,Ben,ben@x.test,ada@x.test\n"
        "77,Cy,cy@x.test,ben@x.test\n"
    )
    assert [record["id"] for record in entries.records] == ["ada@x.test", "ben@x.test", "cy@x.test"]


def test_rows_without_an_id_never_get_one_that_is_taken() -> None:
    entries = read("ID,Name,Manager\nAda,Ben,\nBen,Cy,Ada\n,Ada,Ada\n,,Ada\n")
    assert [record.get("id") for record in entries.records] == ["Ada", "Ben", "Ada'", None]


def test_the_top_that_another_column_names_herself_stays_the_top() -> None:
    entries = read("ID,Name,Manager ID,Team lead\n1,Ada,,Ada\n2,Ben,1,Ada\n3,Cy,1,Ada\n4,Di,,Ben\n")
    assert managers(entries) == [None, "1", "1", "2"]
