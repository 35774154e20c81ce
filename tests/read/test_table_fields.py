"""Columns become fields by heading and content; managers, roots and job shares by rule."""

import pytest
from pydantic import TypeAdapter

from orgcli.model.organisation.position import Position
from orgcli.model.source.source import Source
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.syntax.document import Document
from orgcli.read.syntax.json import load_json
from orgcli.read.tables.columns.headings import FIELDS, fold
from orgcli.read.tables.files.csv import csv_entries
from orgcli.read.tables.files.records import record_entries
from orgcli.read.tables.grid import distinct

POSITIONS = TypeAdapter(list[Position])


def read(text: str, *columns: tuple[str, str], root: str | None = None) -> Entries:
    return csv_entries(Source("staff.csv", text), TableOptions(columns, root))


def one(heading: str, cell: str) -> dict[str, object]:
    """The record of a table of one row: an id and one more column."""
    (record,) = read(f'id,"{heading}"\nx,"{cell}"\n').records
    assert record.pop("id") == "x"
    POSITIONS.validate_python([{"id": "x", **record}])
    return dict(record)


@pytest.mark.parametrize(
    ("heading", "folded"),
    [
        ("Employee ID", "employeeid"),
        ("employee_id", "employeeid"),
        ("EMPLOYEE-ID", "employeeid"),
        ("employee.id", "employeeid"),
        (" employeeId ", "employeeid"),
        ("Employee #", "employeenumber"),
        ("Manager's e-mail", "manageremail"),
        ("First Name [Required]", "firstname"),
        ("Führungskraft", "fuhrungskraft"),
        ("Name (2)", "name"),
        ("Reports to (Senior Post)", "reportstoseniorpost"),
        ("", ""),
    ],
)
def test_fold(heading: str, folded: str) -> None:
    assert fold(heading) == folded


