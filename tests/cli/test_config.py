"""The configuration: where it is found, what it extends, what its globs mean, what wins."""

import json
import os
import tomllib
from pathlib import Path

import pytest

from command_line import run_in
from orgcli.read.config import find_config

WARNED = "organisation: N\npositions:\n  - id: ceo\n  - id: cro\n"
WRONG = "organisation: N\npositions:\n  - id: ceo\n  - id: cro\n    reports_to: x\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_toml", ".toml").replace("_yaml", ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def test_the_nearest_file_holds_and_the_dedicated_one_comes_first(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        here,
        orgcli_toml='ignore = ["ORG106"]\n',
        teams__pyproject_toml='[tool.orgcli]\nfail-on = "warning"\n',
        teams__org_yaml=WARNED,
        teams__sub__pyproject_toml="[project]\nname = 'x'\n",
        teams__sub__org_yaml=WARNED,
        org_yaml=WARNED,
    )
    assert run_in(here, "orgcli validate org.yaml", monkeypatch)[1].startswith("No findings")
    assert run_in(here, "orgcli validate teams/org.yaml", monkeypatch)[0] == 1
    assert run_in(here / "teams/sub", "orgcli validate", monkeypatch)[0] == 1
    (here / "teams/orgcli.toml").write_text("", "utf-8")
    assert run_in(here / "teams", "orgcli validate", monkeypatch)[0] == 0
    code, out, _ = run_in(here / "teams", "orgcli validate --isolated", monkeypatch)
    assert (code, "ORG106" in out) == (0, True)
    named = "ORGCLI_CONFIG=pyproject.toml orgcli validate"
    assert run_in(here / "teams", named, monkeypatch)[0] == 1
    monkeypatch.delenv("ORGCLI_CONFIG")


def test_extend_gives_what_the_nearer_file_does_not_say(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        here,
        base_toml='paths = ["org"]\nignore = ["ORG201"]\nfail-on = "warning"\n'
        '[severity]\nORG106 = "error"\nORG1 = "info"\n[rules.several-roots]\nmax = 1\n',
        near__orgcli_toml='extend = "../base.toml"\nfail-on = "error"\n'
        '[severity]\nORG1 = "warning"\n',
        org__org_yaml=WARNED,
    )
    code, out, _ = run_in(here / "near", "orgcli validate", monkeypatch)
    assert code == 1
    assert "error[ORG106]" in out and "org/org.yaml" in out
    settings = tomllib.loads(
        run_in(here / "near", "orgcli validate --show-settings", monkeypatch)[1]
    )
    assert settings["severity"]["ORG102"] == "warning"
    assert settings["severity"]["ORG201"] == "off"
    assert settings["fail-on"] == "error"
    assert settings["organisations"] == [(here / "org").as_posix()]
    assert settings["rules"] == {"several-roots": {"max": 1}}


def test_how_charts_are_drawn_is_extended_key_by_key(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        here,
        base_toml='[chart]\npage = "a3"\ntop-layers = 0\ntheme = "dark"\n',
        near__orgcli_toml='extend = "../base.toml"\n[chart]\ntheme = "print"\nfields = "id"\n',
        near__org_yaml=WARNED,
    )
    code, out, _ = run_in(here / "near", "orgcli validate --show-settings", monkeypatch)
    said = {"page": "a3", "top-layers": 0, "theme": "print", "fields": ["id"]}
    assert (code, tomllib.loads(out)["chart"]) == (0, said)
    assert find_config(here / "near").extends == (here / "near/../base.toml",)
    settings = run_in(here, "orgcli validate --show-settings --isolated", monkeypatch)[1]
    assert "chart" not in tomllib.loads(settings)


@pytest.mark.parametrize(
    ("text", "said", "advice"),
    [
        ("[chart]\npgae = 'a4'", "unknown field `pgae`", "did you mean `page`?"),
        ("[chart]\nleaves-first = 1", "`leaves-first` is `1`; expected `true` or `false`", ""),
        ("chart = 'a4'", "`chart` is `a4`; expected a mapping", ""),
        ("selct = []", "unknown field `selct`", "did you mean `select`?"),
        ("fail-on = 'errors'", "`fail-on` is `errors`", "did you mean `error`?"),
        ("select = ['ORG999']", "orgcli.toml: no rule is called `ORG999`", "codes look like"),
        ("[rules.span-to-wide]\nmax = 1", "no rule is called `span-to-wide`", "span-too-wide"),
        ("[rules.span-too-wide]\nmx = 1", "unknown field `mx`", "did you mean `max`?"),
        (
            "[rules.single-report]\nmax = 1",
            "orgcli.toml: `[rules.single-report]` sets `max`, which",
            "it has no limits; `max` is of `several-roots`, `span-too-wide`",
        ),
        (
            "[rules.span-too-wide]\nskip-open = false",
            "sets `skip-open`, which the rule has not",
            "it has `max`; `skip-open` is of `unexpected-manager-role`",
        ),
        (
            "[rules.ORG30]\nmax = 1",
            "`[rules.ORG30]` is not the name of a rule",
            "write `[rules.span-too-wide]`",
        ),
        ("[rules.ORG3]\nmax = 1", "`[rules.ORG3]` is not the name of a rule", "one table for each"),
        ("[rules.org301]\nmax = 1", "`[rules.org301]` is not the name", "`[rules.span-too-wide]`"),
        ("language = 'xx'", "orgcli.toml: `language` cannot be `xx`", "`sv` (svenska)"),
        ("roles = ['gone']", "orgcli.toml: `roles` names `gone`, which is no folder", "create it"),
        ("roles = ['org.yaml']", "`roles` names `org.yaml`, which is no folder", "create it"),
        ("extend-select = ['ORG999']", "no rule is called `ORG999`", "codes look like"),
        ("[severity]\nORG1 = 'eror'", "`ORG1` is `eror`", "did you mean `error`?"),
        ("extend = 'gone.toml'", "gone.toml: No such file", ""),
        ("extend = 'orgcli.toml'", "comes back", "extend nothing"),
        ("required-version = '>=99'", "orgcli >=99 is required; this is", "pip install"),
        ("required-version = 'new'", "which is no version", ">=0.2"),
        ("required-version = '>=99'\nbrandnew = 1", "orgcli >=99 is required", "pip install"),
        ("select = [", "not TOML", ""),
        ("format = ['cocise']", "--format cannot be `cocise`", "did you mean `concise`?"),
    ],
)
def test_what_cannot_be_used_is_exit_code_2(
    here: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str, advice: str
) -> None:
    write(here, orgcli_toml=text, org_yaml=WARNED)
    code, out, err = run_in(here, "orgcli validate", monkeypatch)
    assert (code, out) == (2, "")
    assert said in err and advice in err
    assert "Traceback" not in err


def test_a_version_that_fits(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here, orgcli_toml="required-version = '>=0.1,<99'", org_yaml=WARNED)
    assert run_in(here, "orgcli validate", monkeypatch)[0] == 0


def test_globs_mean_names_or_paths_below_the_configuration(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        here,
        orgcli_toml='organisations = ["."]\nexclude = ["old*", "teams/skip"]\n'
        '[per-file-ignores]\n"teams/*" = ["ORG102"]\n"loud.yaml" = ["ALL"]\n',
        teams__a_yaml=WRONG,
        teams__skip__b_yaml=WRONG,
        deep__old__c_yaml=WRONG,
        deep__old_yaml=WRONG,
        deep__loud_yaml=WRONG.replace("N", "M"),
    )
    for folder in (here, here / "teams"):
        code, out, _ = run_in(folder, "orgcli validate", monkeypatch)
        assert (code, out) == (0, "No findings in 2 files: 4 positions, 2 roots, 1 layer\n")
    code, out, _ = run_in(
        here, "orgcli validate --isolated --exclude old --exclude teams .", monkeypatch
    )
    assert "Found 2 errors in 2 files" in out
    assert "deep/old.yaml" in out and "deep/loud.yaml" in out


def test_a_star_stays_in_its_folder(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ignored = 'organisations = ["."]\n[per-file-ignores]\n"teams/*.yaml" = ["ORG102"]\n'
    write(here, orgcli_toml=ignored, teams__a_yaml=WRONG, teams__deep__b_yaml=WRONG)
    code, out, _ = run_in(here, "orgcli validate -f concise", monkeypatch)
    assert (code, out.count("ORG102")) == (1, 1)
    assert "teams/deep/b.yaml" in out


@pytest.mark.parametrize(
    ("toml", "flags", "said"),
    [
        ('exclude = ["a/[z-a]"]', "", "orgcli.toml: `a/[z-a]` is no glob"),
        ('[per-file-ignores]\n"!" = ["ORG102"]', "", "orgcli.toml: `!` is no glob"),
        ("", "--exclude '[z-a]'", "--exclude: `[z-a]` is no glob"),
    ],
)
def test_what_is_no_glob(
    here: Path, monkeypatch: pytest.MonkeyPatch, toml: str, flags: str, said: str
) -> None:
    write(here, orgcli_toml=toml, org_yaml=WRONG)
    code, out, err = run_in(here, f"orgcli validate {flags}", monkeypatch)
    assert (code, out) == (2, "")
    assert err.replace(f"{here}{os.sep}", "") == f"orgcli: {said}\n"


def test_folders_whose_names_are_globs_and_other_ways_to_them(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = here / "o[1]"
    write(
        folder,
        orgcli_toml='exclude = ["drafts/*"]\n[per-file-ignores]\n"teams/*" = ["ORG102"]\n',
        teams__a_yaml=WRONG,
        drafts__b_yaml=WRONG,
    )
    (here / "link").symlink_to(folder)
    (here / "other").mkdir()
    for start, command in ((folder, "."), (here / "other", "'../o[1]'"), (here, "link")):
        code, out, _ = run_in(start, f"orgcli validate {command}", monkeypatch)
        assert (code, "in 1 file" in out) == (0, True), (command, out)
    command = "orgcli validate --isolated --exclude 'teams/*' --exclude 'drafts/*' --allow-empty ."
    assert "in 0 files" in run_in(folder, command, monkeypatch)[1]


def test_formats_and_flags_over_the_environment_over_the_file(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here, orgcli_toml='format = ["json", "markdown:report.md"]', org_yaml=WARNED)
    assert run_in(here, "orgcli validate", monkeypatch)[1].startswith("{")
    assert (here / "report.md").read_text("utf-8").startswith("### orgcli validate")
    said = run_in(here, "ORGCLI_OUTPUT_FORMAT=gitlab orgcli validate", monkeypatch)[1]
    assert said.startswith("[")
    said = run_in(here, "ORGCLI_OUTPUT_FORMAT=gitlab orgcli validate -f concise", monkeypatch)[1]
    assert said.startswith("org.yaml:4:9: warning[ORG106]")


def test_settings_that_are_shown_are_a_configuration(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        here,
        orgcli_toml="select = ['ORG1', 'ORG404']\nroots = ['é😀', 'a\"b\\\\']\n"
        "[rules.many-open]\nmax = 5\n[chart]\nleaves-first = false\nmin-font = 6.5\n"
        "[per-file-ignores]\n'é*' = ['ORG1']\n",
    )
    first = run_in(here, "orgcli validate --show-settings --severity ORG106=info", monkeypatch)
    assert first[0] == 0
    (here / "orgcli.toml").write_text(first[1], "utf-8")
    again = run_in(here, "orgcli validate --show-settings", monkeypatch)
    assert again == first


def test_an_extended_file_is_named_where_it_has_the_mistake(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        here,
        base_toml="[rules.single-report]\nmax = 1\n",
        orgcli_toml='extend = "base.toml"\n',
        org_yaml=WARNED,
    )
    code, _, err = run_in(here, "orgcli validate", monkeypatch)
    assert (code, err.split(": ")[1]) == (2, (here / "base.toml").as_posix())


@pytest.mark.parametrize(
    ("roots", "command", "note"),
    [
        ("['ceo', 'cro']", "orgcli validate", ""),
        ("['ceo', 'chair']", "orgcli validate", "names `chair`, which nobody here is\n"),
        ("['ceo', 'chair']", "orgcli validate org.yaml", ""),  # may be of another organisation
        (
            "['CEO', 'cro']",
            "orgcli validate org.yaml",
            "names `CEO`, which nobody here is; did you",
        ),
        ("['ceo', 'chair']", "orgcli validate -q", ""),
        ("['ceo', 'chair']", "orgcli validate org.yaml broken.yaml", ""),
    ],
)
def test_roots_that_nobody_is_are_noted(
    here: Path, monkeypatch: pytest.MonkeyPatch, roots: str, command: str, note: str
) -> None:
    write(here, orgcli_toml=f"roots = {roots}", org_yaml=WARNED, broken_yaml="positions: [\n")
    err = run_in(here, command, monkeypatch)[2]
    assert note in err
    assert bool(note) == ("`roots`" in err)


def test_a_second_top_says_which_of_roots_nobody_is(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here, orgcli_toml='roots = ["ceo", "chief"]', org_yaml=WARNED)
    out = run_in(here, "orgcli validate org.yaml", monkeypatch)[1]
    assert "roots = [...]; it names `chief`, which nobody here is" in out


def test_extend_select_adds_to_what_is_on(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'extend-select = ["ORG302"]\nignore = ["ORG106"]\n'
    write(here, orgcli_toml=text, org_yaml=f"{WARNED}  - id: ae\n    reports_to: cro\n")

    def found(flags: str) -> list[str]:
        out = run_in(here, f"orgcli validate -f json {flags}", monkeypatch)[1]
        return sorted(one["code"] for one in json.loads(out)["findings"])

    assert found("") == ["ORG302"]
    assert found("--isolated --extend-select single-report") == ["ORG106", "ORG302"]
    assert found("--extend-select ORG106") == ["ORG106", "ORG302"]
    assert found("--select ORG106") == ["ORG106"]  # all that is on
    assert found("--select ORG1 --extend-select ORG106") == ["ORG106"]
    assert found("--ignore ORG302") == []
    write(here, orgcli_toml='select = ["ORG2"]\nextend-select = ["ORG106"]\n')
    assert found("") == ["ORG106"]
    write(here, orgcli_toml='[severity]\nORG106 = "off"\n')
    assert found("") == []
    assert found("--extend-select ORG106") == ["ORG106"]


def test_show_settings_has_what_is_typed(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here, orgcli_toml='exclude = ["drafts"]', org_yaml=WARNED)
    typed = "--baseline 'my known.json' --exclude 'old/*' --exclude tmp --extend-select ORG404"
    code, out, _ = run_in(here, f"orgcli validate --show-settings {typed}", monkeypatch)
    settings = tomllib.loads(out)
    assert code == 0
    assert settings["exclude"] == ["drafts", (here / "old/*").as_posix(), "tmp"]
    assert settings["extend-select"] == ["ORG404"]
    assert out.splitlines()[1] == '# --baseline "my known.json"'
    again = run_in(here, "orgcli validate --show-settings", monkeypatch)[1]
    assert "baseline" not in again
