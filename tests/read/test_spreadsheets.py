"""Spreadsheets of every format are read as the CSV of their sheet; hostile ones are refused."""

import io
import random
import struct
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgcli.model.findings.finding import Finding, Place
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.organisation.project import read_project
from orgcli.read.tables.files.spreadsheet import spreadsheet_entries
from workbooks import (
    Cell,
    compound,
    letters,
    ods,
    ods_of,
    packed,
    xls,
    xlsb,
    xlsx,
    xlsx_parts,
)

WRITERS = {"xlsx": xlsx, "ods": ods, "xlsb": xlsb, "xls": xls}
PEOPLE: list[list[Cell]] = [
    ["Employee ID", "Name", "Manager ID", "FTE", "Remote"],
    ["007", "Ada Okafor", None, 1.0, True],
    [8, "José Muñoz", "007", 0.5, False],
    [9.0, "Zoë Li", 8.0, 0.1 + 0.2, None],
]
SAMPLES = Path(__file__).parents[3] / "shared/data/pypi-samples"

formats = pytest.mark.parametrize("ending", WRITERS)


def entries(raw: bytes, name: str = "people.xlsx", **options: object) -> Entries:
    found = spreadsheet_entries(name, raw, TableOptions(**options))  # type: ignore[arg-type]
    assert isinstance(found, Entries), found
    return found


def refused(raw: bytes, name: str = "people.xlsx", **options: object) -> Finding:
    found = spreadsheet_entries(name, raw, TableOptions(**options))  # type: ignore[arg-type]
    assert isinstance(found, Finding)
    return found


@formats
def test_cells_become_the_texts_of_a_table(ending: str) -> None:
    records = entries(WRITERS[ending]({"People": PEOPLE})).records
    assert [record.get("id") for record in records] == ["007", "8", "9"]
    assert [record.get("holder") for record in records] == ["Ada Okafor", "José Muñoz", "Zoë Li"]
    assert [record.get("reports_to") for record in records] == [None, "007", "8"]
    assert [record.get("fte") for record in records] == ["1", "0.5", "0.3"]
    remote = [record.get("attributes") for record in records]
    assert remote == [{"Remote": "true"}, {"Remote": "false"}, None]


@formats
def test_places_are_cells(ending: str) -> None:
    table = [[None], [None, None, *PEOPLE[0]], *([None, None, *row] for row in PEOPLE[1:])]
    found = entries(WRITERS[ending]({"All, staff": table}))
    assert found.place(1, "reports_to") == Place("people.xlsx", 4, 5, 4, 6, "All, staff!E4")
    assert str(found.place(2)) == "people.xlsx!All, staff:C5"
    assert found.key_place(0, "holder").cell == "All, staff!D2"


@pytest.mark.parametrize("writer", [xlsx, ods])
def test_dates_and_times(writer: Callable[..., bytes]) -> None:
    seen = [date(2027, 1, 31), datetime(2027, 1, 31, 10, 5), time(6, 30)]
    raw = writer({"S": [["id", "start", "Seen", "Shift"], ["a", date(2020, 4, 13), *seen[1:]]]})
    (record,) = entries(raw).records
    assert record["start"] == "2020-04-13"
    assert record["attributes"] == {"Seen": "2027-01-31 10:05:00", "Shift": "06:30:00"}


def test_a_duration_is_a_text() -> None:
    raw = xlsx({"S": [["id", "Tenure"], ["a", timedelta(days=1, hours=6)]]})
    assert entries(raw).records[0]["attributes"] == {"Tenure": "1 day, 6:00:00"}


@formats
def test_errors_are_empty_and_said_once_for_each_kind_and_column(ending: str) -> None:
    rows: list[list[Cell]] = [["id", "name", "manager"], [1, "Ada", None], [2, "Ben", "#N/A"],
                              [3, "Cy", "#REF!"], [4, "#N/A", "#N/A"]]  # fmt: skip
    found = entries(WRITERS[ending]({"P": rows}))
    assert all("reports_to" not in record for record in found.records)
    said = [(one.place.cell, one.message) for one in found.findings if one.code == "ORG019"]
    assert said == [
        ("P!B5", "`#N/A` in `name` is read as an empty cell"),
        ("P!C3", "`#N/A` in `manager` is read as an empty cell, here and in 1 more"),
        ("P!C4", "`#REF!` in `manager` is read as an empty cell"),
    ]


@formats
def test_blank_rows_and_columns_and_titles(ending: str) -> None:
    rows: list[list[Cell]] = [
        ["Staff list", None, None, None], [None] * 4, ["id", None, "name", "manager"],
        ["a", None, "Ada", None], [None] * 4, ["b", None, "Ben", "a"],
    ]  # fmt: skip
    found = entries(WRITERS[ending]({"P": rows}))
    assert [record["id"] for record in found.records] == ["a", "b"]
    assert list(found.headings) == ["id", "name", "manager"]
    assert found.place(1, "reports_to").cell == "P!D6"