@pytest.mark.parametrize(
    ("heading", "cell", "record"),
    [
        ("Display Name", "Ana", {"holder": "Ana"}),
        ("name", " Ana ", {"holder": "Ana"}),
        ("first name", "Ana", {"holder": "Ana"}),
        ("surname", "Cruz", {"holder": "Cruz"}),
        ("name", "Ben Li; Ana Cruz", {"holder": ["Ben Li", "Ana Cruz"]}),
        ("name", "O&apos;Hara; Ana", {"holder": "O&apos;Hara; Ana"}),
        ("Job Title", "CEO", {"title": "CEO"}),
        ("position", "CEO", {"title": "CEO"}),
        ("job_id", "AD_PRES", {"title": "AD_PRES"}),
        ("role", "vp-sales", {"role": "vp-sales"}),
        ("Role ID", "cro", {"role": "cro"}),
        ("role", "VP Sales", {"title": "VP Sales"}),
        ("role", "admin", {"title": "admin"}),
        ("role", "library", {"title": "library"}),
        ("role id", "admin", {"attributes": {"role id": "admin"}}),
        ("Dept", "Sales", {"department": "Sales"}),
        ("Unit", "Sales", {"department": "Sales"}),
        ("office", "Berlin", {"location": "Berlin"}),
        ("department", "NULL", {}),
        ("name", "NULL", {"holder": "NULL"}),
        ("department", "\\N", {}),
        ("level", "3", {"level": "3"}),
        ("grade", "3.0", {"level": "3"}),
        ("grade", "SCS1", {"attributes": {"grade": "SCS1"}}),
        ("level", "1001", {"attributes": {"level": "1001"}}),
        ("status", "ACTIVE", {"status": "filled"}),
        ("status", "Vacant", {"status": "open"}),
        ("status", "Eliminated", {"status": "closed"}),
        ("status", "Planned", {"status": "planned"}),
        ("status", "Probation", {"status": "filled"}),
        ("status", "Moonlighting", {"attributes": {"status": "Moonlighting"}}),
        ("fte", "0.5", {"fte": "0.5"}),
        ("fte", "0,5", {"fte": "0.5"}),
        ("fte", "full", {"attributes": {"fte": "full"}}),
        ("fte", "1e9", {"attributes": {"fte": "1e9"}}),
        ("fte", "1000.5", {"attributes": {"fte": "1000.5"}}),
        ("headcount", "12", {"headcount": "12"}),
        ("headcount", "0", {"attributes": {"headcount": "0"}}),
        ("assistant", "Yes", {"assistant": "true"}),
        ("assistant", "Kim Ode", {"attributes": {"assistant": "Kim Ode"}}),
        ("archetype", "Executor", {"archetype": "executor"}),
        ("hire_date", "2003-07-16T19:00:00.000Z", {"start": "2003-07-16"}),
        ("hire_date", "2003-07-16 19:00", {"start": "2003-07-16"}),
        ("start", "17-06-2013", {"start": "2013-06-17"}),
        ("start", "07-06-2013", {"attributes": {"start": "07-06-2013"}}),
        ("start", "2013-02-30", {"attributes": {"start": "2013-02-30"}}),
        ("end", "20131201", {"end": "2013-12-01"}),
        ("termination date", "2031-01-31", {"end": "2031-01-31"}),
        ("email", "a@example.org", {"contact": {"email": "a@example.org"}}),
        ("email", "SKING", {"attributes": {"email": "SKING"}}),
        ("phone", "12 34", {"contact": {"phone": "12 34"}}),
        ("url", "https://example.org", {"contact": {"url": "https://example.org"}}),
        ("link", "none", {"attributes": {"link": "none"}}),
        ("tags", "a, b;c", {"tags": ["a", "b", "c"]}),
        ("Salary", " 12 ", {"attributes": {"Salary": " 12 "}}),
        ("Salary", "  ", {}),
        ("", "x", {"attributes": {"column 2": "x"}}),
        ("manager", "yes", {"attributes": {"manager": "yes"}}),
        ("dotted line", "zz; yy", {"dotted_lines": ["zz", "yy"]}),
        ("matrix manager", "NO_MANAGER", {}),
    ],
)
def test_one_cell(heading: str, cell: str, record: dict[str, object]) -> None:
    assert one(heading, cell) == record


def test_cells_that_do_not_fit_are_attributes_and_the_others_are_read() -> None:
    entries = read("id,level,manager\na,3,\nb,Senior,a\nc,,a\n")
    assert [record.get("level") for record in entries.records] == ["3", None, None]
    assert [record.get("attributes") for record in entries.records] == [
        None, {"level": "Senior"}, None
    ]  # fmt: skip
    assert [(found.code, found.is_minor) for found in entries.findings] == [("ORG012", True)]


def test_one_role_that_is_not_built_in_makes_the_column_no_role() -> None:
    text = "id,role,manager\na,cso,\nb,,a\nc,{},a\n"
    records = read(text.format("cro")).records
    assert [record.get("role") for record in records] == ["cso", None, "cro"]
    records = read(text.format("user")).records
    assert [record.get("title") for record in records] == ["cso", None, "user"]
    records = read(text.format("our-role"), ("role", "role")).records
    assert [record.get("role") for record in records] == ["cso", None, "our-role"]


def test_a_role_of_an_hr_system_beside_a_title_is_an_attribute() -> None:
    (record,) = read("id,role,title\na,admin,CEO\n").records
    assert record == {"id": "a", "title": "CEO", "attributes": {"role": "admin"}}


def test_the_better_heading_wins_and_the_other_is_kept() -> None:
    (record,) = read("id,job_id,department_id,Title,department_name\na,X,9,CEO,Board\n").records
    assert record == {
        "id": "a",
        "title": "CEO",
        "department": "Board",
        "attributes": {"job_id": "X", "department_id": "9"},
    }


