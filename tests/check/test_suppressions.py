"""Comments with very many words that no rule has."""

from pathlib import Path

import pytest

from orgcli.check.run import check
from orgcli.model.settings import Settings
from orgcli.read.organisation.project import read_project
from timing import cpu_seconds


def test_ten_thousand_unknown_words_take_no_seconds(tmp_path: Path) -> None:
    """Each is a finding; what the first ones meant is said."""
    words = ["ORG9999", "unknown-manger", *(f"ORG{at}x" for at in range(10_000))]
    file = tmp_path / "org.yaml"
    file.write_text(f"positions: [{{id: a}}]  # orgcli: ignore[{','.join(words)}]\n", "utf-8")
    project = read_project([file])
    seconds, verdict = cpu_seconds(lambda: check(project, Settings()))
    unknown = [finding for finding in verdict.findings if finding.code == "ORG802"]
    assert len(unknown) == 10_002
    assert unknown[1].help == "did you mean `unknown-manager`?"
    assert {finding.help for finding in unknown[200:]} == {"codes and names: orgcli rule"}
    assert seconds < 1.5


@pytest.mark.parametrize("code", ["ORG801", "ORG802", "ORG803", "ORG804"])
def test_what_is_said_of_comments_is_silenced_by_no_comment(code: str, tmp_path: Path) -> None:
    file = tmp_path / "org.yaml"
    words = {"ORG801": "ORG102", "ORG802": "ORG9999", "ORG803": "ALL", "ORG804": "ORG102"}[code]
    file.write_text(
        f"# orgcli: disable[{code}]\npositions:\n"
        f"  - {{id: a, title: A}}  # orgcli: ignore[{words}]\n",
        "utf-8",
    )
    verdict = check(read_project([file]), Settings(require_reason=True))
    found = [one for one in verdict.findings if not one.suppressed]
    assert f"`{code}` cannot be suppressed by a comment" in {one.message for one in found}
    assert code in {one.code for one in found if one.place.line == 3}


def test_a_comment_between_documents_of_other_programs_covers_the_one_behind_it(
    tmp_path: Path,
) -> None:
    file = tmp_path / "catalog.yaml"
    file.write_text("{}\n--- {}\n# orgcli: ignore[ORG102]\n--- {}\n", "utf-8")
    project = read_project([file])
    assert [one.covers for one in project.comments[str(file)]] == [(4, 4)]
