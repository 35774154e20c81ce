"""`orgcli rule`: every rule explains itself, in every format, and nothing in it is obeyed."""

import json
from pathlib import Path

import pytest

from command_line import run_in
from orgcli.check.registry import RULES
from orgcli.check.rule import Rule
from orgcli.model.text import visible

FORMATS = ("text", "json", "markdown")


def rule_output(command: str, monkeypatch: pytest.MonkeyPatch) -> str:
    code, out, err = run_in(Path(), f"COLUMNS=100 orgcli rule {command}", monkeypatch)
    assert (code, err) == (0, "")
    return out


@pytest.mark.parametrize("word", ["ORG102", "org102", "unknown-manager", "Unknown-Manager"])
def test_a_rule_by_code_or_name(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = rule_output(word, monkeypatch)
    assert text.startswith(
        "ORG102 unknown-manager\nerror, fixable with --fix\n\n"
        "Reports to a position that does not exist.\n\n"
    )
    assert text == rule_output("ORG102", monkeypatch)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_explains_itself(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    text = rule_output(rule.code, monkeypatch)
    head, level, _, *_ = text.splitlines()
    assert head == f"{rule.code} {rule.name}"
    assert level.startswith(rule.level.value)
    assert ("fixable" in level) is rule.fixable
    assert ("unless `max` is set" in level) is (rule.needs == "max")
    assert " ".join(rule.why.split()) in " ".join(text.split())
    assert text.index("Wrong:") < text.index("Right:")
    assert text == "".join(visible(line) + "\n" for line in text.split("\n")[:-1])
    record = json.loads(rule_output(f"{rule.code} -f json", monkeypatch))
    assert record["code"] == rule.code
    assert record["fixable"] is rule.fixable
    json.dumps(record).encode("utf-8")
    assert rule_output(f"{rule.code} -f markdown", monkeypatch).startswith(
        f"## {rule.code} {rule.name}\n"
    )


def test_lines_fit_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, _ = run_in(Path(), "COLUMNS=60 orgcli rule ORG203", monkeypatch)
    assert code == 0
    why = out.partition("Wrong:")[0].splitlines()
    assert max(map(len, why)) <= 60


def test_without_a_word_all_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = rule_output("", monkeypatch).splitlines()
    assert [line.split()[0] for line in lines] == list(RULES)
    assert all(rule.summary in line for rule, line in zip(RULES.values(), lines, strict=True))
    document = json.loads(rule_output("--format json", monkeypatch))
    assert [rule["code"] for rule in document["rules"]] == list(RULES)
    assert len(rule_output("--format markdown", monkeypatch).splitlines()) == len(RULES) + 2


@pytest.mark.parametrize("word", ["ORG1", "org10"])
def test_a_prefix_lists_its_family(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    codes = [line.split()[0] for line in rule_output(word, monkeypatch).splitlines()]
    assert codes == [code for code in RULES if code.startswith(word.upper())]
    assert codes


@pytest.mark.parametrize("format", FORMATS)
def test_all_in_full(format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = rule_output(f"--all -f {format}", monkeypatch)
    for rule in RULES.values():
        assert f"{rule.code} {rule.name}" in text or f'"{rule.code}"' in text
    assert not {*text} & {chr(code) for code in (*range(10), *range(11, 32), *range(127, 160))}


def test_a_file_gets_the_format_of_its_ending(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = rule_output("--all -f markdown", monkeypatch)
    assert run_in(tmp_path, "orgcli rule --all -o rules.md", monkeypatch)[0] == 0
    assert (tmp_path / "rules.md").read_text("utf-8") == page


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("unknwn-manager", "did you mean `unknown-manager`"),
        ("ORG999", "no rule is called `ORG999`"),
        ("ORG102 --all", "exclude each other"),
        ("ORG102 -f jsn", "did you mean `json`"),
        ("''", "no rule is called ``"),
        ("'a\x1b[31m'", "\\x1b"),
    ],
)
def test_what_there_is_not(command: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, err = run_in(Path(), f"orgcli rule {command}", monkeypatch)
    assert (code, out) == (2, "")
    assert said in err
