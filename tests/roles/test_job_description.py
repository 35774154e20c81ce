"""Job descriptions: every line with its works, blanks where nothing is said, and the seat."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from command_line import run_in
from format_tables import FILES
from orgcli.compare.job_description.formats import JOB_FORMATS
from orgcli.language.tags import LANGUAGES

SCREENS = Path(__file__).parent / "screens" / "jobs"
TEXTS = [one for one in JOB_FORMATS if one not in FILES]
ORG = """organisation: Acme
positions:
  - {id: ceo, title: Chief Executive, holder: Ada, location: Oslo}
  - {id: cso, role: cso, holder: [Ben, Cy], reports_to: ceo, location: Bergen}
  - {id: vp, title: VP Sales, reports_to: cso}
  - {id: gone, title: Gone, reports_to: cso, status: closed}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "org.yaml").write_text(ORG)
    return tmp_path


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown(
    language: str,
    folder: Path,
    golden: Callable[[Path, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    command = f"orgcli role cso --as job-description --lang {language}"
    code, out, err = run_in(folder, command, monkeypatch)
    assert (code, err) == (0, "")
    lines = [line for line in out.splitlines() if line.startswith("- ")]
    assert all(re.search(r"\[\^\d+\]$", line) or "\\_" in line for line in lines)
    cited = set(re.findall(r"\[\^(\d+)\](?!:)", out))
    assert cited == set(re.findall(r"^\[\^(\d+)\]:", out, re.MULTILINE))
    golden(SCREENS / f"cso-{language}.md.txt", out)


@pytest.mark.parametrize("format", TEXTS)
def test_for_a_position(
    format: str, folder: Path, golden: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = f"orgcli role cso --as job-description --with org.yaml --position Ben -f {format}"
    code, out, err = run_in(folder, command, monkeypatch)
    assert (code, err) == (0, "")
    for text in ("Chief Executive (Ada)", "VP Sales", "Bergen", "Ben / Cy", "Acme"):
        assert text in out
    assert "Gone" not in out and "probably, when both exist" not in out
    golden(SCREENS / f"for-a-position.{format}.txt", out)


def test_blanks_where_nothing_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "own.yaml").write_text("role: own\ntitle: <b>Own</b> @x\nsummary: '[a](b) =1'\n")
    for format in TEXTS:
        command = f"orgcli role own.yaml --as job-description -f {format}"
        code, out, _ = run_in(folder, command, monkeypatch)
        assert code == 0 and "<b>Own" not in out
        assert format != "markdown" or not re.search(r"(?<!\\)\]\(", out)
        assert out.replace("\\", "").count("________") == 6


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        ("--as job", "--as cannot be `job`"),
        ("--as job-description --with org.yaml", "--with and --position belong together"),
        ("--position x", "--with and --position are for --as job-description"),
        ("--as job-description --with org.yaml --position zz", "--position: no position is called"),
        ("--as job-description --with org.yaml --position gone", "--position: no position"),
        ("--as job-description --with none.yaml --position x", "none.yaml"),
        ("--as job-description -f csv", "--format cannot be `csv`"),
        ("--as job-description -o x.odt", "the ending of `x.odt` names no format"),
    ],
)
def test_what_cannot_be_meant(
    flags: str, message: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, err = run_in(folder, f"orgcli role cso {flags}", monkeypatch)
    assert (code, out) == (2, "") and message in err