def test_a_better_heading_that_does_not_fit_or_is_empty_makes_way() -> None:
    (record,) = read("id,Start,Hire date,Job title,Position\na,soon,2020-01-01,,CEO\n").records
    assert record["start"] == "2020-01-01"
    assert record["title"] == "CEO"


@pytest.mark.parametrize(
    ("headings", "cells", "holder", "kept"),
    [
        ("name,lastName", "Steven,King", "Steven King", {}),
        ("Name,Last name", "Steven King,King", "Steven King", {"Last name": "King"}),
        ("Name,First name", "King,Steven", "Steven King", {}),
        ("Nom,Prénom", "King,Steven", "Steven King", {}),
        ("Name,First name", "Steven King,Steven", "Steven King", {"First name": "Steven"}),
        ("Last name,First name", "King,Steven", "Steven King", {}),
        ("displayName,givenName", "S. King,Steven", "S. King", {"givenName": "Steven"}),
        ("Name,First name,Last name", "S. K.,Steven,King", "S. K.",
         {"First name": "Steven", "Last name": "King"}),
        ("First name,Last name", ",King", "King", {}),
    ],
)  # fmt: skip
def test_names_of_several_columns(
    headings: str, cells: str, holder: str, kept: dict[str, str]
) -> None:
    (record,) = read(f"id,{headings}\na,{cells}\n").records
    assert record["holder"] == holder
    assert record.get("attributes", {}) == kept


def test_place_of_a_joined_name_is_its_first_part() -> None:
    entries = read("id,last name,first name\na,King,Steven\n")
    assert entries.place(0, "holder").column == 8
    assert entries.key_place(0, "holder").column == 14


def test_first_and_last_name_can_be_mapped() -> None:
    entries = read("id,a,b,name\nx,Steven,King,SK\n", ("first_name", "a"), ("last_name", "b"))
    assert entries.records == [{"id": "x", "holder": "Steven King", "attributes": {"name": "SK"}}]


def test_map_wins_over_recognition_and_the_loser_is_kept() -> None:
    (record,) = read("id,title,grade\na,CEO,9\n", ("title", "grade")).records
    assert record == {"id": "a", "title": "9", "attributes": {"title": "CEO"}}


def test_map_finds_headings_as_people_write_them() -> None:
    text = "Badge No.,Full-Name\n1,Ana\n"
    (record,) = read(text, ("id", "badge no"), ("contact.phone", "BADGE NO.")).records
    assert record == {"id": "1", "holder": "Ana", "contact": {"phone": "1"}}


def test_one_column_can_be_mapped_to_two_fields() -> None:
    (record,) = read("Who\nAna\n", ("id", "Who"), ("holder", "Who")).records
    assert record == {"id": "Ana", "holder": "Ana"}


def test_map_to_nothing_leaves_the_field_out() -> None:
    (record,) = read("id,level\na,3\n", ("level", "")).records
    assert record == {"id": "a", "attributes": {"level": "3"}}


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_is_known_by_its_own_name(name: str) -> None:
    cells = {"email": "a@b", "url": "https://x", "assistant": "true", "status": "open",
             "archetype": "executor", "start": "2020-01-01", "end": "2020-01-01",
             "role": "cro", "photo": "a.jpg"}  # fmt: skip
    headings = name if name == "id" else f"id,{name}"
    values = "1" if name == "id" else f"1,{cells.get(name, '1')}"
    entries = read(f"{headings}\n{values}\n")
    assert "attributes" not in entries.records[0]
    POSITIONS.validate_python(entries.records)


@pytest.mark.parametrize(
    ("columns", "message", "advice"),
    [
        (("id", "Bagde"), "there is no column `Bagde` to be `id`", '`--map id="Badge"`'),
        (("id", "Q"), "there is no column `Q` to be `id`", "the columns are `Badge`, `Who`"),
        (("boss", "Who"), "`boss` is not a field of a position", '`--map reports_to="Who"`'),
        (("titel", "Who"), "`titel` is not a field of a position", '`--map title="Who"`'),
        (("zz", "Who"), "`zz` is not a field of a position", "the fields are `archetype`"),
    ],
)
def test_map_that_cannot_be(columns: tuple[str, str], message: str, advice: str) -> None:
    finding = read("Badge,Who\n1,Ana\n", columns).findings[0]
    assert (finding.code, finding.message) == ("ORG005", message)
    assert advice in finding.help
    assert finding.place.line == 1


