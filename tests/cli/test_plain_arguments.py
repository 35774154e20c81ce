"""What is read without Typer is what Typer reads, and plain command lines are read without it."""

import shlex

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from orgcli.cli.app import COMMANDS
from orgcli.cli.arguments.plain_arguments import plain_arguments
from orgcli.cli.arguments.typer_application import typer_application
from orgcli.cli.options import command_line, flag_name

_WHOLE = typer.main.get_command(typer_application(COMMANDS))


def _by_typer(name: str, words: list[str]) -> dict[str, object]:
    command = _WHOLE.commands[name]  # type: ignore[attr-defined]
    with command.make_context(name, list(words)) as context:
        given = {key: one for key, one in context.params.items() if one is not None and one != ()}
    return {key: [*one] if isinstance(one, tuple) else one for key, one in given.items()}


@st.composite
def _command_lines(draw: st.DrawFn) -> tuple[str, list[str]]:
    name = draw(st.sampled_from(COMMANDS))
    spellings = [
        spelling
        for field, (flag, _) in command_line(name).flags.items()
        if not flag.argument
        for spelling in (flag_name(field, flag), flag.short, f"--no-{flag_name(field, flag)[2:]}")
        if spelling
    ]
    value = st.sampled_from(("org.yaml", "a b", "-", "", "3", "1.5", "=", "x=y", "--", "å"))
    flag = st.sampled_from(spellings)
    word = flag | value | st.tuples(flag, value).map("=".join) | st.tuples(flag, value).map("".join)
    return name, draw(st.lists(word, max_size=6))


@given(_command_lines())
def test_typer_reads_the_same(drawn: tuple[str, list[str]]) -> None:
    name, words = drawn
    found = plain_arguments(command_line(name), words)
    if found is not None:
        assert dict(found) == _by_typer(name, words), words


@pytest.mark.parametrize(
    "line",
    [
        "validate", "validate org.yaml people.csv", "validate -f json:out.json -",
        "validate --select ORG1 --select=ORG2 -q --max-findings 3", "validate --only-files a b",
        "validate people.csv --map id=Nr --map reports_to=Chef", "compare cso cro --lang de",
        "compare cso cro -f md -o table.md", "chart org.yaml -o org.svg --page a4 --no-book",
        "chart org.yaml --min-font 7 --root cro --depth 2", "role cso", "rule ORG102", "roles",
    ],
)  # fmt: skip
def test_plain_command_lines_are_read_without_typer(line: str) -> None:
    name, *words = shlex.split(line)
    found = plain_arguments(command_line(name), words)
    assert found is not None
    assert dict(found) == _by_typer(name, words)


@pytest.mark.parametrize(
    "line",
    ["validate --help", "validate -qs", "validate --nope", "validate --max-findings many",
     "validate --max-findings -1", "compare", "validate --select", "chart a.yaml b.yaml -- -c"],
)  # fmt: skip
def test_others_are_left_to_typer(line: str) -> None:
    name, *words = shlex.split(line)
    assert plain_arguments(command_line(name), words) is None
