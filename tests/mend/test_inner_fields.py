"""Edits of fields in fields, of names in two columns, and of tables that lack a column."""

from pathlib import Path

import pytest
from test_edit_commands import edited

ORG = """\
organisation: N
positions:
  - id: ceo
    title: CEO
    contact: {email: a@x.org}  # mail
  - id: cro
    reports_to: ceo
    attributes:
      cost: 12   # thousands
      note: |
        long
        text
  - {id: ae, reports_to: ceo}
  - id: am
    reports_to: ceo
    attributes: {}
  - id: csm
    reports_to: ceo
    contact:
"""


@pytest.mark.parametrize(
    ("values", "old", "new"),
    [
        ("ceo contact.email=b@x.org", "{email: a@x.org}", "{email: b@x.org}"),
        ("ceo email=b@x.org", "{email: a@x.org}", "{email: b@x.org}"),
        ("ceo phone=123", "{email: a@x.org}", '{email: a@x.org, phone: "123"}'),
        ("ceo email=", "    contact: {email: a@x.org}  # mail\n", ""),
        ("ceo attributes.room=B2", "# mail\n", "# mail\n    attributes: {room: B2}\n"),
        ("cro attributes.cost=13", "cost: 12   #", "cost: 13   #"),
        ("cro attributes.cost=", "      cost: 12   # thousands\n", ""),
        ("cro attributes.note=short", "note: |\n        long\n        text\n", "note: short\n"),
        ("cro attributes.note= attributes.cost=",
         "    attributes:\n      cost: 12   # thousands\n"
         "      note: |\n        long\n        text\n", ""),
        ("cro 'attributes.a: b=c'", "12   # thousands\n", '12   # thousands\n      "a: b": c\n'),
        ("ae attributes.a=x email=e", "{id: ae, reports_to: ceo}",
         "{id: ae, reports_to: ceo, contact: {email: e}, attributes: {a: x}}"),
        ("ae phone=1 email=e url=u", "{id: ae, reports_to: ceo}",
         '{id: ae, reports_to: ceo, contact: {phone: "1", email: e, url: u}}'),
        ("am attributes.a.b=x", "attributes: {}", "attributes: {a.b: x}"),
        ("csm url=https://x.org/a", "    contact:\n", '    contact: {url: "https://x.org/a"}\n'),
    ],
)  # fmt: skip
def test_fields_in_fields(
    values: str, old: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, text, said = edited(f"set {values}", ORG, tmp_path, monkeypatch)
    assert (code, said) == (0, "orgcli: `org.yaml` changed\n")
    assert ORG.count(old) == 1 and text == ORG.replace(old, new)


@pytest.mark.parametrize(
    ("attributes", "new"),
    [
        ('{"room": B2, floor: x}', '{"room": B2, floor: x, wing: W}'),
        ('{room: B2, "floor": x}', '{room: B2, "floor": x, "wing": W}'),
    ],
)
def test_a_key_has_quotes_where_the_one_before_it_has(
    attributes: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"positions:\n  - id: a\n    attributes: {attributes}\n"
    code, now, err = edited("set a attributes.wing=W", text, tmp_path, monkeypatch)
    assert (code, now) == (0, text.replace(attributes, new)), err


def test_a_field_stands_behind_one_that_has_a_value(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "positions:\n  - {id: a, title: , level: 2}\n"
    code, now, err = edited("set a holder=X", text, tmp_path, monkeypatch)
    assert (code, now) == (0, text.replace("id: a", "id: a, holder: X")), err


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_field_stands_behind_one_that_is_a_line_long(
    newline: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = ORG.replace("title: CEO\n", "title: >\n      Chief\n      Executive\n")
    wanted = text.replace("- id: ceo\n", "- id: ceo\n    holder: Ada\n").replace("\n", newline)
    text = text.replace("\n", newline)
    code, now, err = edited("set ceo holder=Ada", text, tmp_path, monkeypatch)
    assert (code, now) == (0, wanted), err


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ("contact=x", "write `contact.email=...`; it has `email`, `phone`, `url`"),
        ("attributes=x", "write `attributes.NAME=...`"),
        ("contact.mail=x", "did you mean `contact.email`?"),
        ("attributes.=x", "a position has no field `attributes.`"),
        ("cost=x", "anything else is `attributes.cost`"),
        ("contact.x.y=z", "a position has no field `contact.x.y`"),
    ],
)
def test_fields_that_there_are_not(
    values: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, text, err = edited(f"set ceo {values}", ORG, tmp_path, monkeypatch)
    assert code == 2 and text == ORG and said in err


def test_shared_fields_in_fields(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = ORG.replace("contact: {email", "contact: &c {email").replace(
        "    contact:\n", "    contact: *c\n"
    )
    for id in ("ceo", "csm"):
        code, now, err = edited(f"set {id} email=b@x.org", text, tmp_path, monkeypatch)
        assert code == 2 and now == text and "stands for other places too" in err


def test_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = '{"organisation": "N", "positions": [\n  {"id": "a", "attributes": {"b": "1"}}\n]}\n'
    command = "set a email=x@y.org attributes.c=2"
    code, now, err = edited(command, text, tmp_path, monkeypatch, "org.json")
    new = '{"id": "a", "contact": {"email": "x@y.org"}, "attributes": {"b": "1", "c": "2"}}'
    assert (code, now) == (0, text.replace('{"id": "a", "attributes": {"b": "1"}}', new)), err


@pytest.mark.parametrize(
    ("entry", "new"),
    [
        ('{"id": "a", "fte": 1}', '{"id": "a", "title": "T", "fte": 1}'),
        ('{"id":"a","fte":1}', '{"id":"a", "title": "T","fte":1}'),
        ('{\n    "id": "a",\n    "fte": 1\n  }',
         '{\n    "id": "a",\n    "title": "T",\n    "fte": 1\n  }'),
        ('{"fte": 1,\n   "id": "a"}', '{"fte": 1,\n   "id": "a",\n   "title": "T"}'),
    ],
)  # fmt: skip
def test_a_field_of_json_stands_as_the_one_before_it(
    entry: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a line of its own where that begins one."""
    text = f'{{"organisation": "N", "positions": [\n  {entry}\n]}}\n'
    code, now, err = edited("set a title=T", text, tmp_path, monkeypatch, "org.json")
    assert (code, now) == (0, text.replace(entry, new)), err


PEOPLE = (
    "Staff list 2027\r\n"
    "\r\n"
    "ID;First name;Last name;Manager;Email;Cost\r\n"
    '1;Ada;Okafor;;a@x.org;"12"\r\n'
    "2;Ben;Li;Ada Okafor;;\r\n"
    "3;;;Ben Li;;\r\n"
)


@pytest.mark.parametrize(
    ("command", "old", "new"),
    [
        ("set 2 email=b@x.org attributes.Cost=5", "Ada Okafor;;\r", "Ada Okafor;b@x.org;5\r"),
        ("set 1 attributes.Cost=", '"12"', '""'),
        ("hire 3 'Cy Dane'", "3;;;", "3;Cy;Dane;"),
        ("set 2 holder='Bo Lind'", "2;Ben;Li;Ada Okafor;;\r\n3;;;Ben Li",
         "2;Bo;Lind;Ada Okafor;;\r\n3;;;Bo Lind"),
        ("leave 2", "2;Ben;Li;Ada Okafor;;\r\n3;;;Ben Li", "2;;;Ada Okafor;;\r\n3;;;2"),
    ],
)  # fmt: skip
def test_tables(
    command: str, old: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Columns of contacts and attributes, names in two columns, rows that name who leaves."""
    code, text, err = edited(command, PEOPLE, tmp_path, monkeypatch, "people.csv")
    assert PEOPLE.count(old) == 1 and (code, text) == (0, PEOPLE.replace(old, new)), err


@pytest.mark.parametrize("name", ["Mary Ann Lee", "Cher"])
def test_names_that_are_not_parted(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, text, err = edited(f"hire 3 '{name}'", PEOPLE, tmp_path, monkeypatch, "people.csv")
    assert code == 2 and text == PEOPLE
    assert f"where the first name of `{name}` ends is not clear" in err


def test_a_new_row_where_the_first_column_has_no_heading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What parts the cells is seen at another column."""
    text = ";id;title;reports_to\nx;1;A;\ny;2;B;1\n"
    command = "add --title C --to 1 --id 3"
    code, now, err = edited(command, text, tmp_path, monkeypatch, "people.csv")
    assert (code, now) == (0, text + ";3;C;1\n"), err


WIDE = (
    "Staff list 2027\r\n"
    "\r\n"
    "ID;First name;Last name;Manager;Email;Cost;Status;End date\r\n"
    '1;Ada;Okafor;;a@x.org;"12";;\r\n'
    "2;Ben;Li;Ada Okafor;;;;\r\n"
    "3;;;Ben Li;;;closed;2027-12-31\r\n"
)


def test_a_column_is_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command = "close 3 --end 2027-12-31"
    code, text, err = edited(command, PEOPLE, tmp_path, monkeypatch, "people.csv")
    assert code == 2 and text == PEOPLE and "write --add-column" in err
    flags = f"{command} --add-column"
    code, text, err = edited(f"{flags} --dry-run", PEOPLE, tmp_path, monkeypatch, "people.csv")
    assert code == 0 and text == PEOPLE and "+3;;;Ben Li;;;closed;2027-12-31" in err
    code, text, err = edited(flags, PEOPLE, tmp_path, monkeypatch, "people.csv")
    assert (code, text) == (0, WIDE), err
    code, again, err = edited("close 2 --add-column", text, tmp_path, monkeypatch, "people.csv")
    assert (code, again) == (0, text.replace("Okafor;;;;", "Okafor;;;closed;")), err


@pytest.mark.parametrize(
    ("command", "text", "new"),
    [
        ("close 2", "id,title,reports_to\n1,A,\n2,B,1",
         "id,title,reports_to,status\n1,A,,\n2,B,1,closed"),
        ("close 2", '"id","title","reports_to"\n"1","A",""\n"2","B","1"\n',
         '"id","title","reports_to","status"\n"1","A","",""\n"2","B","1","closed"\n'),
        ("set 1 attributes.Room=B", "ID\tTitle\tManager ID\n1\t\"two\nlines\"\t\n2\tB\t1\n\n",
         "ID\tTitle\tManager ID\tRoom\n1\t\"two\nlines\"\t\tB\n2\tB\t1\t\n\n"),
        ("close 2", "id,title,reports_to,\n1,A,,\n2,B,1,\n",
         "id,title,reports_to,,status\n1,A,,,\n2,B,1,,closed\n"),
        ("set 2 email=x@y.org", "ID,Title,Manager ID\n1,A,\n2,B,1\n",
         "ID,Title,Manager ID,Email\n1,A,,\n2,B,1,x@y.org\n"),
        ("add --title C --to 1 --id 3 --department D", "id,title,reports_to\n1,A,\n2,B,1\n",
         "id,title,reports_to,department\n1,A,,\n2,B,1,\n3,C,1,D\n"),
    ],
)  # fmt: skip
def test_columns_as_the_table_has_them(
    command: str, text: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Headings in small letters, quotes, cells of several lines, blank lines."""
    flags = f"{command} --add-column"
    code, now, err = edited(flags, text, tmp_path, monkeypatch, "people.csv")
    assert (code, now) == (0, new), err


def test_no_column_is_added_below_headings_that_are_not_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two columns of one heading are read under two names, of which the file has one."""
    text = "id,note,note,reports_to\n1,A,,\n2,B,,1\n"
    command = "close 2 --add-column"
    code, now, err = edited(command, text, tmp_path, monkeypatch, "people.csv")
    assert code == 2 and now == text
    assert "people.csv: the row of the headings is not found" in err


def test_a_column_that_would_be_read_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row that is too short has no place for the new cell."""
    text = "id,title,reports_to,note\n1,A,,x\n2,B,1\n"
    command = "close 2 --add-column"
    code, now, err = edited(command, text, tmp_path, monkeypatch, "people.csv")
    assert code == 2 and now == text
    assert "the row of `2` has no cell for `status`" in err
