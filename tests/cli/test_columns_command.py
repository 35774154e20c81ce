"""What was read of tables: on stderr, by `orgcli columns`, and by the settings of tables."""

import json
import tomllib
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command_line import run_in
from orgcli import TableOptions, read_project
from orgcli.cli.columns.listing import columns_markdown, columns_table
from orgcli.cli.columns.notes import table_line
from orgcli.cli.inputs import Inputs
from orgcli.model.findings.finding import Place
from orgcli.model.table_reading import ColumnReading, RowsLeftOut, TableReading
from orgcli.model.table_settings import DateFormat, delimiter_of, encoding_of
from orgcli.read.entries import DATE_FORMATS
from orgcli.render.view import Page

TABLE = "Ref,Name,Task,Boss\n1,Ada,Head,TOP\n2,Ben,Clerk,1\n"
MAPS = "--map id=Ref --map reports_to=Boss --root-token TOP"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "people.csv").write_text(TABLE, "utf-8")
    return tmp_path


def reading(*columns: ColumnReading, file: str = "people.csv", **more: object) -> TableReading:
    sources = {name: column.heading for column in columns for name in column.fields}
    return TableReading(file, "CSV", 171, 170, sources, columns, **more)  # type: ignore[arg-type]


def column(heading: str, *fields: str, **more: object) -> ColumnReading:
    place = lambda row: Place("people.csv", row + 2)  # noqa: E731
    cells = ["Full-Time", "active", " ", "Intern"]
    return ColumnReading(heading, fields, fields, cells, cells, place=place, **more)  # type: ignore[arg-type]


def test_cells_that_do_not_fit_are_counted_and_the_first_is_named() -> None:
    one = column("Employment Status", "status", misfits=[0, 3])
    assert (one.filled, one.fitting, one.examples) == (3, 1, ("active",))
    assert one.reason == 'not read: "Full-Time", row 2 and 1 more'
    unread = column(
        "Employment Status", obstacle='not read as status: "Full-Time", row 2 and 2 more'
    )
    assert (unread.fitting, unread.reason) == (None, unread.obstacle)
    table = reading(one, unread)
    assert [*table.partly_read("status")] == [one]
    assert [*table.partly_read()] == [one, unread]
    shown = columns_table([table], Page(100))
    assert "1 of 3" in shown and 'not read: "Full-Time", row 2 and 1 more' in shown
    assert "2 columns not read in full; 1 column kept as an attribute" in table_line(
        table, Inputs(paths=("people.csv",))
    )


def test_rows_that_are_left_out_are_said() -> None:
    footers = RowsLeftOut("footer", 2, "Grand total: 2", Place("people.csv", 173))
    table = reading(column("ID", "id"), left_out=[footers])
    line = table_line(table, Inputs(paths=("people.csv",)))
    assert line == (
        "people.csv: 171 rows, 170 positions; id = ID; 1 row merged; 2 rows left out; "
        "orgcli columns people.csv shows all"
    )
    said = '2 rows left out (footer): row 173 "Grand total: 2" and 1 more'
    assert said in columns_table([table], Page(100))


@given(
    st.lists(st.text(min_size=1, max_size=200), min_size=1, max_size=30, unique=True),
    st.text("abc/ ", min_size=1, max_size=60),
)
def test_a_line_takes_two_lines_of_a_terminal_and_no_text_is_obeyed(
    headings: list[str], file: str
) -> None:
    fields = ["id", "reports_to", "title", "holder", "department", "location", *"abcdefghi"]
    columns = [column(heading, field) for heading, field in zip(headings, fields, strict=False)]
    rest = [column(heading) for heading in headings[len(fields) :]]
    table = reading(*columns, *rest, file=file)
    assert len(table_line(table, Inputs())) <= 200 + len(file)
    for shown in (columns_table([table], Page(60)), columns_markdown([table], Page())):
        assert not any(ord(letter) < 32 and letter != "\n" for letter in shown)
        assert "<" not in columns_markdown([table], Page())


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (f"validate people.csv {MAPS}", True),
        (f"validate people.csv {MAPS} -q", False),
        (f"validate people.csv {MAPS} -s", False),
        (f"validate people.csv {MAPS} -f json", True),
        (f"chart people.csv {MAPS} -f tree", True),
        ("validate org.yaml", False),
        ("chart org.yaml -f tree", False),
    ],
)
def test_a_table_that_is_read_says_so_once(
    here: Path, monkeypatch: pytest.MonkeyPatch, words: str, says: bool
) -> None:
    (here / "org.yaml").write_text("organisation: N\npositions:\n  - {id: ceo}\n", "utf-8")
    code, out, err = run_in(here, f"orgcli {words}", monkeypatch)
    line = "people.csv: 2 rows, 2 positions; id = Ref, reports to = Boss, holder = Name"
    assert (code, err.count(line)) == (0, int(says))
    assert line not in out
    if "json" in words:
        json.loads(out)


def test_many_tables_take_few_lines(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"{number}.csv" for number in range(12)]
    for name in names:
        (here / name).write_text(TABLE, "utf-8")
    _, _, err = run_in(here, f"orgcli validate {' '.join(names)} {MAPS}", monkeypatch)
    assert err.count("2 rows") == 5
    assert err.endswith("and 7 more tables; --columns shows all\n")


