"""The flags of `validate` that say what is read, what counts and how much is said."""

import json
from pathlib import Path

import pytest

from command_line import run_in

ORG = "organisation: N\npositions:\n  - id: ceo\n  - {id: a, reports_to: coe}\n"
PART = "positions:\n  - {id: b, reports_to: ceo}\n  - {id: c, reports_to: nobody}\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "org").mkdir()
    (tmp_path / "org/org.yaml").write_text(ORG, "utf-8")
    (tmp_path / "org/part.yaml").write_text(PART, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "files"),
    [
        ("--only-files org/part.yaml", ["org/part.yaml"]),
        ("--only-files org/part.yaml org/org.yaml -f json", ["org/org.yaml", "org/part.yaml"]),
        ("org --only-files org/org.yaml", ["org/org.yaml"]),
        ("--only-files=org/org.yaml", ["org/org.yaml"]),
        ("--only-files org -f json", ["org/org.yaml", "org/part.yaml"]),
        ("--only-files ./org/../org/part.yaml", ["org/part.yaml"]),
        ("--only-files README.md", []),
    ],
)
def test_only_files_reads_all_and_reports_on_some(
    here: Path, monkeypatch: pytest.MonkeyPatch, words: str, files: list[str]
) -> None:
    command = f"orgcli validate {words}" + ("" if "json" in words else " -f json")
    code, out, err = run_in(here, command, monkeypatch)
    found = json.loads(out)
    assert [one["file"] for one in found["findings"]] == files
    assert found["summary"]["files"] == 2
    assert code == bool(files)
    assert ("no part of what is read" in err) == ("README" in words)


def test_only_files_are_read_where_nothing_else_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "team.yaml").write_text(ORG, "utf-8")
    code, out, _ = run_in(tmp_path, "orgcli validate --only-files team.yaml", monkeypatch)
    assert code == 1 and out.startswith("team.yaml:4")


def test_a_baseline_knows_what_it_has_seen_whatever_its_line(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, err = run_in(here, "orgcli validate --baseline b.json --write-baseline", monkeypatch)
    assert (code, out) == (0, "")
    assert err == "orgcli: 2 findings written to `b.json`\n"
    (here / "org/org.yaml").write_text("# one\n# more\n" + ORG.replace("id: a", "id:   a"), "utf-8")
    code, out, _ = run_in(here, "orgcli validate --baseline b.json", monkeypatch)
    assert (code, "2 suppressed" in out) == (0, True)
    code, out, err = run_in(here / "org", "orgcli validate . --baseline ../b.json", monkeypatch)
    assert (code, "2 suppressed" in out) == (0, True)
    (here / "org/org.yaml").write_text(ORG + "  - {id: d, reports_to: coe}\n", "utf-8")
    (here / "org/part.yaml").write_text("positions:\n  - {id: b, reports_to: ceo}\n", "utf-8")
    code, out, err = run_in(here, "orgcli validate --baseline b.json", monkeypatch)
    assert code == 1 and "`d` reports to" in out and "`a` reports to" not in out
    assert "1 of the baseline are found no more" in err
    sarif = run_in(
        here, "orgcli validate --baseline b.json -f sarif --show-suppressed", monkeypatch
    )
    results = json.loads(sarif[1])["runs"][0]["results"]
    assert [one.get("suppressions") for one in results] == [
        [{"kind": "external", "justification": "in the baseline"}], None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", "[]", '{"version": 2}', '{"version": 1, "findings": [{}]}', "[" * 10_000,
             '{"version": 1, "findings": [{"code": "x", "file": "y", "about": "z", "count": -1}]}'],
)  # fmt: skip
def test_what_is_no_baseline(here: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    (here / "b.json").write_text(text, "utf-8")
    code, out, err = run_in(here, "orgcli validate --baseline b.json", monkeypatch)
    assert (code, out) == (2, "")
    assert err.startswith("orgcli: `b.json`")
    assert run_in(here, "orgcli validate --baseline gone.json", monkeypatch)[0] == 2
    assert run_in(here, "orgcli validate --write-baseline", monkeypatch)[0] == 2
    assert run_in(here, "orgcli validate --write-baseline=org/org.yaml", monkeypatch)[0] == 2
    assert (here / "org/org.yaml").read_text("utf-8") == ORG


def test_a_baseline_never_knows_what_cannot_be_read(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_in(here, "orgcli validate --baseline b.json --write-baseline", monkeypatch)
    known = (here / "b.json").read_text("utf-8")
    (here / "org/team.yaml").write_text("positions: [", "utf-8")
    code, _, err = run_in(here, "orgcli validate --baseline b.json --write-baseline", monkeypatch)
    assert (code, "cannot be read" in err) == (2, True)
    assert (here / "b.json").read_text("utf-8") == known
    known = known.replace("ORG102", "ORG001").replace('"about": "a"', '"about": "x"')
    (here / "b.json").write_text(known, "utf-8")
    assert run_in(here, "orgcli validate --baseline b.json", monkeypatch)[0] == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("positions: [", "ORG001"),
        ("positions: [{id: a}]\n---\npositions: [{id: b}]\n", "ORG001"),
        ("role: x\nid: [\n", "ORG001"),
        ("id,name\n\0\0,x\n", "ORG001"),
    ],
)
def test_no_baseline_is_made_of_a_file_that_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, code: str
) -> None:
    name = "bad.csv" if text.startswith("id,") else "bad.yaml"
    (tmp_path / name).write_text(text, "utf-8")
    command = f"orgcli validate {name} --write-baseline=b.json"
    status, out, err = run_in(tmp_path, command, monkeypatch)
    assert (status, out) == (2, "")
    assert "some files cannot be read" in err
    assert f"mend {code} first" in err
    assert not (tmp_path / "b.json").exists()


