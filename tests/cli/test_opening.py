"""`--open`: a real program takes the place of the viewer and writes down what it was asked."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ORG = "organisation: N\npositions:\n  - {id: ceo}\n"
RECORDS = '#!/bin/sh\nprintf "%s\\n" "$#" "$1" > "$RECORD"\n'
PROGRAM = "open" if sys.platform == "darwin" else "xdg-open"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows opens without a program")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    folder = tmp_path / "a folder; $(touch x)"
    (folder / ".git").mkdir(parents=True)
    (folder / "org.yaml").write_text(ORG, "utf-8")
    return folder


def viewer(here: Path, script: str) -> None:
    (here / "bin").mkdir()
    (here / "bin" / PROGRAM).write_text(script, "utf-8")
    (here / "bin" / PROGRAM).chmod(0o755)


def chart(here: Path, *words: str, path: str | None = None) -> "subprocess.CompletedProcess[str]":
    path = f"{here / 'bin'}{os.pathsep}/usr/bin{os.pathsep}/bin" if path is None else path
    return subprocess.run(
        [sys.executable, "-m", "orgcli", "chart", "org.yaml", "--open", *words],
        cwd=here, capture_output=True, text=True,
        env={**os.environ, "PATH": path, "RECORD": str(here / "record")},
    )  # fmt: skip


def test_the_file_is_one_argument_and_no_shell_sees_it(here: Path) -> None:
    viewer(here, RECORDS)
    done = chart(here, "-o", "-- `id` & x.svg")
    assert (done.returncode, done.stdout) == (0, "")
    assert (here / "record").read_text("utf-8") == f"1\n{here / '-- `id` & x.svg'}\n"
    assert not (here / "x").exists()


def test_the_first_page_of_a_book(here: Path) -> None:
    viewer(here, RECORDS)
    done = chart(here, "--page", "a4", "--book-dir", "book")
    assert (done.returncode, done.stdout) == (0, "")
    assert (here / "record").read_text("utf-8").endswith("/book/page-01.svg\n")


def test_nothing_is_opened_that_was_not_written(here: Path) -> None:
    viewer(here, RECORDS)
    assert chart(here, "-o", "gone/x.svg").returncode == 2
    assert chart(here, "--root", "nobody").returncode == 2
    assert not (here / "record").exists()


def test_a_computer_without_a_viewer_has_the_file(here: Path) -> None:
    (here / "bin").mkdir()
    done = chart(here, path=str(here / "bin"))
    assert (done.returncode, (here / "org.svg").exists()) == (0, True)
    assert f"orgcli: cannot open `org.svg`: there is no `{PROGRAM}`" in done.stderr


def test_a_viewer_that_fails_is_said(here: Path) -> None:
    viewer(here, "#!/bin/sh\nexit 3\n")
    done = chart(here)
    assert done.returncode == 0
    assert f"cannot open `org.svg`: `{PROGRAM}` ended with exit code 3" in done.stderr


def test_a_viewer_that_stays_is_not_waited_for(here: Path) -> None:
    viewer(here, f"{RECORDS}echo $$ > pid\nexec sleep 300\n")
    began = time.monotonic()
    done = chart(here)
    assert (done.returncode, "cannot open" in done.stderr) == (0, False)
    assert time.monotonic() - began < 60
    assert (here / "record").exists()
    os.kill(int((here / "pid").read_text("utf-8")), signal.SIGTERM)
