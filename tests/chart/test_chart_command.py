"""`orgcli chart`: where the picture goes, what is said of it, and what stops it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from orgcli.cli.app import app

ORG = """\
organisation: Northwind Robotics
positions:
  - {id: ceo, title: Chief Executive Officer, holder: Keiko Eriksen}
  - {id: cro, role: cro, holder: [Ben Li, Ana Cruz], reports_to: ceo}
"""
STRAY = ORG + "  - {id: ae, title: Account Executive, reports_to: croo}\n"
SIGNATURES = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF", "dot": b"digraph"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    here = tmp_path / "northwind"
    here.mkdir()
    monkeypatch.chdir(here)
    (here / "org.yaml").write_text(ORG)
    return here


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, ["chart", "--isolated", *arguments], input=stdin)


def test_an_svg_of_the_same_name_in_this_folder(folder: Path) -> None:
    done = run("org.yaml")
    assert done.exit_code == 0
    assert done.stdout == ""
    assert done.stderr.startswith("org.svg: ") and done.stderr.endswith(" pt, 2 positions\n")
    text = (folder / "org.svg").read_text("utf-8")
    assert "Ben Li / Ana Cruz" in text and "Chief Revenue Officer" in text


def test_a_folder_gives_its_name(folder: Path) -> None:
    assert run(".").exit_code == 0
    assert (folder / "northwind.svg").exists()
    (folder / "acme.org").mkdir()
    (folder / "org.yaml").rename(folder / "acme.org" / "org.yaml")
    assert run("acme.org").exit_code == 0
    assert (folder / "acme.org.svg").exists()


@pytest.mark.parametrize("format", SIGNATURES)
def test_the_suffix_says_the_format(folder: Path, format: str) -> None:
    assert run("org.yaml", "-o", f"chart.{format.upper()}").exit_code == 0
    assert (folder / f"chart.{format.upper()}").read_bytes().startswith(SIGNATURES[format])


@pytest.mark.parametrize("format", SIGNATURES)
def test_stdout(folder: Path, format: str) -> None:
    done = run("org.yaml", "-o", "-", "-f", format)
    assert done.exit_code == 0
    assert done.stdout_bytes.startswith(SIGNATURES[format])
    assert sorted(path.name for path in folder.iterdir()) == ["org.yaml"]


def test_stdin_goes_to_stdout_as_svg(folder: Path) -> None:
    done = run("-", stdin=ORG)
    assert done.exit_code == 0
    assert done.stdout_bytes.startswith(SIGNATURES["svg"])


def test_a_title_of_ones_own(folder: Path) -> None:
    assert run("org.yaml", "--title", "Who & <what>").exit_code == 0
    assert "Who &amp; &lt;what&gt;</title>" in (folder / "org.svg").read_text("utf-8")


def test_what_is_wrong_is_drawn_and_said(folder: Path) -> None:
    (folder / "org.yaml").write_text(STRAY)
    done = run("org.yaml")
    assert done.exit_code == 0
    assert "error[ORG102]" in done.stderr
    assert "manager croo not found" in (folder / "org.svg").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "chart.gif"], ".svg, .png, .pdf, .pptx, .html, .htm, .dot"),
        (["-o", "chart"], ".svg, .png, .pdf, .pptx, .html, .htm, .dot"),
        (["-f", "gif"], "one of `svg`, `png`, `pdf`, `pptx`, `html`, `dot`"),
        (["--engine", "own"], "one of `bundled`, `system`"),
        (["-o", "org.yaml", "-f", "svg"], "`org.yaml` is one of the files that are read"),
        (["-o", "missing/chart.svg"], "cannot write `missing/chart.svg`"),
        (["-o", "..", "-f", "svg"], "cannot write `..`"),
    ],
)
def test_what_stops_it(folder: Path, arguments: list[str], said: str) -> None:
    done = run("org.yaml", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert (folder / "org.yaml").read_text() == ORG
    assert sorted(path.name for path in folder.iterdir()) == ["org.yaml"]


def test_a_missing_program(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))
    done = run("org.yaml", "--engine", "system")
    assert done.exit_code == 2
    assert "Graphviz is not installed" in done.stderr and "https://graphviz.org" in done.stderr


def test_too_large_for_the_format(folder: Path) -> None:
    chain = "".join(f"  - {{id: p{at}, reports_to: p{at - 1}}}\n" for at in range(1, 2_500))
    (folder / "org.yaml").write_text(f"organisation: Chain\npositions:\n  - id: p0\n{chain}")
    done = run("org.yaml", "-o", "chart.png")
    assert done.exit_code == 2
    assert "too large for a PNG" in done.stderr and "svg" in done.stderr
    assert not (folder / "chart.png").exists()
