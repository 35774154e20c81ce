"""`import orgcli` gives the functions of the command line."""

from pathlib import Path

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


def test_what_is_no_value_of_a_field() -> None:
    for wrong in ({"min_font": 0}, {"depth": -1}, {"dpi": 10}, {"nonsense": 1}):
        with pytest.raises((ValueError, TypeError)):
            orgcli.ChartRequest(**wrong)


def test_paths_are_text_or_paths(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("id,title,reports_to\nceo,Chief,\ncro,Revenue,ceo\n", "utf-8")
    as_text, as_path = orgcli.read_project([str(path)]), orgcli.read_project([path])
    assert as_text.organisations[0].positions == as_path.organisations[0].positions
    assert [one.id for one in as_text.organisations[0].positions] == ["ceo", "cro"]


def test_every_public_name_is_there_and_no_other() -> None:
    assert set(dir(orgcli)) == {*orgcli.__all__, "__version__"}
    for name in dir(orgcli):
        assert getattr(orgcli, name) is not None
    with pytest.raises(AttributeError, match="no `nonsense`"):
        orgcli.nonsense  # noqa: B018