def test_two_headings_of_one_rank_are_not_guessed() -> None:
    entries = read("id,Department,Dept\na,Sales,Field\n")
    (finding,) = entries.findings
    assert finding.code == "ORG005"
    assert finding.message == "`Department` and `Dept` could both be `department`"
    assert '`--map department="Department"` or `--map department="Dept"`' in finding.help
    assert entries.records == [{"id": "a", "attributes": {"Department": "Sales", "Dept": "Field"}}]


def test_the_same_heading_twice() -> None:
    entries = read("id,name,Name\na,Ana,Anna\n")
    (finding,) = entries.findings
    assert (finding.code, finding.place.column) == ("ORG003", 9)
    assert finding.related[0].place.column == 4
    assert entries.records == [{"id": "a", "holder": "Ana", "attributes": {"Name": "Anna"}}]
    assert not read("id,name,name\na,Ana,Ana\n").findings


def test_of_several_ids_the_one_that_managers_are_named_by() -> None:
    text = "id,employee_id,name,manager_id\n1,E7,Ana,\n2,E8,Ben,E7\n"
    assert read(text).records[1] == {
        "id": "E8", "holder": "Ben", "reports_to": "E7", "attributes": {"id": "2"}
    }  # fmt: skip
    text = "position id,employee id,manager\n1,2,\n2,1,\n3,3,{}\n"
    (finding,) = read(text.format("2")).findings
    assert finding.message == "`position id` and `employee id` could both be `id`"
    (finding,) = read(text.format("")).findings
    assert (finding.code, finding.place.column) == ("ORG014", 1)
    assert finding.message == "`position id` is read as `id`; `employee id` could be it as well"


def test_emails_then_names_are_ids_where_there_are_none() -> None:
    text = "name,email,supervisor\nAna,a@x.org,\nBen,b@x.org,Ana\nCleo,c@x.org,B@x.org\n"
    records = read(text).records
    assert [record["id"] for record in records] == ["a@x.org", "b@x.org", "c@x.org"]
    assert [record.get("reports_to") for record in records] == [None, "a@x.org", "b@x.org"]
    records = read("name,email,supervisor\nAna,a@x.org,\nBen,,Ana\n").records
    assert [record["id"] for record in records] == ["Ana", "Ben"]


def test_no_id_says_why_names_will_not_do() -> None:
    (finding,) = read("name,boss\nAna,\nBen,\n,\nAna,\n").findings
    assert finding.code == "ORG006"
    assert "`name` cannot be it, for `Ana` stands twice" in finding.help
    (finding,) = read("name,boss,x\nAna,,\n,,y\n").findings
    assert finding.code == "ORG006"
    entries = read("name,boss\nAna,\nBen,Ana\n,Ana\nBen,Ben\n")
    assert [record["id"] for record in entries.records] == [
        "Ana", "Ben (row 2)", "row 3", "Ben (row 4)"
    ]  # fmt: skip
    said, ambiguous = entries.findings
    assert (said.code, ambiguous.code) == ("ORG014", "ORG102")
    assert "`Ben` stands twice" in said.message


def managers(cells: list[str], ids: list[str], root: str | None = None) -> list[object]:
    rows = "".join(f'{name},"{cell}"\n' for name, cell in zip(ids, cells, strict=True))
    entries = read(f"id,manager_id\n{rows}", root=root)
    assert not entries.findings
    return [record.get("reports_to") for record in entries.records]


