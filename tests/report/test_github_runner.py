"""The workflow commands as GitHub's runner reads them (actions/runner, `ActionCommand.cs`)."""

import unicodedata
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import HOSTILE, HOW, NONE, SOME, of

from orgcli.model.findings.finding import Finding, Level, Place, Summary, Verdict
from orgcli.model.text import visible
from orgcli.render.runner_log import harmless
from orgcli.report.formats import FORMATS
from orgcli.report.writers.concise import concise
from orgcli.report.writers.github import github, step_log

# Everything the runner would act on; the text of users may name none of them.
COMMANDS = {"error", "warning", "notice", "group", "endgroup", "add-mask", "debug", "echo", "save-"
            "state", "set-env", "set-output", "add-path", "stop-commands", "add-matcher",
            "remove-matcher"}  # fmt: skip


@dataclass
class Command:
    name: str
    properties: dict[str, str]
    data: str


def _unescape(text: str, *codes: tuple[str, str]) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), *codes, ("%25", "%")):
        text = text.replace(code, character)
    return text


def _matched(line: str) -> str:
    """The runner compares as a culture does: invisible characters count for nothing."""
    ignored = ("Cf", "Mn", "Me", "Cc", "Cn", "Co", "Cs")
    return "".join(one for one in line if unicodedata.category(one) not in ignored)


def parse(line: str) -> Command | None:
    """A line as the runner takes it: a command of the second kind, of the first, or text."""
    line = _matched(line).lstrip()
    if line.startswith("::") and (end := line.find("::", 2)) >= 0:
        name, space, rest = line[2:end].partition(" ")
        if name in COMMANDS:
            pairs = [one.split("=", 1) for one in rest.strip().split(",") if space and "=" in one]
            properties = {key: _unescape(value, ("%3A", ":"), ("%2C", ",")) for key, value in pairs}
            return Command(name, properties, _unescape(line[end + 2 :]))
    start = line.find("##[")
    if start >= 0 and (end := line.find("]", start)) >= 0:
        name = line[start + 3 : end].partition(" ")[0]
        if name in COMMANDS:
            return Command(name, {}, line[end + 1 :])
    return None


def commands(text: str) -> list[Command]:
    """Every command of a log; .NET ends lines at CR, LF and both."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [found for line in lines if (found := parse(line)) is not None]


@pytest.mark.parametrize("line", ["::add-mask::x", "\u200b::add-mask::x", "a ##[add-mask]x"])
def test_the_parser_sees_injections(line: str) -> None:
    found = parse(line)
    assert found is not None
    assert found.name == "add-mask"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_finding_is_one_annotation(text: str) -> None:
    (found,) = commands(github(of(text), HOW))
    assert found.name == "error"
    assert set(found.properties) == {"file", "line", "endLine", "col", "endColumn", "title"}
    assert found.properties["file"] == _matched(visible(text))
    assert found.properties["line"] == "2"
    assert found.properties["title"] == "ORG102 unknown-manager"
    assert len(found.data.encode("utf-16-le")) <= 2 * 4096
    said = _matched(f"{visible(text)} reports to {visible(text)}")
    assert found.data.startswith(said[:1000])


@given(text=st.text())
def test_any_finding_is_one_annotation(text: str) -> None:
    (found,) = commands(github(of(text), HOW))
    assert found.properties["file"] == _matched(visible(text))
    assert found.data == _matched(f"{visible(text)} reports to {visible(text)}") + (
        _unescape(f"%0A{_matched(visible(text))}".replace("%", "%25").replace("%250A", "%0A", 1))
        if text else ""
    )  # fmt: skip


def test_ten_annotations_of_a_level_and_a_count_of_the_rest() -> None:
    findings = [
        Finding("ORG102", str(number), Place("org.yaml", number + 1), level=level)
        for number in range(14)
        for level in (Level.INFO, Level.WARNING, Level.ERROR)
    ]
    found = commands(github(Verdict(findings, Summary()), HOW))
    names = [one.name for one in found]
    assert names == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert found[-1].data.startswith("4 errors, 4 warnings, 5 info more")
    assert "file" not in found[-1].properties
    ten = [one for one in findings if one.place.line <= 10]
    assert [one.name for one in commands(github(Verdict(ten, Summary()), HOW))] == names
    assert "more" not in github(Verdict(ten, Summary()), HOW)


def test_a_span_of_lines_has_no_columns() -> None:
    spans = [one.properties for one in commands(github(SOME, HOW)) if one.name == "warning"]
    assert "col" not in spans[0]
    assert "col" in spans[1]


def test_suppressed_findings_are_no_annotations_and_groups_are_one() -> None:
    found = commands(github(SOME, HOW))
    assert [one.name for one in found] == ["error", "error", "warning", "warning", "notice"]
    assert "(+1 more like this)" in found[1].data
    assert "already known" not in github(SOME, HOW)


@pytest.mark.parametrize("color", [False, True])
def test_in_actions_the_text_is_grouped_and_only_our_commands_are_seen(color: bool) -> None:
    verdict = of(*HOSTILE)
    text = step_log(verdict, replace(HOW, color=color, max_findings=0))
    names = [one.name for one in commands(text)]
    assert names[:3] == ["group", "endgroup", "error"]
    assert names[3:] == ["error"] * 9 + ["notice"]
    assert step_log(NONE, HOW) == concise(NONE, HOW)


@pytest.mark.parametrize("format", ["concise", "full"])
@given(texts=st.lists(st.text(alphabet=st.sampled_from("#:[] \u200b\u00adaé\x1b\n%")), max_size=4))
def test_text_for_people_holds_no_command(format: str, texts: list[str]) -> None:
    texts = [one.replace("a", "add-mask") for one in texts]
    assert commands(harmless(FORMATS[format].write(of(*texts, *HOSTILE), HOW))) == []


@pytest.mark.parametrize("format", ["json", "gitlab", "junit", "sarif", "rdjson", "markdown"])
def test_a_document_in_a_log_holds_no_command(format: str) -> None:
    assert commands(FORMATS[format].write(of(*HOSTILE), HOW)) == []