@pytest.mark.parametrize(
    ("flag", "help"),
    [
        ("--encoding utf9", "did you mean `utf-8`?"),
        ("--encoding base64", "that Python knows"),
        ("--encoding idna", "that Python knows"),
        ("--delimiter tabb", "did you mean `tab`?"),
        ("--delimiter x", "write one character"),
        ("--date-format dayfirst", "did you mean `day-first`?"),
        ("--skip -1", "greater than or equal to 0"),
        ("--skip x", "integer"),
    ],
)
@pytest.mark.parametrize("command", ["validate", "chart", "columns", "advise"])
def test_flags_of_tables_are_judged_where_they_are_read(
    here: Path, monkeypatch: pytest.MonkeyPatch, command: str, flag: str, help: str
) -> None:
    code, out, err = run_in(here, f"orgcli {command} people.csv {flag}", monkeypatch)
    assert (code, out) == (2, "")
    assert help in err


def test_encodings_and_delimiters_have_several_names() -> None:
    assert encoding_of("latin1") == encoding_of("ISO-8859-1") == "iso8859-1"
    assert encoding_of("ansi\0") is None
    assert [*map(delimiter_of, ("tab", "\t", "\\t", "Semicolon", ";", "pipe", "~"))] == [
        "\t", "\t", "\t", ";", ";", "|", "~",
    ]  # fmt: skip
    assert [*map(delimiter_of, ("", "a", "7", '"', "\n", ";;"))] == [None] * 6
    assert get_args(DateFormat) == DATE_FORMATS


def test_the_command_line_wins_over_include_and_that_over_the_configuration(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "orgcli.toml").write_text(
        '[[tables]]\nfiles = "*.csv"\nroot-token = "TOP"\n'
        'map = {id = "Name", reports_to = "Boss", title = "Ref"}\n',
        "utf-8",
    )
    (here / "org.yaml").write_text(
        "organisation: N\ninclude: {files: people.csv, map: {id: Ref, title: Task}}\n", "utf-8"
    )
    line = "id = {}, reports to = Boss, title = {}"
    for words, expected in {
        "people.csv": line.format("Name", "Ref"),
        "org.yaml": line.format("Ref", "Task"),
        "people.csv org.yaml": line.format("Ref", "Task"),
        "org.yaml --map title=Boss": line.format("Ref", "Boss"),
        "- --stdin-filename people.csv": line.format("Ref", "Task"),
        "- --stdin-filename other.csv": line.format("Name", "Ref"),
    }.items():
        _, _, err = run_in(here, f"orgcli validate {words}", monkeypatch, TABLE.encode())
        assert expected in err, words


def test_nearer_tables_come_before_those_of_an_extended_file(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "base.toml").write_text(
        '[[tables]]\nfiles = ["*.csv", "!b.csv"]\nmap = {id = "Ref"}\nskip = 0\n', "utf-8"
    )
    (here / "orgcli.toml").write_text(
        'extend = "base.toml"\n[tables]\nfiles = "c.csv"\nmap = {id = "Name"}\n'
        'delimiter = "semicolon"\nencoding = "ansi_x3.4_1968"\n',
        "utf-8",
    )
    _, out, _ = run_in(here, "orgcli validate --show-settings", monkeypatch)
    found = tomllib.loads(out)["tables"]
    assert found == [
        {"files": ["c.csv"], "map": {"id": "Name"}, "delimiter": ";", "encoding": "ascii"},
        {"files": ["*.csv", "!b.csv"], "map": {"id": "Ref"}, "skip": 0},
    ]
    (here / "again.toml").write_text(out, "utf-8")
    _, again, _ = run_in(here, "orgcli validate --show-settings --config again.toml", monkeypatch)
    assert tomllib.loads(again) == tomllib.loads(out)


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ('file = "x"', "unknown field `file`"),
        ('files = "x"\nencoding = "utf9"', "`encoding` is `utf9`; no encoding has this name"),
        ('files = "x"\ndelimiter = ";;"', "`delimiter` is `;;`; expected one character"),
        ('files = "x"\nskip = -1', "`skip` is `-1`; expected at least 0"),
        ('files = "x"\ndate-format = "dayfirst"', "did you mean `day-first`?"),
        ('files = "x"\nmap = {idd = "Ref"}', "did you mean `id`?"),
        ('files = "x"\nmap = "id"', "`map` is `id`; expected a mapping"),
        ("files = []", "`files` has 0 items; expected at least 1"),
        ('title = "x"', "`files` is missing"),
        ('files = "a/[z-a]"', "is no glob"),
    ],
)
def test_tables_of_the_configuration_are_judged(
    here: Path, monkeypatch: pytest.MonkeyPatch, table: str, says: str
) -> None:
    (here / "orgcli.toml").write_text(f"[[tables]]\n{table}\n", "utf-8")
    code, out, err = run_in(here, "orgcli validate people.csv", monkeypatch)
    assert (code, out) == (2, "")
    assert says in err


def test_strict_writes_nothing(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "people.csv").write_text(f"{TABLE}3,Kim,Clerk,9\n", "utf-8")
    code, _, err = run_in(here, f"orgcli chart people.csv {MAPS} --strict", monkeypatch)
    assert code == 1 and not (here / "people.svg").exists()
    assert err.startswith("1 error, so nothing is written (--strict): orgcli validate people.csv ")
    code, _, err = run_in(here, f"orgcli chart people.csv {MAPS} -f tree -o x.txt", monkeypatch)
    assert code == 0 and (here / "x.txt").exists()
    assert "\n1 error, so the chart may be wrong: orgcli validate people.csv --map" in err


def test_the_python_api_takes_options_of_tables(here: Path) -> None:
    columns = (("id", "Ref"), ("reports_to", "Boss"))
    options = TableOptions(columns=columns, root_token="TOP", title="Umbrafold")
    project = read_project([here / "people.csv"], options=options)
    assert [one.reports_to for one in project.organisations[0].positions] == [None, "1"]
    assert project.organisations[0].name == "Umbrafold"
    (table,) = project.tables
    assert table.sources == {"id": "Ref", "reports_to": "Boss", "holder": "Name"}
    assert [*table.attributes] == ["Task"]
