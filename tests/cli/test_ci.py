"""What CI runs of orgcli: the action's steps, the hook's manifest, and the files of `init`."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml

from command_line import run_in
from forked import forked_program
from orgcli.scaffold.organisation_files import CI, starter

ROOT = Path(__file__).resolve().parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
HOOK: dict[str, Any] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))[0]
GUIDE = (ROOT / "docs/ci.md").read_text("utf-8")

CLEAN = "organisation: Northwind\npositions:\n  - id: ceo\n"
FAULTY = CLEAN + "  - id: cro\n    reports_to: coe\n"
_EXPRESSION = re.compile(r"\$\{\{ ([a-z.-]+) \}\}")

bash = pytest.mark.needs("bash")


def step(id: str) -> dict[str, Any]:
    return next(step for step in STEPS if step.get("id") == id)


def run_step(
    found: dict[str, Any], folder: Path, values: dict[str, str], action: str = str(ROOT)
) -> tuple[int, str, dict[str, str], str]:
    """Run a step as the runner does: exit code, log, outputs, summary.

    values  what expressions stand for; inputs that are not there have their default
    action  the folder of the action
    """
    files = {name: folder / f".{name}" for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for path in files.values():
        path.write_text("", "utf-8")
    known = {f"inputs.{name}": one["default"] for name, one in ACTION["inputs"].items()} | values
    given = {
        name: _EXPRESSION.sub(lambda match: known[match[1]], text)
        for name, text in found["env"].items()
    }
    (folder / ".temp").mkdir(exist_ok=True)
    environment = {
        **os.environ, **given, **{name: str(path) for name, path in files.items()},
        "RUNNER_TEMP": str(folder / ".temp"), "GITHUB_ACTIONS": "true",
        "GITHUB_ACTION_PATH": action,
    }  # fmt: skip
    script = folder / ".step.sh"
    script.write_text(found["run"], "utf-8")
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        cwd=folder / known["inputs.working-directory"], env=environment,
        capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    lines = files["GITHUB_OUTPUT"].read_text("utf-8").splitlines()
    outputs = dict(line.split("=", 1) for line in lines)
    summary = files["GITHUB_STEP_SUMMARY"].read_text("utf-8")
    return done.returncode, done.stdout + done.stderr, outputs, summary


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    launcher = tmp_path / ".orgcli.sh"
    launcher.write_text(f'#!/bin/sh\nexec {shlex.join(forked_program())} "$@"\n')
    launcher.chmod(0o755)
    return tmp_path


def check(here: Path, **inputs: str) -> tuple[int, str, dict[str, str], str]:
    named = {f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()}
    orgcli = {"steps.install.outputs.command": str(here / ".orgcli.sh")}
    return run_step(step("check"), here, named | orgcli)


@bash
def test_the_action_says_what_is_wrong(here: Path) -> None:
    (here / "org.yaml").write_text(FAULTY, "utf-8")
    code, log, outputs, summary = check(here)
    assert (code, outputs["exit-code"]) == (1, "1")
    assert "::error file=org.yaml,line=5" in log
    assert "org.yaml:5:17: error[ORG102]" in log
    assert "ORG102" in summary
    sarif = json.loads(Path(outputs["sarif-file"]).read_text("utf-8"))
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["ORG102"]


@bash
def test_the_action_is_content_with_what_is_right(here: Path) -> None:
    (here / "org.yaml").write_text(CLEAN, "utf-8")
    code, log, outputs, summary = check(here)
    assert (code, outputs["exit-code"]) == (0, "0")
    assert "::error" not in log
    assert "No findings" in summary
    assert json.loads(Path(outputs["sarif-file"]).read_text("utf-8"))["runs"][0]["results"] == []


@bash
def test_the_action_with_nothing_to_read_leaves_nothing_from_before(here: Path) -> None:
    (here / ".temp").mkdir()
    (here / ".temp/orgcli.sarif").write_text("of another run", "utf-8")
    code, _, outputs, summary = check(here)
    assert (code, outputs, summary) == (3, {"exit-code": "3"}, "")


@bash
def test_inputs_of_the_action_are_words_and_never_commands(here: Path) -> None:
    folder = here / "our org; touch x"
    folder.mkdir()
    (folder / "a b.yaml").write_text(CLEAN + "  - id: cro\n", "utf-8")
    (folder / "$(touch x).yaml").write_text(FAULTY, "utf-8")
    inputs = {"paths": "a b.yaml\n\n$(touch x).yaml\n", "working_directory": folder.name}
    code, log, _, _ = check(here, **inputs, args="--select\nORG106")
    assert code == 0
    assert "ORG106" in log
    assert "ORG102" not in log
    assert check(here, paths="a b.yaml", working_directory=folder.name, fail_on="warning")[0] == 1
    assert check(here, paths="--help", working_directory=folder.name)[0] == 2
    assert not list(here.rglob("x"))


@bash
def test_inputs_of_the_action_may_be_indented_and_end_in_cr(here: Path) -> None:
    (here / "a b.yaml").write_text(CLEAN + "  - id: cro\n", "utf-8")
    for paths in ("  a b.yaml\n", "a b.yaml\r\n\r\n", "\ta b.yaml  \r"):
        code, log, _, _ = check(here, paths=paths, args="  --select\r\n  ORG106\r\n")
        assert (code, "a b.yaml:4:9: warning[ORG106]" in log) == (0, True), log


@bash
@pytest.mark.parametrize("on_path", [False, True])
def test_the_action_runs_nothing_of_the_checkout(
    here: Path, on_path: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Modules at the top of a checkout have the names of those that Python and pip import."""
    if on_path:
        monkeypatch.setenv("PYTHONPATH", str(here))
    mark = f"open({str(here / 'PWNED')!r}, 'a').write(__name__ + chr(10))\n"
    for name in ("logging", "pip", "venv", "ensurepip", "sitecustomize", "typer", "yaml", "json"):
        (here / name).mkdir()
        for file in ("__init__.py", "__main__.py"):
            (here / name / file).write_text(mark, "utf-8")
    (here / "org.yaml").write_text(CLEAN, "utf-8")
    values = {"steps.python.outputs.python-path": sys.executable}
    code, log, outputs, _ = run_step(step("install"), here, values, str(small_wheel(here)))
    assert code == 0, log
    monkeypatch.delenv("PYTHONPATH", raising=False)
    assert subprocess.check_output([outputs["command"]], cwd=here, text=True) == "orgcli\n"
    if on_path:
        monkeypatch.setenv("PYTHONPATH", str(here))
    found = {"steps.install.outputs.command": str(Path(sys.executable).with_name("orgcli"))}
    assert run_step(step("check"), here, found)[0] == 0
    assert not (here / "PWNED").exists(), (here / "PWNED").read_text("utf-8")