@pytest.mark.parametrize(
    "word",
    ["", " ", "NULL", "null", "None", "N/A", "n/a", "NaN", "-", "--", "—", "0", "0.0", "\\N",
     "NO_MANAGER", "no_mgr"],
)  # fmt: skip
def test_words_for_nobody(word: str) -> None:
    assert managers([word, "a"], ["a", "b"]) == [None, "a"]


@pytest.mark.parametrize("word", ["NULL", "None", "N/A", "-", "0", "NaN"])
def test_a_word_for_nobody_that_is_an_id_is_that_position(word: str) -> None:
    assert managers(["", word], [word, "b"]) == [None, word]


def test_zero_is_nobody_even_among_numbers_unless_it_is_an_id() -> None:
    assert managers(["0", "1", "0"], ["1", "2", "3"]) == [None, "1", None]
    assert managers(["", "0", "1"], ["0", "1", "2"]) == [None, "0", "1"]
    assert managers(["", "00"], ["1", "2"]) == [None, "00"]


def test_root_token_in_any_case_even_where_it_is_an_id() -> None:
    assert managers(["XX", "xx", "a"], ["a", "b", "xx"], root="Xx") == [None, None, "a"]
    assert managers(["XX", "a"], ["a", "b"]) == ["XX", "a"]


def test_ids_stay_text() -> None:
    assert managers(["", "0012", "12"], ["0012", "x", "y"]) == [None, "0012", "12"]


def test_numbers_that_a_spreadsheet_made_fractions() -> None:
    assert managers(["", "100.0", "7.0"], ["100", "101", "102"]) == [None, "100", "7.0"]
    assert managers(["", "100.0"], ["100.0", "100"]) == [None, "100.0"]


def test_ids_come_before_emails_before_names() -> None:
    text = (
        "id,name,email,manager\n"
        "Ben,Ana Cruz,a@x.org,\n"
        "b,Ben,b@x.org,Ben\n"
        "c,a@x.org,c@x.org,A@X.ORG\n"
        'd,Dana,d@x.org,"Cruz,  ANA"\n'
        "e,Edo,e@x.org,ben\n"
        "f,Fay,f@x.org,Nobody Else\n"
    )
    entries = read(text)
    assert not entries.findings
    assert [record.get("reports_to") for record in entries.records] == [
        None, "Ben", "Ben", "Ben", "b", "Nobody Else"
    ]  # fmt: skip


def test_a_name_of_two_people_is_reported_once_per_cell_and_dropped() -> None:
    text = "id,name,manager\na,Ana,\nb,Ana,a\nc,Cleo,Ana\nd,Dana,ana\n"
    entries = read(text)
    assert [(found.code, found.entity, found.place.line) for found in entries.findings] == [
        ("ORG102", "c", 4), ("ORG102", "d", 5)
    ]  # fmt: skip
    first = entries.findings[0]
    assert first.message == "`c` reports to `Ana`, which could be `a` or `b`"
    assert [related.place.line for related in first.related] == [2, 3]
    assert "reports_to" not in entries.records[2]


def test_an_email_of_two_people() -> None:
    text = "id,name,email,manager\na,Ana,x@x.org,\nb,Ben,X@x.org,a\nc,Cleo,,x@x.org\n"
    (finding,) = read(text).findings
    assert finding.related[0].place.column == 7
    text = "id,name,manager\na,x@x,\nb,x@x,\nc,Cleo,x@x\n"
    assert read(text).findings[0].related[0].place.column == 3


def test_one_name_with_one_id_in_two_rows_is_one_person() -> None:
    text = "id,name,title,manager\na,Ana,CEO,\na,Ana,COO,\nc,Cleo,AE,Ana\n"
    entries = read(text)
    assert not entries.findings
    assert entries.records[2]["reports_to"] == "a"


