"""`-f FORMAT[:FILE]` as a process of CI sees it."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from report_samples import HOSTILE
from test_github_runner import commands

from forked import run_forked
from orgcli.check.registry import RULES
from orgcli.report.formats import FORMATS

CLEAN = "organisation: Northwind\npositions:\n  - id: ceo\n"
WRONG = CLEAN + "  - id: cro\n    reports_to: coe\n"


def orgcli(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {
        name: value for name, value in os.environ.items()
        if name not in ("GITHUB_ACTIONS", "ORGCLI_OUTPUT_FORMAT", "FORCE_COLOR")
    }  # fmt: skip
    return run_forked(folder, "validate", *arguments, environment={**inherited, **environment})


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "org.yaml").write_text(WRONG, "utf-8")
    return tmp_path


@pytest.mark.parametrize("text", [CLEAN, WRONG])
@pytest.mark.parametrize("format", FORMATS)
def test_the_exit_code_does_not_depend_on_the_format(here: Path, format: str, text: str) -> None:
    (here / "org.yaml").write_text(text, "utf-8")
    done = orgcli(here, "-f", format)
    assert (done.returncode, done.stderr) == (int(text == WRONG), "")


def test_several_formats_in_one_run(here: Path) -> None:
    (here / "out").mkdir()
    (here / "out/x.xml").write_text("old", "utf-8")
    done = orgcli(here, "-f", "junit:out/x.xml", "-f", "concise", "-f", "sarif:out/x.sarif",
                  "-f", "full:full.txt", "--color", "auto", FORCE_COLOR="1")  # fmt: skip
    assert done.returncode == 1
    assert "error[ORG102]" in done.stdout
    assert "\x1b" not in (here / "full.txt").read_text("utf-8")
    assert ElementTree.parse(here / "out/x.xml").getroot().get("failures") == "1"
    (run,) = json.loads((here / "out/x.sarif").read_text("utf-8"))["runs"]
    assert [one["id"] for one in run["tool"]["driver"]["rules"]] == sorted(RULES)
    assert {path.name for path in (here / "out").iterdir()} == {"x.xml", "x.sarif"}


def test_only_files_leave_stdout_empty_and_say_how_it_went(here: Path) -> None:
    done = orgcli(here, "-f", "json:a b:c.json")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "orgcli: Found 1 error in 1 file; 1 fixable with --fix\n"
    assert json.loads((here / "a b:c.json").read_text("utf-8"))["summary"]["error"] == 1


def test_lines_may_follow_each_other(here: Path) -> None:
    done = orgcli(here, "-f", "concise", "-f", "github:-")
    assert done.stdout.startswith("org.yaml:5:17: error[ORG102]")
    assert done.stdout.split("\n")[2].startswith("::error file=org.yaml,line=5")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["json", "json"], "`json` is asked for twice"),
        (["full", "full:-"], "`full` is asked for twice"),
        (["full", "json"], "nothing else fits on stdout beside `json`"),
        (["sarif:x", "json:./x"], "two formats would be written to `sarif:x`"[:26]),
        (["json:"], "names no file"),
        ([":x"], "--format cannot be ``"),
        (["jsno:x"], "did you mean `json`"),
        (["json:org.yaml"], "is one of the files that are read"),
        (["json:absent/x"], "cannot write `absent/x`"),
    ],
)
def test_what_cannot_be_written(here: Path, words: list[str], said: str) -> None:
    done = orgcli(here, *[part for word in words for part in ("-f", word)])
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert (here / "org.yaml").read_text("utf-8") == WRONG


def test_inside_actions_there_are_annotations_and_text(here: Path) -> None:
    done = orgcli(here, GITHUB_ACTIONS="true")
    assert [one.name for one in commands(done.stdout)] == ["group", "endgroup", "error"]
    assert "org.yaml:5:17: error[ORG102]" in done.stdout
    assert "::" not in orgcli(here, GITHUB_ACTIONS="false").stdout
    assert "::" not in orgcli(here, "-f", "concise", GITHUB_ACTIONS="true").stdout
    (here / "org.yaml").write_text(CLEAN, "utf-8")
    done = orgcli(here, GITHUB_ACTIONS="true")
    assert done.stdout == "No findings in 1 file: 1 position, 1 root, 1 layer\n"


def test_the_environment_names_a_format_and_the_flag_wins(here: Path) -> None:
    assert orgcli(here, ORGCLI_OUTPUT_FORMAT="gitlab json:x.json").stdout.startswith("[")
    assert (here / "x.json").exists()
    assert orgcli(here, "-f", "junit", ORGCLI_OUTPUT_FORMAT="json").stdout.startswith("<?xml")
    assert orgcli(here, ORGCLI_OUTPUT_FORMAT="jsno").returncode == 2


def test_a_terminal_gets_the_full_text(here: Path) -> None:
    ours, theirs = pty.openpty()
    subprocess.run([sys.executable, "-m", "orgcli", "validate"], cwd=here, stdout=theirs,
                   env={**os.environ, "GITHUB_ACTIONS": "", "NO_COLOR": "1"},
                   timeout=60)  # fmt: skip
    os.close(theirs)
    text = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "--> org.yaml:5:17" in text


def test_files_are_named_from_the_top_of_the_repository(here: Path) -> None:
    (here / "unit").mkdir()
    (here / "unit/org.yaml").write_text(WRONG, "utf-8")
    (here / "unit/link.yaml").symlink_to("../org.yaml")
    outside = here.parent / f"{here.name}-outside.yaml"
    outside.write_text(WRONG, "utf-8")
    done = orgcli(here / "unit", "org.yaml", "-f", "gitlab")
    assert json.loads(done.stdout)[0]["location"]["path"] == "unit/org.yaml"
    done = orgcli(here / "unit", "link.yaml", "-f", "gitlab")
    assert json.loads(done.stdout)[0]["location"]["path"] == "org.yaml"
    done = orgcli(here / "unit", str(outside), "-f", "sarif")
    (result,) = json.loads(done.stdout)["runs"][0]["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact["uri"].startswith("file:///")
    done = orgcli(here / "unit", "org.yaml", "-f", "concise")
    assert done.stdout.startswith("org.yaml:")


@pytest.mark.parametrize("format", FORMATS)
def test_hostile_ids_and_paths_from_end_to_end(here: Path, format: str) -> None:
    entries = [
        json.dumps({"id": text, "title": text, "reports_to": f"x{text}"})
        for text in HOSTILE
        if not {*"\ud800\udcff\0"} & {*text}
    ]
    organisation = f'{{"organisation": "N", "positions": [{",".join(entries)}]}}'
    folder = here / "::add-mask::x"
    folder.mkdir()
    file = folder / "100%,\x1b[31m\n##[group]é.json"
    file.write_text(organisation, "utf-8")
    path = file.relative_to(here).as_posix()
    done = orgcli(here, path, "-f", format, "--max-findings", "0", GITHUB_ACTIONS="true")
    assert done.returncode == 1, done.stderr
    assert "\x1b" not in done.stdout
    assert "Traceback" not in done.stderr
    assert {one.name for one in commands(done.stdout)} <= {"error", "warning", "notice"}
    assert (format == "github") == bool(commands(done.stdout))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such file names")
@pytest.mark.parametrize("format", FORMATS)
def test_a_file_name_that_is_not_utf8(here: Path, format: str) -> None:
    Path(os.fsdecode(os.fsencode(here) + b"/b\xff.yaml")).write_text(WRONG, "utf-8")
    done = orgcli(here, os.fsdecode(b"b\xff.yaml"), "-f", format)
    assert (done.returncode, done.stderr) == (1, "")


def test_formats_that_are_not_asked_for_are_not_imported(here: Path) -> None:
    code = (
        "import os, sys\nfrom orgcli.__main__ import main\n"
        "def leave(code):\n    sys.stderr.write(' '.join(sys.modules))\n"
        "    sys.stderr.flush()\n    raise SystemExit\n"
        "os._exit = leave\nmain()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "validate", "-f", "concise"], cwd=here,
        capture_output=True, text=True, env={**os.environ, "GITHUB_ACTIONS": ""},
    )  # fmt: skip
    loaded = {name for name in done.stderr.split() if name.startswith("orgcli.report.")}
    assert loaded == {f"orgcli.report.{name}" for name in (
        "formats", "rendering", "writers", "writers.concise", "finding_lines"
    )}  # fmt: skip
