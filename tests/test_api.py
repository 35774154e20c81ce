"""`import orgcli` gives the functions of the command line."""

from pathlib import Path

import pytest

import orgcli


def test_read_check_and_draw(tmp_path: Path) -> None:
    path = tmp_path / "org.yaml"
    path.write_text("organisation: N\npositions:\n  - {id: ceo, role: ceo}\n", "utf-8")
    project = orgcli.read_project([path])
    assert not orgcli.validate(project, orgcli.Settings()).findings
    assert orgcli.role_titles(project).of(project.organisations[0].positions[0]) == (
        "Chief Executive Officer"
    )
    drawing = orgcli.draw(project.organisations[0], orgcli.role_titles(project), "svg")
    assert b"Chief Executive Officer" in drawing.data
    paper, whole = orgcli.Paper(page="a5"), orgcli.Selection(root="ceo")
    fitted = orgcli.draw(
        project.organisations[0], orgcli.role_titles(project), "pdf", paper=paper, selection=whole
    )
    assert isinstance(fitted, orgcli.Drawing) and fitted.page == "a5 landscape"


def test_every_public_name_is_there_and_no_other() -> None:
    assert set(dir(orgcli)) == {*orgcli.__all__, "__version__"}
    for name in dir(orgcli):
        assert getattr(orgcli, name) is not None
    with pytest.raises(AttributeError, match="no `nonsense`"):
        orgcli.nonsense  # noqa: B018