def test_a_dotted_line_to_a_name_of_two_people() -> None:
    text = "id,name,manager,dotted line\na,Ana,,\nb,Ana,a,\nc,Cleo,a,Ana; b\n"
    entries = read(text)
    (finding,) = entries.findings
    assert finding.code == "ORG108"
    assert finding.message == "`c` has a dotted line to `Ana`, which could be `a` or `b`"
    assert entries.records[2]["dotted_lines"] == ["b"]


SHARE = "id,name,title,manager,department,fte,email,status,pay\n"


def test_a_job_share_is_one_entry_wherever_its_rows_stand() -> None:
    text = SHARE + "a,Ana,CEO,,X,1,,,9\nb,Ben,CRO,a,R,0.65,b@x.org,,7\nc,Cy,AE,b,R,1,,,3\n"
    entries = read(text + "b,Bea,CRO,Ana,R,0.6,bea@x.org,,8\nd,Di,AE,bea@x.org,R,1,,,3\n")
    (said,) = entries.findings
    assert (said.code, said.place.line) == ("ORG013", 5)
    assert said.message == "`b` stands in 2 rows, which are read as one position of `Ben`, `Bea`"
    assert [record["id"] for record in entries.records] == ["a", "b", "c", "d"]
    assert entries.records[1] == {
        "id": "b", "title": "CRO", "holder": ["Ben", "Bea"], "reports_to": "a",
        "department": "R", "fte": "1.25", "contact": {"email": "b@x.org"},
        "attributes": {"pay": "7"},
    }  # fmt: skip
    assert entries.records[3]["reports_to"] == "b"
    assert entries.place(1).line == 3
    assert entries.place(1, "holder", 0).line == 3
    assert entries.place(1, "holder", 1).line == 5
    assert entries.place(3).line == 6


@pytest.mark.parametrize("other", ["COO,,X,1", "CEO,b,X,1", "CEO,,Y,1", "CEO,,X,1,,closed"])
def test_rows_that_describe_another_seat_are_left_for_the_duplicate_rule(other: str) -> None:
    text = f"{SHARE}a,Ana,CEO,,X,1\na,Bo,{other}\nb,Ben,AE,,X,1\n"
    entries = read(text)
    assert [record["id"] for record in entries.records] == ["a", "a", "b"]
    assert entries.place(1).line == 3


def test_rows_of_one_holder_or_of_none_are_no_job_share() -> None:
    for who in ("Ana", ""):
        entries = read(f"{SHARE}a,{who},CEO,,X,1,,,9\na,{who},CEO,,X,1,a@x.org,,8\n")
        assert [record["id"] for record in entries.records] == ["a", "a"]


def test_a_repeated_holder_of_a_job_share_is_one_holder_and_no_more_fte() -> None:
    ana = "a,Ana,CEO,,X,0.5,,,9\na,Ana,CEO,,X,0.5,a@x.org,,8\n"
    (record,) = read(f"{SHARE}{ana}a,Ben,CEO,,X,0.5\n").records
    assert (record["holder"], record["fte"]) == (["Ana", "Ben"], "1.0")
    assert record["contact"] == {"email": "a@x.org"}


@pytest.mark.parametrize("word", ["N/D", "n/a", "Not disclosed"])
def test_holders_without_a_name_are_somebody_else_each_time(word: str) -> None:
    entries = read(f"{SHARE}a,{word},CEO,,X,0.69\nb,Ben,AE,a,X,1\na,{word},CEO,,X,0.6\n")
    assert entries.records[0]["holder"] == [word, word]
    assert entries.records[0]["fte"] == "1.29"
    assert [entries.place(0, "holder", number).line for number in (0, 1)] == [2, 4]


def test_rows_without_an_id_are_never_merged() -> None:
    records = read("id,name,manager\na,Ana,\n,Ben,a\n,Ben,a\n").records
    assert [record.get("id") for record in records] == ["a", "Ben (row 2)", "Ben (row 3)"]