def commit(here: Path, text: str, *branches: str) -> None:
    """Commit an organisation; the branches begin there."""
    (here / "org.yaml").write_text(text, "utf-8")
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.com"]
    shutil.rmtree(here / ".git")
    for words in (["init", "-qb", "main"], ["add", "org.yaml"], ["commit", "-qm", "x"],
                  *(["branch", name] for name in branches)):  # fmt: skip
        subprocess.run([*git, *words], cwd=here, check=True, capture_output=True)


def difference(here: Path, **inputs: str) -> tuple[int, str, dict[str, str], str]:
    named = {f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()}
    orgcli = {"steps.install.outputs.command": str(here / ".orgcli.sh")}
    return run_step(step("diff"), here, named | orgcli)


@pytest.mark.needs("git")
@bash
def test_the_action_says_what_changes(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(here, CLEAN, "origin/main")
    (here / "org.yaml").write_text(CLEAN + "  - id: cro\n    reports_to: ceo\n", "utf-8")
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    code, log, outputs, summary = difference(here, paths="  org.yaml\r\n")
    assert code == 0, log
    assert summary.startswith("<!-- orgcli diff -->") and "cro" in summary
    assert Path(outputs["markdown"]).read_text("utf-8") == summary
    page = Path(outputs["html"]).read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>") and ">cro<" in page
    monkeypatch.setenv("GITHUB_BASE_REF", "")
    assert difference(here, diff_base="HEAD")[3] == summary.replace("origin/main", "HEAD")
    code, log, outputs, summary = difference(here)
    assert (code, outputs, summary) == (0, {}, "")
    assert "nothing to compare with" in log
    assert difference(here, diff_base="nowhere")[0] == 2
    assert difference(here, diff_base="--help")[0] == 2
    assert difference(here, diff_base="$(touch x)")[0] == 2
    assert not list(here.rglob("x"))


@pytest.mark.needs("git")
@bash
def test_what_is_mended_does_not_fail_the_action(here: Path) -> None:
    commit(here, "organisation: [\n")
    (here / "org.yaml").write_text(CLEAN, "utf-8")
    code, log, outputs, _ = difference(here, diff_base="HEAD")
    assert code == 0, log
    assert Path(outputs["markdown"]).exists()


@pytest.mark.needs("git")
@bash
@pytest.mark.parametrize("known", ["", "17"])
def test_the_action_writes_one_comment(
    here: Path, known: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls, programs = here / "calls", here / "programs"
    programs.mkdir()
    gh = programs / "gh"
    gh.write_text(f'#!/bin/sh\necho "$*" >> {calls}\ncase "$*" in *--jq*) echo {known};; esac\n')
    gh.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    monkeypatch.setenv("GITHUB_REPOSITORY", "acme/people")
    values = {"inputs.comment-token": "t", "github.event.number": "5",
              "steps.diff.outputs.markdown": "c.md"}  # fmt: skip
    assert run_step(step("comment"), here, values)[0] == 0
    asked, wrote = calls.read_text("utf-8").splitlines()
    assert asked.startswith("api repos/acme/people/issues/5/comments --paginate --jq")
    assert wrote == (
        "api -X PATCH repos/acme/people/issues/comments/17 -F body=@c.md --silent" if known
        else "api repos/acme/people/issues/5/comments -F body=@c.md --silent"
    )  # fmt: skip


def small_wheel(folder: Path) -> Path:
    """A package that pip installs without a network, with a program that prints its name."""
    wheel = folder / ".temp/orgcli-0-py3-none-any.whl"
    wheel.parent.mkdir()
    info = "orgcli-0.dist-info"
    files = {
        "orgcli_small.py": "def main():\n    print('orgcli')\n",
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: orgcli\nVersion: 0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": "[console_scripts]\norgcli = orgcli_small:main\n",
    }
    with ZipFile(wheel, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        archive.writestr(f"{info}/RECORD", "".join(f"{name},,\n" for name in files))
    return wheel


def test_nothing_from_outside_stands_inside_a_script_of_the_action() -> None:
    for one in STEPS:
        assert "${{" not in one.get("run", "")
        assert ("run" in one) == ("shell" in one)
        if "uses" in one:
            assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", one["uses"])
    text = (ROOT / "action.yml").read_text("utf-8") + starter("github")
    for pinned in re.findall(r"uses: (.*)", text):
        assert re.fullmatch(r"\S+@[0-9a-f]{40} # v\d+\.\d+\.\d+", pinned)
    assert step("check")["run"].rstrip().endswith('exit "$code"')


def test_every_input_of_the_action_is_used_and_told() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    for name in ACTION["inputs"]:
        assert f"inputs.{name} " in text
        assert f"`{name}`" in GUIDE
    for name in ACTION["outputs"]:
        assert f"`{name}`" in GUIDE


@pytest.mark.needs("shellcheck")
@pytest.mark.parametrize("id", ["install", "check", "diff", "comment"])
def test_shellcheck_has_nothing_to_say(id: str, tmp_path: Path) -> None:
    script = tmp_path / "step.sh"
    script.write_text(step(id)["run"], "utf-8")
    done = subprocess.run(["shellcheck", "-s", "bash", script], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_hook_runs_what_there_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert HOOK["id"] == "orgcli-validate"
    assert HOOK["language"] == "python"
    assert HOOK["pass_filenames"] is False
    assert HOOK["always_run"] is True
    assert HOOK["require_serial"] is True
    (tmp_path / "org.yaml").write_text(CLEAN, "utf-8")
    assert run_in(tmp_path, HOOK["entry"], monkeypatch)[0] == 0
    (tmp_path / "org.yaml").write_text(FAULTY, "utf-8")
    assert run_in(tmp_path, HOOK["entry"], monkeypatch)[0] == 1


@pytest.mark.parametrize("text", [starter(name) for name in CI], ids=CI)
def test_the_guide_shows_what_init_writes(text: str) -> None:
    assert f"```yaml\n{text}```\n" in GUIDE


@pytest.mark.parametrize("text", [starter(name) for name in CI], ids=CI)
@bash
def test_commands_of_ci_files_run(text: str, here: Path) -> None:
    job = yaml.safe_load(text)
    steps = job["jobs"]["organisation"]["steps"] if "jobs" in job else []
    lines = job["orgcli"]["script"] if "orgcli" in job else [one.get("run", "") for one in steps]
    command = next(line for line in lines if line.startswith("orgcli validate"))
    summary = here / "summary.md"
    (here / "org.yaml").write_text(FAULTY, "utf-8")
    line = command.replace("orgcli", str(here / ".orgcli.sh"), 1)
    done = subprocess.run(["bash", "-c", line], cwd=here, capture_output=True, text=True,
                          env={**os.environ, "GITHUB_STEP_SUMMARY": str(summary)})  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "org.yaml:5:17: error[ORG102]" in done.stdout
    if "orgcli" in job:
        for kind, file in job["orgcli"]["artifacts"]["reports"].items():
            assert "ORG102" in (here / file).read_text("utf-8"), kind
    else:
        assert "ORG102" in summary.read_text("utf-8")


def test_the_problem_matcher_reads_concise_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    block = re.search(r"```json\n(\{\n  \"problemMatcher\".*?)```", GUIDE, re.DOTALL)
    assert block
    pattern = json.loads(block[1])["problemMatcher"][0]["pattern"][0]
    (tmp_path / "org.yaml").write_text(FAULTY, "utf-8")
    _, out, _ = run_in(tmp_path, "orgcli validate -f concise", monkeypatch)
    found = re.match(pattern["regexp"], out.splitlines()[0])
    assert found
    parts = {name: found[at] for name, at in pattern.items() if isinstance(at, int)}
    assert parts.pop("message").startswith("`cro` reports to `coe`")
    assert parts == {
        "file": "org.yaml", "line": "5", "column": "17", "severity": "error", "code": "ORG102",
    }  # fmt: skip


@pytest.mark.needs("shellcheck")
@pytest.mark.parametrize("name", CI)
def test_shellcheck_has_nothing_to_say_of_the_starters(name: str, tmp_path: Path) -> None:
    job = yaml.safe_load(starter(name))
    if "jobs" in job:
        lines = [
            one["run"] for each in job["jobs"].values() for one in each["steps"] if "run" in one
        ]
    else:
        lines = [line for each in job.values() for line in each["script"]]
    script = tmp_path / "script.sh"
    script.write_text("\n".join(lines), "utf-8")
    done = subprocess.run(["shellcheck", "-s", "bash", script], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.needs("git")
@bash
@pytest.mark.parametrize("name", CI)
def test_the_job_for_changes_writes_the_comment(name: str, here: Path) -> None:
    job = yaml.safe_load(starter(name))
    lines = (
        [one.get("run", "") for one in job["jobs"]["changes"]["steps"]]
        if "jobs" in job
        else job["orgcli-changes"]["script"]
    )
    command = next(line for line in lines if line.startswith("orgcli diff"))
    commit(here, CLEAN, "origin/main")
    line = command.replace("orgcli", str(here / ".orgcli.sh"), 1)
    environment = {**os.environ, "GITHUB_BASE_REF": "main", "RUNNER_TEMP": str(here),
                   "CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD"}  # fmt: skip
    done = subprocess.run(["bash", "-c", line], cwd=here, capture_output=True, text=True,
                          env=environment)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (here / "changes.md").read_text("utf-8").startswith("<!-- orgcli diff -->")
    kept = text_of_artifacts(job)
    assert (here / "changes.html").exists() and "changes.html" in kept
    assert (here / "changes.svg").exists() and "changes.svg" in kept


def text_of_artifacts(job: dict[str, Any]) -> str:
    """The files that the job for changes keeps."""
    if "jobs" not in job:
        return " ".join(job["orgcli-changes"]["artifacts"]["paths"])
    steps = job["jobs"]["changes"]["steps"]
    (found,) = (one for one in steps if "upload-artifact" in one.get("uses", ""))
    return str(found["with"]["path"])
