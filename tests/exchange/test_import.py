"""`orgcli import`: what others wrote becomes YAML that says the same."""

from pathlib import Path

import pytest

from command_line import run_in
from orgcli.changes.organisation_changes import ComparisonRules, organisation_changes
from orgcli.read.organisation.project import read_project

SAMPLES = (
    "chinook/employee.json", "d3-org-chart/data.csv", "northwind/employees.csv",
    "oracle-hr/employees.csv", "pypi-samples/sample_excel.xlsx", "pypi-samples/sample_org.xlsx",
    "ychart/orgchart.yaml", "backstage-acme", "agent-companies/satellite/satellite-cpg-co",
)  # fmt: skip


@pytest.mark.parametrize("split", ["", "--split department", "--split branch"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_the_files_of_others(
    shared_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample: str, split: str
) -> None:
    path = shared_data / sample
    assert path.exists()
    output = "org" if split else "org.yaml"
    code, out, err = run_in(
        tmp_path, f"orgcli import '{path}' --isolated {split} -o {output}", monkeypatch
    )
    assert code in (0, 1) and out == "" and err.startswith(f"{output}: "), err
    _check_same(read_project([path]), tmp_path / output)


def _check_same(before, written: Path) -> None:
    (was,) = [one for one in before.organisations if one.positions or one.departments]
    after = read_project([written])
    (now,) = after.organisations
    assert [one.code for one in after.unreadable] == []
    changes = organisation_changes(was, now, ComparisonRules(renames=False))
    assert changes.is_empty
    assert {one.id: one for one in now.positions} == {one.id: one for one in was.positions}
    assert {one.id: one for one in now.departments} == {one.id: one for one in was.departments}


def organograms(folder: Path) -> list[Path]:
    return sorted(folder.glob("uk-organograms/*-senior.csv"))


def test_organograms(shared_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for senior in organograms(shared_data):
        junior = senior.with_name(senior.name.replace("senior", "junior"))
        output = f"{senior.stem}.yaml"
        code, _, err = run_in(
            tmp_path,
            f"orgcli import --from uk-organogram '{senior}' '{junior}' --isolated -o {output}",
            monkeypatch,
        )
        if (tmp_path / output).exists():
            assert code in (0, 1)
            assert [one.code for one in read_project([tmp_path / output]).unreadable] == []
        else:
            assert senior.name.startswith("empty") and code in (1, 3), err


PEOPLE = (
    "Employee ID,Name,Job Title,Manager ID,Start Date,Grade\n"
    "1,Ada Okafor,CEO,,13.04.2020,A\n2,Ben Li,Head of IT,1,20.04.2025,B\n"
    "3,,Engineer,2,,B\n4,Ana Cruz,Analyst,nobody,01.02.2024,=1+1\n"
)


def test_what_was_read_and_what_is_wrong_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "people.csv").write_text(PEOPLE, "utf-8")
    code, out, err = run_in(
        tmp_path, 'orgcli import people.csv --name "Acme: AG" -o org.yaml', monkeypatch
    )
    assert (code, out) == (1, "")
    assert err.splitlines()[0] == "org.yaml: 4 positions"
    assert "id = Employee ID" in err and "error[ORG102]" in err
    text = (tmp_path / "org.yaml").read_text("utf-8")
    assert text.startswith('organisation: "Acme: AG"\n')
    assert 'Grade: "=1+1"' in text and "start: 2020-04-13" in text
    assert "orgcli" not in run_in(tmp_path, "orgcli import people.csv", monkeypatch)[1]


def test_a_yaml_file_keeps_its_comments_and_gets_its_quotes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (
        "# ours\norganisation: Acme   # since 1990\npositions:\n"
        "  - {id: ceo, location: NO, title: 'Chief'}\n\n  # below\n"
        "  - id: 007\n    reports_to: ceo\n"
    )
    (tmp_path / "org.yaml").write_text(text, "utf-8")
    _, out, _ = run_in(tmp_path, "orgcli export org.yaml -f yaml", monkeypatch)
    assert out == text.replace("NO,", '"NO",').replace("id: 007", 'id: "007"')
    _, out, err = run_in(tmp_path, "orgcli export org.yaml -f yaml --root ceo", monkeypatch)
    assert "#" not in out and "comments are not kept" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("export org.yaml", "say which format"),
        ("export org.yaml -f agent-companies", "name it with -o"),
        ("export org.yaml -f csv --split branch", "--split is for yaml"),
        ("export org.yaml -f ldif --fields id", "--fields means nothing for ldif"),
        ("export org.yaml -f csv --fields id,titel", "did you mean `title`?"),
        ("export org.yaml -f csv --root nobody", "no position is called `nobody`"),
        ("export org.yaml -f csv --filter location=Rome", "no position has"),
        ("export org.yaml -f csv --as-of yesterday", "cannot be `yesterday`"),
        ("export org.yaml -f cvs", "did you mean `csv`?"),
        ("import org.yaml --split branch", "name it with -o"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    words: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "org.yaml").write_text("positions:\n  - id: ceo\n    location: Oslo\n", "utf-8")
    code, out, err = run_in(tmp_path, f"orgcli {words}", monkeypatch)
    assert (code, out) == (2, "") and said in err


@pytest.mark.parametrize("name", ["pptx", "dot", "drawio"])
def test_without_positions_there_is_nothing_to_draw(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "organisation: Acme\ndepartments: [{id: sales}]\npositions: []\n"
    (tmp_path / "org.yaml").write_text(text, "utf-8")
    code, _, err = run_in(tmp_path, f"orgcli export org.yaml -o out.{name}", monkeypatch)
    assert code == 2 and "there is no position to draw" in err


def test_fields_are_chosen_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "people.csv").write_text(PEOPLE, "utf-8")
    _, out, _ = run_in(
        tmp_path, "orgcli export people.csv -f csv --fields Grade,id,manager_name", monkeypatch
    )
    assert out == "Grade,id,manager_name\nA,1,\nB,2,Ada Okafor\nB,3,Ben Li\n'=1+1,4,\n"
