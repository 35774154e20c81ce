"""What `orgcli chart` says of a chart, and what stays behind where it could not be written."""

import os
import re
import resource
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from command_line import run_in
from forked import run_forked
from orgcli.chart.drawing import Drawing
from orgcli.cli.chart.chart_run import summary
from orgcli.cli.output import write_results

ORG = """\
organisation: N
positions:
  - {id: ceo, holder: Keiko Eriksen}
  - {id: cro, reports_to: ceo}
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    folder = tmp_path / "here"
    (folder / ".git").mkdir(parents=True)
    (folder / "org.yaml").write_text(ORG, "utf-8")
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != ".git")


@pytest.mark.parametrize(
    ("drawing", "line"),
    [
        (Drawing(b"", 1560, 1056, 128), "1,560 x 1,056 pt, 128 positions"),
        (Drawing(b"", 0, 0, 1), "1 position"),
        (
            Drawing(b"", 1191, 842, 128, (), 1, "a3 landscape", (7.61, 7.58)),
            "a3 landscape, 128 positions, names 7.6 pt",
        ),
        (
            Drawing(b"", 595, 842, 1280, (), 5, "a4 portrait", (7.1, 9.0)),
            "5 pages, a4 portrait, 1,280 positions, names 7.1-9.0 pt",
        ),
    ],
)
def test_a_chart_in_a_line(drawing: Drawing, line: str) -> None:
    assert summary(drawing) == line


def orgcli(folder: Path, *words: str, **more: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, **more}
    return run_forked(folder, "chart", "org.yaml", *words, environment=environment)


def with_small_files(folder: Path, *words: str, **more: str) -> "subprocess.CompletedProcess[str]":
    """A chart where no file may have more than 100 bytes."""
    return subprocess.run(
        [sys.executable, "-B", "-m", "orgcli", "chart", "org.yaml", *words],
        cwd=folder, capture_output=True, text=True, env={**os.environ, **more},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("-o org.mmd", "orgcli: cannot write `org.mmd`: File too large"),
        ("-o org.svg", "File too large"),
        ("-o org.pdf", "File too large"),
        ("--book-dir book", "File too large"),
    ],
)
def test_files_that_cannot_grow_leave_nothing_behind(here: Path, words: str, said: str) -> None:
    (here.parent / "tmp").mkdir()
    done = with_small_files(here, *words.split(), TMPDIR=str(here.parent / "tmp"))
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert (names(here), names(here.parent / "tmp")) == (["org.yaml"], [])


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few kilobytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4k", "orgcli-test", str(disk)]
    if os.geteuid() or subprocess.run(mount).returncode:
        pytest.skip("no disk can be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.needs("mount")
@pytest.mark.parametrize(
    "words", ["-o {}/org.svg", "-o {}/org.pdf", "-o {}/org.png", "--book-dir {}/b"]
)
def test_a_full_disk(here: Path, full: Path, words: str) -> None:
    (here / "org.yaml").write_text(
        ORG + "".join(f"  - {{id: p{at}, reports_to: cro}}\n" for at in range(300)), "utf-8"
    )
    done = orgcli(here, *words.format(full).split())
    assert done.returncode == 2
    assert done.stderr.startswith("orgcli: cannot write ")
    assert done.stderr.endswith(": No space left on device\n")
    assert done.stderr.count("\n") == 1
    assert (names(here), names(full)) == (["org.yaml"], [])


def test_a_chart_that_cannot_be_written_leaves_the_old_one(here: Path) -> None:
    (here / "org.svg").write_text("old")
    assert with_small_files(here).returncode == 2
    assert names(here) == ["org.svg", "org.yaml"]
    assert (here / "org.svg").read_text() == "old"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("target", ["/dev/full", "../full.svg"])
def test_a_full_device(here: Path, target: str) -> None:
    (here.parent / "full.svg").symlink_to("/dev/full")
    done = orgcli(here, "-o", target, "-f", "svg")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"orgcli: cannot write `{target}`: No space left on device\n"
    assert names(here) == ["org.yaml"]


def _unwritable(folder: Path) -> Path:
    """A folder that nobody writes to; root does not care for permissions, so it is not asked."""
    if os.geteuid() == 0:
        return Path("/sys")
    (folder / "closed").mkdir()
    (folder / "closed").chmod(stat.S_IRUSR | stat.S_IXUSR)
    return folder / "closed"


@pytest.mark.parametrize("words", ["-o {}/org.svg", "--book-dir {}/book", "-o gone/org.svg"])
def test_a_folder_that_cannot_be_written_to(here: Path, tmp_path: Path, words: str) -> None:
    closed = _unwritable(tmp_path)
    if not closed.is_dir():
        pytest.skip("there is no folder here that root cannot write to")
    before = names(closed)
    done = orgcli(here, *words.format(closed).split())
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("orgcli: cannot write ")
    assert done.stderr.count("\n") == 1
    assert (names(here), names(closed)) == (["org.yaml"], before)


def test_other_things_in_the_way(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "taken").mkdir()
    (here / "file").write_text("mine")
    before = names(here)
    for words, said in (
        ("-o taken -f svg", "cannot write `taken`: Is a directory"),
        ("--book-dir file", "`file` is no folder"),
        ("--book-dir gone/book", "cannot write into `gone/book`"),
        ("--root croo", "croo"),
    ):
        code, out, err = run_in(here, f"orgcli chart org.yaml {words}", monkeypatch)
        assert (code, out) == (2, ""), words
        assert said in err
    assert names(here) == before
    assert (here / "file").read_text() == "mine"


@pytest.mark.parametrize("words", ["-o a.png", "--book-dir . -f png"])
def test_a_photo_is_not_written_over(
    here: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    name = "page-01.png" if "book" in words else "a.png"
    Image.new("RGB", (8, 8)).save(here / name)
    before = (here / name).read_bytes()
    line = f"organisation: N\npositions:\n  - {{id: a, holder: Keiko, photo: {name}}}\n"
    (here / "photo.yaml").write_text(line, "utf-8")
    code, _, err = run_in(here, f"orgcli chart photo.yaml {words}", monkeypatch)
    assert code == 2
    assert "files that are read" in err
    assert (here / name).read_bytes() == before


def test_no_engine(here: Path) -> None:
    done = orgcli(here, "--engine", "system", PATH=str(here))
    assert (done.returncode, done.stdout) == (2, "")
    assert "Graphviz is not installed" in done.stderr
    assert names(here) == ["org.yaml"]


PAGES = [("page-01.svg", b"one"), ("page-02.svg", b"two")]


def test_pages_are_written_together_and_nothing_else_is_touched(tmp_path: Path) -> None:
    book = tmp_path / "book"
    write_results(PAGES, str(book))
    assert {path.name: path.read_bytes() for path in book.iterdir()} == dict(PAGES)
    (book / "page-03.svg").write_bytes(b"of an earlier book")
    (book / "notes.txt").write_bytes(b"mine")
    write_results([("page-01.svg", b"new")], str(book))
    assert (book / "page-01.svg").read_bytes() == b"new"
    assert names(book) == ["notes.txt", "page-01.svg", "page-02.svg", "page-03.svg"]


def test_no_page_is_put_in_place_before_all_are_written(tmp_path: Path) -> None:
    book = tmp_path / "book"
    write_results(PAGES, str(book))
    with pytest.raises(SystemExit):
        write_results([("page-01.svg", b"new"), ("page-02.svg/inner.svg", b"new")], str(book))
    assert {path.name: path.read_bytes() for path in book.iterdir()} == dict(PAGES)


def test_a_book_as_files(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(2):
        code, out, err = run_in(here, "orgcli chart org.yaml --page a4 --book-dir b", monkeypatch)
        assert (code, out) == (0, "")
    assert err.startswith("b: ") and "a4" in err
    first = (here / "b/page-01.svg").read_text("utf-8")
    assert "Keiko Eriksen" in first
    (here / "b/page-77.svg").write_text("mine", "utf-8")
    err = run_in(here, "orgcli chart org.yaml --page a4 --book-dir b", monkeypatch)[2]
    assert "not of this book: page-77.svg" in err
    assert (here / "b/page-77.svg").read_text("utf-8") == "mine"


def test_a_page_is_said_with_the_size_of_its_names(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = "orgcli chart org.yaml --page a3 --orientation landscape -o org.pdf"
    code, _, err = run_in(here, command, monkeypatch)
    assert code == 0
    assert re.fullmatch(r"org.pdf: a3 landscape, 2 positions, names \d+\.\d pt\n", err)
