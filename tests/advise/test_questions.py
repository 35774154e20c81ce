"""The questions in a terminal: what is typed, skipped, asked back and ended."""

import os
import pty
import select
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from orgcli.advise.recommendation import Names
from orgcli.cli.advise.questions import ask_all
from orgcli.language.en import WORDS
from orgcli.model.roles.advice import Answer
from orgcli.read.roles.advice import read_advice
from orgcli.read.roles.library import Libraries

ADVICE, _ = read_advice("en")
assert ADVICE is not None
advice = ADVICE
NAMES = Names(works=Libraries("en", []).base.works)


def _converse(typed: list[str | type[BaseException]]) -> tuple[list[Answer], str]:
    """The answers to what is typed line by line, and everything that was said."""
    lines: Iterator[str | type[BaseException]] = iter(typed)
    said: list[str] = []

    def ask(prompt: str) -> str:
        said.append(prompt)
        line = next(lines, EOFError)
        if isinstance(line, str):
            return line + "\n"
        raise line

    answers = ask_all(advice, NAMES, WORDS.advise, ask, said.append)
    return answers, "\n".join(said)


def test_numbers_keys_and_nothing() -> None:
    answers, _ = _converse(["", "1", "several", "", " 2 ", "", "1,3", "1 4"])
    assert answers == [
        Answer("channels", ("one",)),
        Answer("products", ("several",)),
        Answer("competitors", ("several",)),
        Answer("excuses", ("leads", "cycle")),
        Answer("gap", ("execution", "planning")),
    ]


@pytest.mark.parametrize("end", [EOFError, KeyboardInterrupt])
def test_the_end_keeps_what_is_known(end: type[BaseException]) -> None:
    answers, _ = _converse(["1", end])
    assert answers == [Answer("type", ("executor",))]


@pytest.mark.parametrize("wrong", ["3", "0", "-1", "x", "1 2", "²", "9" * 5000, "\x1b[A", "none"])
def test_what_is_no_answer_is_asked_again(wrong: str) -> None:
    answers, said = _converse([wrong, "2"])
    assert answers == [Answer("type", ("strategist",))]
    assert "is not one of the answers" in said


def test_none_of_several() -> None:
    answers, _ = _converse(["", "", "", "", "", "", "0", "none", "0"])
    assert answers == [Answer("excuses", ()), Answer("gap", ()), Answer("seats", ())]


def test_only_holders_of_seats_that_exist_are_asked_about() -> None:
    answers, said = _converse(["", "", "", "", "", "", "", "", "2 6", "1", "2"])
    assert answers[1:] == [
        Answer("holders", ("executor",), "cro"),
        Answer("report-to", ("same",), "customer-success"),
    ]
    assert "Chief Sales Officer (a number)" not in said


def test_a_question_mark_says_who_says_it() -> None:
    _, said = _converse(["", "?", "1"])
    assert "One sales channel suits a CSO (Sales Benchmark Index)" in said
    assert "Several sales channels suit a CRO (Sales Benchmark Index)" in said


def test_a_real_terminal(tmp_path: Path) -> None:
    """The questions go to the terminal, and what follows from the answers too."""
    saved = tmp_path / "answers.yaml"
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(tmp_path)
        environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "100", "LC_ALL": "C.UTF-8"}
        arguments = ["-m", "orgcli", "advise", "--save", str(saved)]
        os.execve(sys.executable, [sys.executable, *arguments], environment)
    said = b""
    typed = [b"\n", b"1\n", b"1\n", b"\x04"]
    while select.select([terminal], [], [], 60)[0]:
        try:
            read = os.read(terminal, 65536)
        except OSError:  # how Linux says that the other end is closed
            break
        if not read:
            break
        said += read
        if typed and said.endswith(b"> "):
            os.write(terminal, typed.pop(0))
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(status) == 0
    text = said.decode()
    assert "2/13  How many sales channels do you have?" in text
    assert "Your answers point to a Chief Sales Officer (CSO)." in text
    assert "Traceback" not in text
    assert "\nchannels: one\n" in saved.read_text("utf-8")
