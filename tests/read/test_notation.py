"""One place decides which notation a text is in, and every command follows it."""

from pathlib import Path

import pytest

from command_line import run_in
from orgcli.model.source.notation import Notation, notation
from orgcli.model.source.source import Source
from orgcli.read.syntax.parsing import parse

FLOW = "{role: x, title: Head of X, focus: [Finding partners]}\n"
JSON = '{"role": "x", "title": "Head of X", "focus": ["Finding partners"]}\n'


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("a.yaml", JSON, Notation.YAML),
        ("a.YML", "[1]", Notation.YAML),
        ("a.json", "role: x", Notation.JSON),
        ("a.Json", "", Notation.JSON),
        ("a.csv", "{", Notation.TABLE),
        ("a.tsv", "[", Notation.TABLE),
        ("<stdin>", JSON, Notation.JSON),
        ("<stdin>", "\n  [1]", Notation.JSON),
        ("<stdin>", "role: x", Notation.YAML),
        ("a", "", Notation.YAML),
    ],
)
def test_the_ending_decides_before_the_text_does(path: str, text: str, expected: Notation) -> None:
    assert notation(Source(path, text)) is expected


def test_a_flow_style_file_is_parsed_as_yaml() -> None:
    document, findings = parse(Source("x.yaml", FLOW))
    assert document is not None and not findings
    assert document.mapping["title"] == "Head of X"
    _, (wrong,) = parse(Source("x.json", FLOW))
    assert wrong.message.startswith("not JSON")


@pytest.mark.parametrize(("name", "text"), [("x.yaml", FLOW), ("x.yaml", JSON), ("x.json", JSON)])
def test_every_command_reads_a_role_in_braces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str
) -> None:
    (tmp_path / ".git").mkdir()  # the search for a configuration ends here
    (tmp_path / "roles").mkdir()
    (tmp_path / "roles" / name).write_text(text, "utf-8")
    for command, shown in (
        (f"role roles/{name}", "Finding partners"),
        ("role 'Head of X'", "Finding partners"),
        (f"compare roles/{name} cso", "Head of X"),
        ("roles", "Head of X"),
        (f"validate roles/{name}", "No findings in 1 file"),
    ):
        code, out, err = run_in(tmp_path, f"orgcli {command}", monkeypatch)
        assert (code, err) == (0, ""), command
        assert shown in out, command


@pytest.mark.parametrize("text", [JSON, "role: x\ntitle: Head of X\nfocus: Finding partners\n"])
@pytest.mark.parametrize("command", ["role -", "compare - cso", "validate -"])
def test_standard_input_says_by_its_first_character_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, text: str
) -> None:
    (tmp_path / ".git").mkdir()
    code, out, err = run_in(tmp_path, f"orgcli {command}", monkeypatch, text.encode())
    assert (code, err) == (0, "")
    assert "Head of X" in out or "No findings" in out


def test_a_role_in_braces_is_known_beside_a_file_named_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "x.yaml").write_text(FLOW, "utf-8")
    (tmp_path / "y.yaml").write_text("role: y\ntitle: Y\nreports_to: x\n", "utf-8")
    code, out, _ = run_in(tmp_path, "orgcli validate y.yaml", monkeypatch)
    assert code == 0, out