def test_a_baseline_of_some_files_keeps_those_of_others(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_in(here, "orgcli validate --baseline b.json --write-baseline", monkeypatch)
    known = (here / "b.json").read_text("utf-8")
    command = "orgcli validate --baseline b.json --write-baseline --only-files org/part.yaml"
    run_in(here, command, monkeypatch)
    assert (here / "b.json").read_text("utf-8") == known


@pytest.mark.parametrize(
    "words",
    ["-f json:orgcli.toml", "--baseline b.json -f json:b.json", "-f json:org/org.yaml",
     "--write-baseline=orgcli.toml", "--fix --write-baseline=c.json",
     "--write-baseline=c.json -f json", "--statistics -f json:c.json",
     "--diff -f sarif:c.json", "--select ''", "--ignore ,"],
)  # fmt: skip
def test_nothing_is_written_over_and_no_flag_is_silent(
    here: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    (here / "orgcli.toml").write_text("fail-on = 'never'\n", "utf-8")
    run_in(here, "orgcli validate --write-baseline=b.json", monkeypatch)
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    code, out, err = run_in(here, f"orgcli validate {words}", monkeypatch)
    assert (code, out) == (2, "") and err.startswith("orgcli: ")
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("words", ["--only-files", "--only-files --fix", "--only-files -f concise"])
def test_only_files_without_files_reports_and_mends_nothing(
    here: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    code, out, _ = run_in(here, f"orgcli validate {words}", monkeypatch)
    assert code == 0 and out.startswith("No findings in 2 files")
    assert (here / "org/org.yaml").read_text("utf-8") == ORG


def test_suppressed_findings_are_shown_when_asked_for(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = ORG.replace("coe}", "coe}  # orgcli: ignore[ORG102] starts in May")
    (here / "org/org.yaml").write_text(text, "utf-8")
    (here / "org/part.yaml").unlink()
    code, out, _ = run_in(here, "orgcli validate", monkeypatch)
    assert (code, out.count("\n")) == (0, 1)
    assert out.startswith("No findings (1 suppressed) in 1 file")
    code, out, _ = run_in(here, "orgcli validate --show-suppressed -f json", monkeypatch)
    assert code == 0
    assert [one["suppressed"] for one in json.loads(out)["findings"]] == [True]
    sarif = json.loads(run_in(here, "orgcli validate --show-suppressed -f sarif", monkeypatch)[1])[
        "runs"
    ][0]["results"]
    assert sarif[0]["suppressions"] == [{"kind": "inSource", "justification": "starts in May"}]
    assert run_in(here, "orgcli validate --no-suppressions", monkeypatch)[0] == 1


def test_counts_instead_of_findings(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, _ = run_in(here, "orgcli validate --statistics", monkeypatch)
    assert code == 1
    assert out.splitlines() == [
        "2  ORG102  unknown-manager  error  fixable",
        "Found 2 errors in 2 files; 1 fixable with --fix",
    ]
    assert run_in(here, "orgcli validate --statistics -f json", monkeypatch)[0] == 2


def test_how_much_is_said(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, err = run_in(here, "orgcli validate -q", monkeypatch)
    assert (code, out.count("\n"), err) == (1, 2, "")
    assert "Found" not in out
    command = "orgcli validate -s -f full -f json:out.json --fix --add-ignore=x"
    code, out, err = run_in(here, command, monkeypatch)
    assert (code, out, err) == (0, "", "")
    assert json.loads((here / "out.json").read_text("utf-8"))["summary"]["suppressed"] == 1
    (here / "org/part.yaml").write_text("positions: [", "utf-8")
    assert run_in(here, "orgcli validate -s", monkeypatch) == (1, "", "")
    assert "could not be read" in run_in(here, "orgcli validate", monkeypatch)[2]
    assert run_in(here, "orgcli validate -q", monkeypatch)[2] == ""


def test_nothing_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    assert run_in(tmp_path, "orgcli validate", monkeypatch)[0] == 3
    code, out, _ = run_in(tmp_path, "orgcli validate --allow-empty", monkeypatch)
    assert (code, out) == (0, "No findings in 0 files: nothing to check\n")
    code, out, _ = run_in(tmp_path, "orgcli validate --allow-empty -f gitlab", monkeypatch)
    assert (code, out) == (0, "[]\n")


def test_levels_from_the_command_line(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command = "orgcli validate --severity ORG1=warning --severity unknown-manager=info"
    code, out, _ = run_in(here, command, monkeypatch)
    assert (code, out.count("info[ORG102]")) == (0, 2)
    assert run_in(here, "orgcli validate --severity ORG102", monkeypatch)[0] == 2
    assert run_in(here, "orgcli validate --severity ORG102=bad", monkeypatch)[0] == 2
    assert run_in(here, "orgcli validate --severity ORG555=info", monkeypatch)[0] == 2


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("--select ORG2 --severity ORG1=error", 0),
        ("--ignore ORG102 --severity ORG102=error", 0),
        ("--severity ORG1=warning --select ORG102", 2),
        ("--select all --ignore ORG102", 0),
        ("--select ORG102 --ignore ORG1", 2),
        ("--select ORG1,ORG102,unknown-manager --ignore ORG10", 2),
        ("--select ORG102,ORG1 --ignore ORG10", 2),
        ("--select ORG1 --ignore ORG10", 0),
    ],
)
def test_a_level_switches_nothing_on_that_is_not_selected(
    here: Path, monkeypatch: pytest.MonkeyPatch, words: str, found: int
) -> None:
    out = run_in(here, f"orgcli validate --isolated -f json {words}", monkeypatch)[1]
    assert len(json.loads(out)["findings"]) == found


def test_what_is_selected_here_wins_over_the_file(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "orgcli.toml").write_text("ignore = ['ORG102']\n[severity]\nORG102 = 'off'\n", "utf-8")
    assert run_in(here, "orgcli validate", monkeypatch)[0] == 0
    assert run_in(here, "orgcli validate --select ORG102", monkeypatch)[0] == 1
    assert run_in(here, "orgcli validate --select ORG102 --ignore ORG102", monkeypatch)[0] == 0


@pytest.mark.parametrize(
    "words", ["--select ORG102", "--ignore ORG0", "--severity ORG001=off", "--severity ORG001=info"]
)
def test_nothing_silences_a_file_that_cannot_be_read(
    here: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    (here / "org/part.yaml").write_text("positions: [", "utf-8")
    (here / "orgcli.toml").write_text("[per-file-ignores]\n'*' = ['ORG0']\n", "utf-8")
    code, out, _ = run_in(here, f"orgcli validate {words}", monkeypatch)
    assert (code, "error[ORG001]" in out) == (1, True)


def test_paths_that_lead_nowhere(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "ring.yaml").symlink_to("ring.yaml")
    code, out, err = run_in(here, "orgcli validate ring.yaml", monkeypatch)
    assert (code, out) == (2, "") and "cannot read `ring.yaml`" in err
    assert run_in(here, "orgcli validate --only-files gone.yaml", monkeypatch)[0] == 0
    assert run_in(here, "orgcli validate org --exclude org", monkeypatch)[0] == 3
    assert run_in(here, "orgcli validate org --exclude ./org/part.yaml", monkeypatch)[0] == 1


def test_actions_may_be_quiet_too(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert "Found" in run_in(here, "orgcli validate", monkeypatch)[1]
    assert "Found" not in run_in(here, "orgcli validate -q", monkeypatch)[1]


def test_an_empty_glob_is_a_usage_error(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, err = run_in(here, "orgcli validate --exclude ''", monkeypatch)
    assert (code, out) == (2, "") and "--exclude names nothing" in err


def test_an_empty_level_is_the_configured_one(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    as_usual = run_in(here, "orgcli validate", monkeypatch)
    assert run_in(here, "orgcli validate --fail-on ''", monkeypatch) == as_usual


LEAVERS = """\
organisation: N
positions:
  - {id: a, holder: Ada}
  - {id: b, reports_to: a, status: closed}
  - {id: c, reports_to: b, status: closed}
  - {id: d, reports_to: a}
  - {id: e, reports_to: a}
"""


def test_the_summary_counts_what_is_not_closed_and_says_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "org.yaml").write_text(LEAVERS, "utf-8")
    out = run_in(tmp_path, "orgcli validate --isolated", monkeypatch)[1]
    assert out == "No findings in 1 file: 3 positions, 2 closed, 1 root, 2 layers\n"
    out = run_in(tmp_path, "orgcli validate --isolated -f json", monkeypatch)[1]
    summary = json.loads(out)["summary"]
    counts = {key: summary[key] for key in ("positions", "closed", "roots", "layers")}
    assert counts == {"positions": 3, "closed": 2, "roots": 1, "layers": 2}
    above = LEAVERS.replace("id: a, holder: Ada", "id: a, status: closed")
    (tmp_path / "org.yaml").write_text(above, "utf-8")
    out = run_in(tmp_path, "orgcli validate --isolated --ignore ORG1", monkeypatch)[1]
    assert out == "No findings in 1 file: 2 positions, 3 closed, 0 roots, 2 layers\n"


NAMED = "ORG302 and ORG305, which must be named: --extend-select ORG302,ORG305"
LIMITED = "ORG301, ORG303 and ORG304, which must have a limit: [rules.span-too-wide] max = N"


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("--select ORG3", f"{NAMED}; and {LIMITED}"),
        ("--select ORG3 --ignore ORG302,ORG305", LIMITED),
        ("--extend-select ORG30,ORG302 --ignore ORG303,ORG304", "ORG305, which must be named: "
         "--extend-select ORG305; and ORG301, which must have a limit: [rules.span-too-wide] max"),
        ("--select ALL", "ORG302, ORG305, ORG404 and ORG407, which must be named: --extend-select "
         f"ORG302,ORG305,ORG404,ORG407; and {LIMITED}"),
        ("--select ALL,ORG302,ORG305,ORG404,ORG407 --ignore ORG301,ORG303,ORG304", ""),
        ("--select org302", ""),
        ("--select ORG1", ""),
        ("--select ORG3 -q", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_rules_that_a_family_leaves_off_are_said(
    here: Path, monkeypatch: pytest.MonkeyPatch, words: str, left: str
) -> None:
    err = run_in(here, f"orgcli validate {words}", monkeypatch)[2]
    notes = [line for line in err.splitlines() if "leaves off" in line]
    assert len(notes) == bool(left)
    for line in notes:
        assert f"leaves off {left}" in line


UNLIMITED = ["ORG301 span-too-wide", "ORG303 too-many-layers", "ORG304 many-open"]


@pytest.mark.parametrize("rule", UNLIMITED)
@pytest.mark.parametrize("flag", ["--select", "--extend-select", "--severity"])
def test_a_rule_without_its_limit_asks_for_a_number(
    here: Path, monkeypatch: pytest.MonkeyPatch, flag: str, rule: str
) -> None:
    code, name = rule.split()
    for word in (code, code.lower(), name):
        value = f"{word}=error" if flag == "--severity" else f"ORG1,{word}"
        left, out, err = run_in(here, f"orgcli validate {flag} {value}", monkeypatch)
        assert (left, out) == (2, "")
        asked = f"`{word}` needs a number: `[rules.{name}] max = N`"
        help = "`orgcli stats --sources` shows published figures and yours"
        assert err == f"orgcli: {asked}\n  help: {help}\n"


@pytest.mark.parametrize("rule", UNLIMITED)
@pytest.mark.parametrize(
    "text",
    [
        'select = ["ALL", "{0}"]',
        'extend-select = ["{0}"]',
        '[severity]\n{0} = "info"',
        "[rules.{0}]",
    ],
)
def test_a_configuration_without_the_limit_is_asked_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, rule: str
) -> None:
    (tmp_path / "org.yaml").write_text(LEAVERS, "utf-8")
    for word in rule.split():
        (tmp_path / "orgcli.toml").write_text(text.format(word), "utf-8")
        code, _, err = run_in(tmp_path, "orgcli validate", monkeypatch)
        assert code == 2
        assert f"orgcli.toml: `{word}` needs a number: `[rules." in err


@pytest.mark.parametrize(
    "text",
    ['[severity]\nORG3 = "error"', 'select = ["ORG3"]', 'select=["ORG301"]\nignore=["ORG301"]',
     'severity = {ORG301 = "off"}', 'select = ["ORG301"]\nrules = {span-too-wide = {max = 50}}',
     'select = ["span-too-wide"]\nrules = {ORG301 = {max = 50}}'],
)  # fmt: skip
def test_a_rule_is_off_without_a_limit_where_nobody_named_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    (tmp_path / "org.yaml").write_text(LEAVERS, "utf-8")
    (tmp_path / "orgcli.toml").write_text(text, "utf-8")
    code, out, _ = run_in(tmp_path, "orgcli validate", monkeypatch)
    assert code in (0, 1)
    assert not any(unlimited.split()[0] in out for unlimited in UNLIMITED)


@pytest.mark.parametrize("name", ["ORG301", "span-too-wide"])
def test_limits_stand_under_the_code_or_the_name_of_a_rule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "org.yaml").write_text(LEAVERS, "utf-8")
    (tmp_path / "orgcli.toml").write_text(f"[rules.{name}]\nmax = 1\n", "utf-8")
    code, out, _ = run_in(tmp_path, "orgcli validate", monkeypatch)
    assert code == 0 and "[ORG301] `a` has 2 direct reports, more than 1" in out
    both = "[rules.ORG301]\nmax = 1\n[rules.span-too-wide]\nmax = {}\n"
    (tmp_path / "orgcli.toml").write_text(both.format(1), "utf-8")
    assert run_in(tmp_path, "orgcli validate", monkeypatch)[1] == out
    (tmp_path / "orgcli.toml").write_text(both.format(2), "utf-8")
    code, _, err = run_in(tmp_path, "orgcli validate", monkeypatch)
    assert code == 2 and "`[rules.ORG301]` and `[rules.span-too-wide]` set `max`" in err


@pytest.mark.parametrize("set_under", ["ORG202", "unexpected-manager-role"])
def test_a_table_without_a_limit_takes_none_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, set_under: str
) -> None:
    case = Path(__file__).parents[1] / "cases/manager-roles-past-open"
    for file in case.glob("*.yaml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    tables = {"ORG202": "", "unexpected-manager-role": ""}
    (tmp_path / "orgcli.toml").write_text(f"[rules.{set_under}]\nskip-open = true\n", "utf-8")
    _, wanted, err = run_in(tmp_path, "orgcli validate .", monkeypatch)
    assert "ORG202" in wanted, err
    tables[set_under] = "skip-open = true\n"
    text = "".join(f"[rules.{name}]\n{limits}" for name, limits in tables.items())
    (tmp_path / "orgcli.toml").write_text(text, "utf-8")
    assert run_in(tmp_path, "orgcli validate .", monkeypatch)[1] == wanted
    (tmp_path / "orgcli.toml").write_text("", "utf-8")
    assert run_in(tmp_path, "orgcli validate .", monkeypatch)[1] != wanted
