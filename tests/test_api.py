"""`import orgcli` gives the functions of the command line."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import orgcli
from orgcli.cli.app import app

ROOT = Path(__file__).resolve().parents[1]


def test_read_check_and_draw(tmp_path: Path) -> None:
    path = tmp_path / "org.yaml"
    path.write_text("organisation: N\npositions:\n  - {id: ceo, role: ceo}\n", "utf-8")
    project = orgcli.read_project([path])
    assert not orgcli.validate(project, orgcli.Settings()).findings
    assert orgcli.role_titles(project).of(project.organisations[0].positions[0]) == (
        "Chief Executive Officer"
    )
    organisation, titles = project.organisations[0], orgcli.role_titles(project)
    assert b"Chief Executive Officer" in orgcli.draw(organisation, titles).data
    request = orgcli.ChartRequest(format="pdf", page="a5", root="ceo")
    fitted = orgcli.draw(organisation, titles, request)
    assert isinstance(fitted, orgcli.Drawing) and fitted.page == "a5 landscape"


def test_drawn_as_the_command_line_does(tmp_path: Path) -> None:
    path = ROOT / "examples/startup/org.yaml"
    out = tmp_path / "org.svg"
    done = CliRunner().invoke(app, ["chart", str(path), "-o", str(out), "--isolated"])
    assert done.exit_code == 0
    project = orgcli.read_project([path])
    drawn = orgcli.draw(project.organisations[0], orgcli.role_titles(project))
    assert drawn.data == out.read_bytes()


@pytest.mark.parametrize(
    ("request_", "message", "help"),
    [
        ({"format": "svgg"}, "format cannot be `svgg`", "did you mean `svg`?"),
        ({"format": "docx"}, "format cannot be `docx`", "one of `svg`, `png`, `pdf`"),
        ({"format": "mermaid", "page": "a4"}, "page means nothing for mermaid", "svg, png, pdf"),
        ({"page": "a99"}, "page: there is no page `a99`", "it is a5, a4"),
        ({"theme": "lihgt"}, "theme cannot be `lihgt`", "did you mean `light`?"),
        ({"language": "xx"}, "language cannot be `xx`", "`en`"),
    ],
)
def test_a_request_that_cannot_be_meant(request_: dict[str, str], message: str, help: str) -> None:
    organisation = orgcli.Organisation("N", [orgcli.Position("ceo")])
    titles = orgcli.role_titles(orgcli.Project())
    with pytest.raises(orgcli.RequestError) as raised:
        orgcli.draw(organisation, titles, orgcli.ChartRequest(**request_))
    assert message in str(raised.value) and help in raised.value.help


@pytest.mark.parametrize(
    ("wrong", "message", "help"),
    [
        ({"min_font": 0, "page": "a4"}, "min_font cannot be 0.0", "a size in points"),
        ({"min_font": "7"}, "min_font cannot be `'7'`", "a number"),
        ({"depth": -1}, "depth cannot be `-1`", "a whole number, 0 or more"),
        ({"depth": True}, "depth cannot be `True`", "a whole number"),
        ({"depth": 1.5}, "depth cannot be `1.5`", "a whole number"),
        ({"dpi": 10, "format": "png"}, "dpi cannot be `10`", "a whole number from 36 to 1,200"),
        ({"as_of": 0}, "as_of cannot be `0`", "2027-01-31, or today"),
        ({"as_of": "soon"}, "as_of cannot be `'soon'`", "2027-01-31, or today"),
        ({"as_of": datetime(2027, 1, 1)}, "as_of cannot be `datetime", "2027-01-31, or today"),
        ({"theme": 3}, "theme cannot be `3`", "one of `light`, `dark`, `print`"),
        ({"theme": None}, "theme cannot be `None`", "one of `light`, `dark`, `print`"),
        ({"fields": 3}, "fields cannot be `3`", "one of `name`, `title`"),
        ({"fields": ("name", 3)}, "fields cannot be `('name', 3)`", "one of `name`, `title`"),
        ({"fields": "nmae"}, "fields cannot be `nmae`", "did you mean `name`?"),
        ({"root": 7}, "root cannot be `7`", "a text"),
        ({"leaves_first": "yes"}, "leaves_first cannot be `'yes'`", "True or False"),
        ({"separate_pages": 1}, "separate_pages cannot be `1`", "True or False"),
        ({"language": None}, "language cannot be `None`", "a text"),
    ],
)
def test_what_is_no_value_of_a_field(wrong: dict[str, Any], message: str, help: str) -> None:
    organisation = orgcli.Organisation("N", [orgcli.Position("ceo")])
    with pytest.raises(orgcli.RequestError) as raised:
        orgcli.draw(
            organisation, orgcli.role_titles(orgcli.Project()), orgcli.ChartRequest(**wrong)
        )
    assert message in str(raised.value) and help in raised.value.help


def test_there_is_no_other_field() -> None:
    with pytest.raises(TypeError, match="nonsense"):
        orgcli.ChartRequest(nonsense=1)


def test_what_is_written_otherwise_and_means_the_same() -> None:
    organisation = orgcli.Organisation("N", [orgcli.Position("ceo", title="Chief")])
    titles = orgcli.role_titles(orgcli.Project())
    same: list[tuple[dict[str, Any], dict[str, Any]]] = [
        ({"fields": "title"}, {"fields": ("title", "title")}),
        ({"fields": []}, {}),
        ({"as_of": "2027-01-31"}, {"as_of": date(2027, 1, 31)}),
        ({"as_of": "today"}, {"as_of": date.today()}),
        ({"min_font": 6, "page": "a4"}, {"min_font": 6.0, "page": "a4"}),
    ]
    for one, other in same:
        drawn = [
            orgcli.draw(organisation, titles, orgcli.ChartRequest(**values)).data
            for values in (one, other)
        ]
        assert drawn[0] == drawn[1]


def test_paths_are_text_or_paths(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("id,title,reports_to\nceo,Chief,\ncro,Revenue,ceo\n", "utf-8")
    as_text, as_path = orgcli.read_project([str(path)]), orgcli.read_project([path])
    assert as_text.organisations[0].positions == as_path.organisations[0].positions
    assert [one.id for one in as_text.organisations[0].positions] == ["ceo", "cro"]


def test_one_path_is_enough_and_an_empty_one_is_none(tmp_path: Path) -> None:
    path = tmp_path / "org.yaml"
    path.write_text("organisation: N\npositions:\n  - {id: ceo}\n", "utf-8")
    several = orgcli.read_project([path]).files
    assert orgcli.read_project(path).files == orgcli.read_project(str(path)).files == several
    for empty in ("", [""], [path, ""]):
        with pytest.raises(ValueError, match="a path is empty"):
            orgcli.read_project(empty)
    for wrong in ([None], [3], b"org.yaml"):
        with pytest.raises(TypeError, match="a path is text or a Path, not"):
            orgcli.read_project(wrong)  # type: ignore[arg-type]


def test_every_public_name_is_there_and_no_other() -> None:
    assert set(dir(orgcli)) == {*orgcli.__all__, "__version__"}
    for name in dir(orgcli):
        assert getattr(orgcli, name) is not None
    page = (ROOT / "docs/python.md").read_text("utf-8")
    assert [name for name in orgcli.__all__ if f"orgcli.{name}" not in page] == []
    with pytest.raises(AttributeError, match="no `nonsense`"):
        orgcli.nonsense  # noqa: B018