def test_a_cell_merged_over_rows_stands_in_each() -> None:
    rows: list[list[Cell]] = [["id", "department"], ["a", "Sales"], ["b", None], ["c", None],
                              ["d", "Legal"]]  # fmt: skip
    found = entries(xlsx({"P": rows}, merged={"P": "B2:C4"}))
    departments = [record.get("department") for record in found.records]
    assert departments == ["Sales", "Sales", "Sales", "Legal"]


LINES: list[list[Cell]] = [["id", "name", "manager"], ["a", "Ada", None]]


def test_the_sheet_that_names_fields_is_read() -> None:
    notes: list[list[Cell]] = [["How to use this file"], ["Write a row per person"]]
    units: list[list[Cell]] = [["id", "department", "parent"], ["s", "Sales", None]]
    raw = xlsx({"Read me": notes, "Units": units, "People": LINES, "Empty": []})
    assert entries(raw).records[0]["holder"] == "Ada"
    assert entries(raw, sheet=" units").records[0]["id"] == "s"
    wrong = refused(raw, sheet="Peple")
    assert (wrong.code, wrong.help) == ("ORG005", "did you mean `--sheet People`?")


def test_two_sheets_with_the_same_right_are_asked_about() -> None:
    found = refused(xlsx({"Jan": LINES, "Feb 27": LINES}))
    assert (found.code, found.message) == ("ORG005", "several sheets could hold the positions")
    assert found.help == "choose with `--sheet Jan`; the sheets are `Jan`, `Feb 27`"
    assert len(entries(xlsx({"Jan": LINES, "Feb": LINES}, hidden=["Jan"])).records) == 1


def test_sheets_without_known_headings_are_asked_about_unless_they_are_mapped() -> None:
    rows: list[list[Cell]] = [["Kürzel", "Wer", "Über"], ["a", "Ada", None]]
    raw = xlsx({"Eins": [["x"]], "Zwei": rows})
    assert "no sheet has headings that are known" in refused(raw).message
    mapping = (("id", "Kürzel"), ("holder", "Wer"), ("reports_to", "Über"))
    assert entries(raw, columns=mapping).records == [{"id": "a", "holder": "Ada"}]


def test_lines_above_the_headings_are_skipped_as_told() -> None:
    rows: list[list[Cell]] = [["id", "name", "manager"], ["x", "y", None], *LINES]
    assert [one["id"] for one in entries(xlsx({"P": rows}), skip=2).records] == ["a"]


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row>'


def with_sheet(body: str) -> bytes:
    parts = xlsx_parts({"S": [["id"]]})
    parts["xl/worksheets/sheet1.xml"] = (
        f'<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/>'
        f"<sheetData>{HEAD}{body}</sheetData></worksheet>"
    )
    return packed(parts)


@pytest.mark.parametrize(
    "far",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
        '<row r="1048576"><c r = "xfd1048576"><v>1</v></c></row>',
        f'<x:row xmlns:x="{MAIN}" r="1048576"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>',
        f'<row r="1048576">{"<c><v>1</v></c>" * 16000}</row>',
        '<row r="4294967295"><c><v>1</v></c></row>',
        '<row r="3"><c r="ZZZZZZ3"><v>1</v></c></row>',
    ],
)
def test_a_cell_far_away_takes_no_memory(far: str) -> None:
    assert refused(with_sheet(far)).code == "ORG009"


def test_cells_with_nothing_but_a_format_are_no_cells() -> None:
    far = "".join(f'<row r="{row}"><c r="XFD{row}" s="1"/></row>' for row in range(3, 3000))
    assert not entries(with_sheet(far)).records


def test_far_away_in_the_other_formats() -> None:
    cell = 'office:value-type="float" office:value="1"'
    table = (
        '<table:table table:name="P"><table:table-row table:number-rows-repeated="1048576">'
        f'<table:table-cell table:number-columns-repeated="16384" {cell}/></table:table-row>'
        "</table:table>"
    )
    assert refused(ods_of(table)).code == "ORG009"
    far = bytearray(xls({"S": [["id", "name"], [1, "a"]]}))
    at = far.find(struct.pack("<HH", 0x203, 14))
    far[at + 4 : at + 8] = struct.pack("<HH", 65535, 65535)
    assert refused(bytes(far)).code == "ORG009"
    lying = bytearray(xls({"S": [["id", "name"], [1, "a"]]}))
    at = lying.find(struct.pack("<HH", 0x200, 14))
    lying[at + 4 : at + 16] = struct.pack("<IIHH", 0, 0xFFFFFFFF, 0, 65535)
    assert refused(bytes(lying)).code == "ORG009"
    parts = _parts(xlsb({"S": [["id", "name"], [1, "a"]]}))
    end, row = b"\x92\x01\x00", struct.pack("<IIHHBI", 1_048_575, 0, 300, 0, 0, 0)
    value = struct.pack("<IId", 16_383, 0, 1.0)
    wide = b"\0" + bytes([len(row)]) + row + b"\5" + bytes([len(value)]) + value + end
    parts["xl/worksheets/sheet1.bin"] = parts["xl/worksheets/sheet1.bin"].replace(end, wide)
    assert refused(packed(parts)).code == "ORG009"


