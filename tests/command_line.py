"""A command line as a golden screen writes it, run in a folder and an environment of its own."""

import shlex
from functools import cache
from pathlib import Path

import pytest
import typer.testing
from typer.testing import CliRunner

from orgcli.cli.app import app

# Typer makes all commands anew for each line that a test runs, which takes longer than most lines.
typer.testing._get_command = cache(typer.testing._get_command)  # type: ignore[attr-defined]

SETTINGS = (
    "COLUMNS", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "ORGCLI_COLOR", "TERM",
    "LC_ALL", "LC_MESSAGES", "LANG",
)  # fmt: skip


def run_in(
    folder: Path, command: str, monkeypatch: pytest.MonkeyPatch, stdin: bytes = b""
) -> tuple[int, str, str]:
    """Run a command line, with `NAME=value` before it: exit code, stdout, stderr."""
    words = shlex.split(command)
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    while "=" in words[0]:
        monkeypatch.setenv(*words.pop(0).split("=", 1))
    assert words.pop(0) == "orgcli"
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(app, words, input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr
