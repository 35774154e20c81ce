"""Every rule that can fire on a table points at a row and a column there, to the cell."""

from pathlib import Path

import pytest

from orgcli.check.registry import RULES
from orgcli.check.run import check
from orgcli.model.findings.finding import Finding
from orgcli.model.settings import RuleOptions, Settings
from orgcli.read.entries import TableOptions
from orgcli.read.organisation.files import Files
from orgcli.read.organisation.project import read_project

HEAD = "id,title,holder,manager\n"
TOP = "ceo,Chief,Ana,\n"
ROLES = "id,role id,manager\nceo,ceo,\n"
LEVELS = "id,level,manager\nceo,1,\n"

CASES = [
    # code, the table with marks around the cells of the findings, the limit of the rule
    ("ORG001", HEAD + TOP + "cro,Sales,Li,ceo,«over»\n", None),
    ("ORG001", HEAD + TOP + "cro,«\"»Sales,Li,ceo\n", None),
    ("ORG003", "id,name,«name»,manager\nceo,Ana,Bo,\n", None),
    ("ORG005", "id,«manager id»,supervisor id,name\nceo,,,Ana\nx,ceo,ceo,Bo\ncro,ceo,x,Li\n", None),
    ("ORG006", "«name,start»\nAna,x\nAna,y\n", None),
    ("ORG006", HEAD + TOP + "«,,,ceo»\n", None),
    ("ORG101", HEAD + TOP + "cro,Sales,Li,ceo\n«cro»,Finance,Bo,ceo\n", None),
    ("ORG102", HEAD + TOP + "cro,Sales,Li,«coe»\nvp,Sales,Bo,«\"coe\"»\n", None),
    ("ORG102", HEAD + TOP + "a,Sales,Li,ceo\nb,Sales,Li,ceo\nc,Sales,Bo,«Li»\n", None),
    ("ORG103", HEAD + TOP + "cro,Sales,Li,«cro»\n", None),
    ("ORG104", HEAD + TOP + "cro,Sales,Li,«vp»\nvp,Sales,Bo,cro\n", None),
    ("ORG105", "«»id,title\n", None),
    ("ORG106", HEAD + TOP + "cro,Sales,Li,ceo\n«cfo»,Finance,Bo,\n", None),
    ("ORG107", "id,status,manager\nceo,,\ncro,eliminated,ceo\nvp,,«cro»\n", None),
    ("ORG107", HEAD + TOP + "cro,Sales,Eliminated,ceo\nvp,Sales,Bo,«cro»\n", None),
    ("ORG108", "id,manager,dotted line\nceo,,\ncro,ceo,«coe»\n", None),
    ("ORG109", "id,manager,dotted line\nceo,,\ncro,ceo,«ceo»\n", None),
    ("ORG110", HEAD + TOP + "cro,Sales,Li,ceo\nvp,Sales,«Li»,cro\n", None),
    ("ORG111", HEAD + TOP + "«cro»,Sales,Vacant,ceo\nvp,Sales,Bo,cro\n", None),
    ("ORG112", "id,assistant,manager\nceo,,\npa,«yes»,ceo\nclerk,,pa\n", None),
    ("ORG202", ROLES + "sm,sales-manager,ceo\nvp,vp-sales,«sm»\n", None),
    ("ORG203", ROLES + "cro,cro,ceo\ncso,cso,«ceo»\nvp,vp-sales,cso\n", None),
    ("ORG204", "id,role id,manager\nboard,,\nceo,ceo,board\nceo-2,«ceo»,board\n", None),
    ("ORG205", ROLES + "sdr,«sales-development-representative»,ceo\n", None),
    ("ORG206", ROLES + "cro,«cro»,ceo\n", None),
    ("ORG207", LEVELS + "cfo,3,ceo\ncontroller,«2»,cfo\n", None),
    ("ORG301", HEAD + "«ceo»,Chief,Ana,\ncro,Sales,Li,ceo\ncfo,Money,Bo,ceo\n", 1),
    ("ORG302", HEAD + TOP + "«cro»,Sales,Li,ceo\ncfo,Money,Bo,ceo\nvp,Sales,Cy,cro\n", None),
    ("ORG303", HEAD + TOP + "cro,Sales,Li,ceo\n«vp»,Sales,Cy,cro\n", 2),
    ("ORG304", HEAD + TOP + "«cro»,Sales,TBH,ceo\n", 25),
]  # fmt: skip

NOT_IN_TABLES = {
    "ORG113": "tables have no list of departments",
    "ORG201": "a column of roles holds built-in ones only, or else is mapped, as below",
    "ORG305": "tables have no list of departments",
}


def read(
    folder: Path, code: str, text: str, limit: int | None = None, *columns: tuple[str, str]
) -> list[Finding]:
    file = folder / "people.csv"
    file.write_text(text, "utf-8")
    rules = {} if limit is None else {RULES[code].name: RuleOptions(max=limit)}
    settings = Settings(select=(code,), rules=rules)
    project = read_project([file], Files(TableOptions(columns)))
    return [one for one in check(project, settings).findings if one.code == code]


def marked(text: str) -> tuple[str, list[tuple[int, int, int]]]:
    """The text without its marks, and the line, column and end of each cell between two."""
    plain, cells = "", []
    for number, part in enumerate(text.replace("»", "«").split("«")):
        if number % 2:
            line, column = plain.count("\n") + 1, len(plain) - plain.rfind("\n")
            cells.append((line, column, column + len(part)))
        plain += part
    return plain, cells


@pytest.mark.parametrize(
    ("code", "text", "limit"), [pytest.param(*case, id=case[0]) for case in CASES]
)
def test_the_cell_of_the_finding(tmp_path: Path, code: str, text: str, limit: int | None) -> None:
    plain, cells = marked(text)
    places = [one.place for one in read(tmp_path, code, plain, limit)]
    assert [(place.line, place.column, place.end_column) for place in places] == cells or (
        code == "ORG105" and [(place.line, place.column) for place in places] == [(1, 1)]
    )


def test_every_rule_on_organisations_is_tried() -> None:
    tried = {code for code, _text, _limit in CASES} | set(NOT_IN_TABLES)
    assert tried >= {code for code in RULES if code[:4] in ("ORG1", "ORG2", "ORG3")}


def test_what_yaml_readers_guess_is_no_concern_of_tables(tmp_path: Path) -> None:
    assert read(tmp_path, "ORG010", HEAD + "007,No,On,\n008,3.10,1:30,007\n") == []


def test_a_role_that_is_not_there(tmp_path: Path) -> None:
    plain, cells = marked("id,role,manager\nceo,ceo,\ncfo,«chief-executive-oficer»,ceo\n")
    (finding,) = read(tmp_path, "ORG201", plain, None, ("role", "role"))
    place = finding.place
    assert [(place.line, place.column, place.end_column)] == cells