def _parts(raw: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(raw))
    return {name: archive.read(name) for name in archive.namelist()}


def test_one_long_text_in_very_many_cells_takes_no_memory() -> None:
    rows: list[list[Cell]] = [["id", "name"], ["a", "x" * 60_000]]
    parts = xlsx_parts({"S": rows})
    cells = "".join(
        f'<row r="{row}">'
        + "".join(f'<c r="{letters(at)}{row}" t="s"><v>3</v></c>' for at in range(20))
        + "</row>"
        for row in range(3, 3000)
    )
    sheet = str(parts["xl/worksheets/sheet1.xml"]).replace("</sheetData>", cells + "</sheetData>")
    parts["xl/worksheets/sheet1.xml"] = sheet
    assert refused(packed(parts)).message == "the cells of the sheet repeat too much text"


def test_a_bomb_is_not_unpacked() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in xlsx_parts({"S": [["id"]]}).items():
            archive.writestr(name, part)
        with archive.open("xl/worksheets/sheet2.xml", "w") as part_stream:
            for _ in range(650):
                part_stream.write(b" " * (1 << 20))
    assert refused(stream.getvalue()).code == "ORG009"


def test_a_size_that_is_a_lie_is_damage() -> None:
    parts = xlsx_parts({"S": [["id", "name"], [1, "a"]]})
    raw = bytearray(packed({**parts, "xl/sharedStrings.xml": b"<sst>" + b" " * (5 << 20)}))
    at = raw.find(b"xl/sharedStrings.xml", raw.find(b"PK\1\2"))
    raw[at - 46 + 24 : at - 46 + 28] = struct.pack("<I", 100)
    assert refused(bytes(raw)).code == "ORG001"


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("a.xlsx", compound({"EncryptedPackage": b"x"}), "the workbook is protected by a password"),
        ("a.doc", compound({"WordDocument": b"x"}), "this is a Word document, which is not read"),
        ("a.ppt", compound({"Thing": b"x"}), "this is a packed file of an office program"),
        ("a.docx", packed({"word/document.xml": "x"}), "this is a Word document, which is not"),
        ("a.pptx", packed({"ppt/a.xml": "x"}), "this is a PowerPoint presentation, which is not"),
        ("a.odt", packed({"content.xml": "<x/>"}), "this is a document of LibreOffice, which"),
        ("a.numbers", packed({"Index/Tables/a.iwa": "x"}), "this is a spreadsheet of Numbers"),
        ("a.zip", packed({"b.csv": "id"}), "this is a zip archive with `b.csv`, which is not read"),
        ("a.xlsx", packed({"b.csv": "id"}), "the file is damaged and cannot be read"),
        ("a.xlsx", b"PK\3\4\x14\0", "the file is damaged and cannot be read"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "the file is damaged and cannot be read"),
        ("a.xlsx", xlsx({"S": []}), "nothing is written in this workbook"),
    ],
)
def test_what_else_a_packed_file_is(name: str, raw: bytes, message: str) -> None:
    found = refused(raw, name)
    assert found.message.startswith(message)
    assert found.help


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("a.pdf", b"%PDF-1.7\n\xe2\xe3", "this is a PDF document, not text"),
        ("a.csv", b"\x89PNG\r\n\x1a\n\0\0", "this is an image (PNG), not text"),
        ("a.csv.gz", b"\x1f\x8b\x08\0\0", "this is packed by gzip, not text"),
        ("a.db", b"SQLite format 3\0\x10", "this is an SQLite database, not text"),
        ("a.xls", b"<html><body><table><tr><td>id", "this seems to be an HTML page"),
        ("a.xls", b'<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:'
         b'spreadsheet"/>', "this seems to be a workbook in the XML of Excel 2003"),
        ("a.xml", b'<?xml version="1.0"?>\n<people/>', "this seems to be an XML export"),
    ],
)  # fmt: skip
def test_what_no_table_is(tmp_path: Path, name: str, raw: bytes, message: str) -> None:
    file = tmp_path / name
    file.write_bytes(raw)
    (found,) = read_project([file]).findings
    assert found.message.startswith(message)
    assert found.help


