"""What the rules on reporting lines say where another finding stands at the same position."""

from pathlib import Path

import pytest

from orgcli.check.run import Scope, check
from orgcli.model.findings.baseline import Baseline
from orgcli.model.findings.finding import Finding
from orgcli.model.settings import RuleOptions, Settings
from orgcli.read.organisation.project import read_project


def _found(
    folder: Path, name: str, text: str, code: str, settings: Settings | None = None
) -> list[Finding]:
    (folder / name).write_text(text, "utf-8")
    verdict = check(read_project([folder / name]), settings or Settings())
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


def test_all_configured_tops_that_nobody_is_are_named(tmp_path: Path) -> None:
    text = "positions: [{id: a}, {id: b}]"
    (finding,) = _found(tmp_path, "org.yaml", text, "ORG106", Settings(roots=("c", "a", "d")))
    assert finding.help.endswith("; it names `c` and `d`, which nobody here is")


def test_above_an_open_top_there_is_no_manager_whose_role_could_be_wrong(tmp_path: Path) -> None:
    """Also where it is the first position, as tops usually are."""
    text = "positions: [{{id: top, role: board{}}}, {{id: vp, role: vp-sales, reports_to: top}}]"
    past = Settings(rules={"unexpected-manager-role": RuleOptions(skip_open=True)})
    assert _found(tmp_path, "org.yaml", text.format(", holder: Ada"), "ORG202", past)
    assert not _found(tmp_path, "org.yaml", text.format(", status: open"), "ORG202", past)


def test_no_department_is_unused_while_not_all_files_are_read(tmp_path: Path) -> None:
    text = "departments: [{id: sales}]\npositions: [{id: a}]\n"
    wanted = Settings(select=("ORG305",))
    assert _found(tmp_path, "org.yaml", text, "ORG305", wanted)
    (tmp_path / "team.yaml").write_text("positions: [\n", "utf-8")
    text += "include: [team.yaml]\n"
    assert not _found(tmp_path, "org.yaml", text, "ORG305", wanted)


def test_a_manager_who_ends_before_a_position_starts_is_a_finding(tmp_path: Path) -> None:
    """On the day itself there is no gap; a manager without an end is nobody who ends."""
    text = "positions: [{id: a, end: 2030-01-01}, {id: b, reports_to: a, start: 2030-01-0%d}]"
    (finding,) = _found(tmp_path, "org.yaml", text % 2, "ORG107")
    assert finding.message == (
        "`b` reports to `a`, which ends on 2030-01-01, before `b` starts on 2030-01-02"
    )
    assert not _found(tmp_path, "org.yaml", text % 1, "ORG107")


def test_what_a_comment_silences_is_not_the_one_that_the_baseline_knows(tmp_path: Path) -> None:
    """Both are about the same id: the comment is for the one, the baseline for the other."""
    lines = [
        "positions:",
        "- {id: a}",
        "- {id: b, reports_to: gone}  # orgcli: ignore[ORG102]",
        "- {id: b, reports_to: gone}",
    ]
    path = tmp_path / "org.yaml"
    path.write_text("\n".join(lines), "utf-8")
    found = check(read_project([path]), Settings(select=("ORG102",))).findings
    loud = [one for one in found if not one.suppressed]
    verdict = check(
        read_project([path]),
        Settings(select=("ORG102",)),
        Scope(baseline=Baseline.of(loud, str)),
    )
    assert [(one.known, one.suppressed) for one in verdict.findings] == [
        (False, True),
        (True, True),
    ]
    assert not verdict.notes
