"""What the rules on reporting lines say where another finding stands at the same position."""

from pathlib import Path

import pytest

from orgcli.check.run import check
from orgcli.model.findings.finding import Finding
from orgcli.model.settings import Settings
from orgcli.read.organisation.project import read_project


def _found(folder: Path, name: str, text: str, code: str) -> list[Finding]:
    (folder / name).write_text(text, "utf-8")
    verdict = check(read_project([folder / name]), Settings())
    return [finding for finding in verdict.findings if finding.code == code]


def test_only_an_unread_manager_keeps_a_position_from_being_a_second_top(tmp_path: Path) -> None:
    """Another fault of the position, here of its photo, does not."""
    text = "positions: [{id: a}, {id: c, reports_to: a}, {id: b, photo: gone.png}]"
    (finding,) = _found(tmp_path, "org.yaml", text, "ORG106")
    assert finding.message.startswith("2 positions report to nobody: ")


def test_a_manager_of_an_ambiguous_name_is_no_second_top(tmp_path: Path) -> None:
    text = "id,name,manager\n1,Ana,\n2,Bo,Ana\n3,Bo,Ana\n4,Cy,Bo\n"
    assert _found(tmp_path, "people.csv", text, "ORG102")
    assert not _found(tmp_path, "people.csv", text, "ORG106")


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ("{id: a, attributes: {x: '2'}}", "; the two entries say the same"),
        ("{id: a, attributes: {x: '1'}, title: T}", ", which differ in `title`"),
        ("{id: a, attributes: {x: '1'}, title: T, fte: 0.5}", ", which differ in `title`, `fte`"),
    ],
)
def test_attributes_do_not_tell_two_entries_apart(tmp_path: Path, second: str, said: str) -> None:
    text = f"positions: [{{id: a, attributes: {{x: '1'}}}}, {second}]"
    (finding,) = _found(tmp_path, "org.yaml", text, "ORG101")
    assert finding.message == f"the id `a` stands for two positions{said}"