def test_text_that_is_called_a_workbook_is_read_as_the_table_it_is(tmp_path: Path) -> None:
    file = tmp_path / "people.xls"
    file.write_bytes("id\tname\tmanager\n1\tJosé\t\n2\tBen\t1\n".encode("cp1252"))
    project = read_project([file])
    assert [one.id for one in project.organisations[0].positions] == ["1", "2"]
    assert [one.code for one in project.findings] == ["ORG017"]


CELLS = st.one_of(
    st.none(),
    st.text("ab é,;\"'<&\n0", min_size=1, max_size=5),
    st.integers(-(10**9), 10**9),
    st.booleans(),
    st.floats(-1e6, 1e6).map(lambda value: round(value, 3)),
)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=6))
def test_formats_give_the_same_records(rows: list[list[Cell]]) -> None:
    table: list[list[Cell]] = [
        ["id", "name", "Notes"],
        *([f"p{at}", *row[1:]] for at, row in enumerate(rows)),
    ]
    read = [entries(writer({"S": table})) for writer in WRITERS.values()]
    assert [one.records for one in read[1:]] == [read[0].records] * (len(read) - 1)


@formats
def test_damaged_bytes_never_raise(ending: str) -> None:
    raw = WRITERS[ending]({"People": PEOPLE, "Notes": [["x"]]})
    chance = random.Random(ending)
    for _ in range(150):
        broken = bytearray(raw)
        for _ in range(chance.choice((1, 1, 3, 20))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        cut = chance.randrange(len(broken)) if chance.random() < 0.3 else len(broken)
        spreadsheet_entries(f"a.{ending}", bytes(broken[:cut]), TableOptions())


@pytest.mark.parametrize("ending", ["xlsx", "ods", "xlsb"])
def test_damaged_parts_never_raise(ending: str) -> None:
    parts = _parts(WRITERS[ending]({"People": PEOPLE, "Notes": [["x"]]}))
    names = [*parts]
    chance = random.Random(ending)
    for _ in range(200):
        broken = dict(parts)
        name, other = chance.choice(names), chance.choice(names)
        kind = chance.randrange(4)
        if kind == 0:
            broken[name] = parts[other]
        elif kind == 1:
            del broken[name]
        else:
            part = bytearray(parts[name])
            for _ in range(chance.choice((1, 5))):
                at = chance.randrange(len(part) + 1)
                part[at : at + chance.randrange(4)] = chance.randbytes(chance.randrange(4))
            broken[name] = bytes(part)
        spreadsheet_entries(f"a.{ending}", packed(broken), TableOptions())


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples of others are not there")
@pytest.mark.parametrize("name", ["sample_excel.xlsx", "sample_org.xlsx"])
def test_workbooks_of_others(name: str) -> None:
    project = read_project([SAMPLES / name])
    assert len(project.organisations[0].positions) == 14
    assert not [one for one in project.findings if one.code not in ("ORG012", "ORG013", "ORG014")]


def test_a_panic_of_the_reader_is_a_finding_alone(capfd: pytest.CaptureFixture[str]) -> None:
    """Cells that name texts of a list which is not there."""
    with zipfile.ZipFile(io.BytesIO(xlsb({"P": [["id", "name"], ["a", "Ada"]]}))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.bin"
    head = struct.pack("<II", 0, 0)
    parts[name] = parts[name].replace(b"\x06\x10" + head, b"\x07\x10" + head)
    assert "cannot be read" in refused(packed(parts)).message
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("fault", ["cut", "unclosed", "entities"])
def test_a_table_that_is_never_closed_is_no_wait_without_end(fault: str) -> None:
    with zipfile.ZipFile(io.BytesIO(ods({"P": PEOPLE}))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    content = parts["content.xml"]
    parts["content.xml"] = {
        "cut": content[: content.rindex(b"</table:table-row>")],
        "unclosed": content.replace(b"</table:table>", b"</table:wle>"),
        "entities": b'<!DOCTYPE x [<!ENTITY a "b">]>' + content,
    }[fault]
    assert refused(packed(parts), "people.ods").code == "ORG001"


@pytest.mark.parametrize("size", [0, 1, 2, 8, 20, 0xFFFF])
def test_sectors_of_a_size_that_the_format_does_not_have(size: int) -> None:
    raw = bytearray(xls({"P": PEOPLE}))
    raw[30:32] = struct.pack("<H", size)
    raw[68:72] = bytes(4)  # more of the table of sectors
    assert refused(bytes(raw), "people.xls").code == "ORG001"