def test_only_rows_with_a_holder_add_to_the_fte() -> None:
    (record,) = read("id,name,fte\na,,0.5\na,Ana,0.6\na,Ben,0.4\n").records
    assert record == {"id": "a", "holder": ["Ana", "Ben"], "fte": "1.0"}


def test_place_of_a_holder_who_stands_twice_in_a_cell() -> None:
    entries = read("id,name\na,Ana; Ana\n")
    assert entries.place(0, "holder", 1) == entries.place(0, "holder", 0)


def test_fte_that_is_not_given_everywhere() -> None:
    (record,) = read("id,name,fte\na,Ana,\na,Ben,0.5\n").records
    assert record["fte"] == "0.5"
    (record,) = read("id,name,Share\na,Ana,half\na,Ben,0.5\n", ("fte", "Share")).records
    assert (record["fte"], record["attributes"]) == ("0.5", {"Share": "half"})


@pytest.mark.parametrize("share", ["9e999999", "Infinity", "sNaN", "½"])
def test_fte_that_is_no_number_is_no_part_of_a_sum(share: str) -> None:
    entries = read(f"id,name,fte\na,Ana,{share}\na,Ben,0.5\n", ("fte", "fte"))
    assert entries.records[0]["fte"] == "0.5"
    assert entries.records[0]["attributes"] == {"fte": share}
    assert "ORG012" in {found.code for found in entries.findings}


def test_second_header_of_labels_is_no_position() -> None:
    entries = read("STATUS,USERID,MANAGER\nSTATUS,USERID,Manager\nactive,1,NO_MANAGER\n")
    assert entries.records == [{"id": "1", "status": "filled"}]
    assert entries.place(0).line == 3


def test_distinct() -> None:
    assert distinct(["Notes", " Notes ", "", "Notes", "\ufeff", "column 3"]) == [
        "Notes", "Notes (2)", "column 3 (2)", "Notes (3)", "column 5", "column 3"
    ]  # fmt: skip
    assert distinct(["a", "a", "a (2)", "a"]) == ["a", "a (3)", "a (2)", "a (4)"]


def records(text: str) -> Entries:
    document, findings = load_json(Source("staff.json", text))
    assert isinstance(document, Document)
    assert not findings
    return record_entries(document, TableOptions())


@pytest.mark.parametrize("text", ["[]", "[{}]", "[null]", '[{"id": null}]', '[{"id": ""}]'])
def test_lists_without_records(text: str) -> None:
    entries = records(text)
    assert not entries.records
    assert [finding.message for finding in entries.findings] == (
        ["this is no record: expected a mapping"] if text == "[null]" else []
    )


def test_the_place_of_a_record() -> None:
    entries = records('[{"id": 1, "name": "Ana"}]')
    assert entries.records == [{"id": "1", "holder": "Ana"}]
    assert entries.place(0, "holder").column == 20


def test_nested_mappings_are_columns_and_lists_of_texts_cells() -> None:
    entries = records(
        '[{"id": "a", "name": {"first name": "Ana", "x": null}, "contact": {"email": "a@x.org"}},'
        ' {"id": "b", "manager": {"id": "a"}, "attributes": {"Desk": "4"}, "tags": ["x", null]}]'
    )
    assert not entries.findings
    assert entries.records == [
        {"id": "a", "contact": {"email": "a@x.org"}, "attributes": {"name.first name": "Ana"}},
        {"id": "b", "reports_to": "a", "tags": ["x"], "attributes": {"Desk": "4"}},
    ]


def test_deeper_lists_are_left_out_with_one_finding_per_key() -> None:
    entries = records('[{"id": 1, "s": [{"x": 1}], "t": [[1]]}, {"id": 2, "t": [[2]]}]')
    nested = [finding for finding in entries.findings if finding.code == "ORG005"]
    assert [finding.message.split()[0] for finding in nested] == ["`t`"]
    assert entries.records == [{"id": "1", "attributes": {"s.x": "1"}}, {"id": "2"}]
