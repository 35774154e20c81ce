"""Every structural rule of the government's validator: tables that break it, others that do not."""

from pathlib import Path

import pytest
from organogram_official import DEPARTMENT, NAME, Row, faults
from organogram_tables import JUNIOR, SENIOR, found, juniors, post, write

TOP = post("1", "XX")
CHAIN = [post(str(number), str(number - 1)) for number in range(2, 95)]

RULES: list[tuple[str, list[Row], list[Row], str, str]] = [
    # name of the case, senior rows, junior rows, the official fault or "", our code or ""
    ("a top", [TOP], [], "", ""),
    ("a top in small letters", [post("1", "xx")], [], "", ""),
    ("several tops", [TOP, post("2", "XX"), post("3", "xx")], [], "", ""),
    ("no top", [post("1", "2"), post("2", "2")], [], "no top post", "ORG105"),
    ("the top is eliminated", [post("1", "XX", "Eliminated"), post("2", "1")], [],
     "no top post", "ORG105"),
    ("headings alone", [], [], "no top post", "ORG105"),
    ("all eliminated", [post("1", "XX", "Eliminated")], [], "no top post", "ORG105"),
    ("to itself", [TOP, post("2", "2")], [], "reports to itself", "ORG103"),
    ("the top to itself", [post("1", "1"), post("2", "XX")], [], "reports to itself", "ORG103"),
    ("to an unknown post", [TOP, post("2", "9")], [], "unknown post", "ORG102"),
    ("to a post of other case", [post("A1", "XX"), post("2", "a1")], [], "unknown post", "ORG102"),
    ("to a post without its zeros", [post("01", "XX"), post("2", "1")], [],
     "unknown post", "ORG102"),
    ("to an eliminated post", [TOP, post("2", "1", "Eliminated"), post("3", "2")], [],
     "unknown post", "ORG107"),
    ("to nothing", [TOP, post("2", "")], [], "unknown post", "ORG006"),
    ("white space around references", [post(" 1 ", " XX "), post("2\xa0", "1")], [], "", ""),
    ("loop", [TOP, post("2", "3"), post("3", "2"), post("4", "3")], [], "loop", "ORG104"),
    ("long line", [TOP, *CHAIN], [], "", ""),
    ("loop of eliminated posts", [TOP, post("2", "3", "Eliminated"), post("3", "2", "Eliminated")],
     [], "", ""),
    ("loop through an eliminated post", [TOP, post("2", "3", "Eliminated"), post("3", "2")], [],
     "unknown post", "ORG107"),
    ("job share", [TOP, post("2", "1", "A", FTE="0.5", Notes="half"), post("2", "1", "B")], [],
     "", ""),
    ("job share of other grades", [TOP, post("2", "1"), post("2", "1", Unit="Wicks")], [],
     "job share that disagrees", "ORG101"),
    ("job share of other managers", [TOP, post("2", "1"), post("3", "1"), post("2", "3")], [],
     "job share that disagrees", "ORG101"),
    ("equal rows", [TOP, TOP, post("2", "1"), post("2", "1")], [], "", ""),
    ("an eliminated post has the reference of a live one",
     [TOP, post("2", "9", "Eliminated", Unit="Oil"), post("2", "1"), post("3", "2")],
     [juniors("2")], "", ""),
    ("two eliminated posts with one reference",
     [TOP, post("2", "1", "Eliminated"), post("2", "8", "Eliminated", Unit="Oil")], [], "", ""),
    ("0 many times", [TOP, post("0", "XX"), post("0", "1"), post("0", "XX", Unit="N/A")], [],
     "", ""),
    ("0 reports to itself", [TOP, post("0", "1"), post("0", "0", Unit="N/A")], [],
     "reports to itself", "ORG103"),
    ("to 0, which is there", [TOP, post("0", "1"), post("2", "0")], [], "", ""),
    ("to 0, which is not there", [TOP, post("2", "0")], [], "unknown post", "ORG102"),
    ("to 0, of which the last leads up",
     [TOP, post("0", "2"), post("2", "0"), post("0", "1", Unit="Oil")], [], "", ""),
    ("XX as a reference", [TOP, post("XX", "1"), post("XX", "1", Unit="Oil")], [], "", ""),
    ("XX as a reference and as its manager", [TOP, post("XX", "XX")], [],
     "reports to itself", "ORG103"),
    ("juniors", [TOP, post("2", "1")], [juniors("1"), juniors("2"), juniors("2")], "", ""),
    ("juniors below 0", [TOP, post("0", "1")], [juniors("0")], "", ""),
    ("juniors below a vacant post", [TOP, post("2", "1", "Vacant")], [juniors("2")], "", ""),
    ("juniors below nobody", [TOP], [juniors("7")], "junior to unknown", "ORG102"),
    ("juniors below XX", [TOP], [juniors("XX")], "junior to unknown", "ORG102"),
    ("juniors below an eliminated post", [TOP, post("2", "1", "Eliminated")], [juniors("2")],
     "junior to eliminated", "ORG107"),
    ("juniors below a blank", [TOP], [juniors("")], "junior to unknown", "ORG006"),
    ("a blank row prepared for juniors", [TOP],
     [dict.fromkeys(JUNIOR, "") | {DEPARTMENT: "Ministry"}], "junior to unknown", "ORG006"),
    ("a total below the juniors", [TOP],
     [juniors("1"), dict.fromkeys(JUNIOR, "") | {"Number of Posts in FTE": "2.5"}], "", ""),
    ("blank rows", [TOP, dict.fromkeys(SENIOR, " "), dict.fromkeys(SENIOR, "") | {"Valid?": "0"}],
     [dict.fromkeys(JUNIOR, "")], "", ""),
    ("a row without reference and name", [TOP, post("", "1", "")], [], "", ""),
    ("a row without name", [TOP, post("2", "1", "")], [], "", ""),
    ("a note in the column of names", [TOP, dict.fromkeys(SENIOR, "") | {NAME: "Total: 1"}], [],
     "reports to itself", "ORG006"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("senior", "junior", "fault", "code"),
    [pytest.param(*case, id=name) for name, *case in RULES],
)
def test_each_rule(
    tmp_path: Path, senior: list[Row], junior: list[Row], fault: str, code: str
) -> None:
    files = [write(tmp_path / "s.csv", SENIOR, senior), write(tmp_path / "j.csv", JUNIOR, junior)]
    codes = {one.code for one in found(files)}
    assert fault in faults(senior, junior) if fault else not faults(senior, junior)
    assert code in codes if code else not codes
    assert all(one.place.line > 1 or one.code == "ORG105" for one in found(files))


STRICTER: list[tuple[str, list[Row], list[Row], str]] = [
    ("one row without a reference", [TOP, post("", "1", "A")], [], "ORG006"),
    ("juniors of no department below nobody", [TOP],
     [juniors("7", Parent_Department="", Organisation="")], "ORG102"),
    ("juniors below a post that is eliminated in other words",
     [TOP, post("2", "1", "POST ELIMINATED")], [juniors("2")], "ORG107"),
]  # fmt: skip
MILDER: list[tuple[str, list[Row], list[Row]]] = [
    ("the top in mixed case", [post("1", "Xx")], []),
    ("eliminated in other words", [TOP, post("2", "9", "'Eliminated'")], []),
    ("decimals", [post("1.0", "XX"), post("2", "1")], [juniors("2.0")]),
]


@pytest.mark.parametrize("case", STRICTER, ids=lambda case: case[0])
def test_where_we_are_stricter(tmp_path: Path, case: tuple[str, list[Row], list[Row], str]) -> None:
    _name, senior, junior, code = case
    files = [write(tmp_path / "s.csv", SENIOR, senior), write(tmp_path / "j.csv", JUNIOR, junior)]
    assert not faults(senior, junior)
    assert [one.code for one in found(files)] == [code]


@pytest.mark.parametrize("case", MILDER, ids=lambda case: case[0])
def test_where_we_are_milder(tmp_path: Path, case: tuple[str, list[Row], list[Row]]) -> None:
    _name, senior, junior = case
    files = [write(tmp_path / "s.csv", SENIOR, senior), write(tmp_path / "j.csv", JUNIOR, junior)]
    assert faults(senior, junior)
    assert found(files) == []
