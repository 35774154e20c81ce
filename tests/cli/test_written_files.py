"""A file that is replaced is refused where `>` is, and keeps what it has besides its content."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from orgcli.cli.files.writing import write_whole

ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
NOBODY = 65534
FAULTY = "organisation: Northwind\npositions:\n  - {id: ceo, status: clsoed}\n"
as_root = pytest.mark.skipif(not ROOT, reason="only root gives files to others")


def run_as_nobody(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run orgcli as a user who is not root, who might write everything."""
    for above in (folder, *folder.parents):
        if above != Path("/"):
            above.chmod(above.stat().st_mode | 0o755)
    change = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    return subprocess.run([*(change if ROOT else []), sys.executable, "-B", "-m", "orgcli", *words],
                          cwd=folder, capture_output=True, text=True)  # fmt: skip


@pytest.fixture
def here(tmp_path: Path) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    folder.chmod(0o777)
    (folder / "org.yaml").write_text(FAULTY, "utf-8")
    (folder / "x.json").write_text("old", "utf-8")
    if ROOT:
        for path in folder.iterdir():
            os.chown(path, NOBODY, NOBODY)
    return folder


@pytest.mark.needs("setpriv")
@pytest.mark.parametrize(
    ("file", "words"),
    [("org.yaml", "validate org.yaml --fix"), ("org.yaml", "validate org.yaml --add-ignore"),
     ("x.json", "validate org.yaml -f json:x.json"), ("x.json", "schema org -o x.json"),
     ("x.json", "validate org.yaml --write-baseline=x.json"),
     ("x.json", "chart org.yaml -f svg -o x.json")],
)  # fmt: skip
def test_a_read_only_file_is_refused(here: Path, file: str, words: str) -> None:
    (here / file).chmod(0o444)
    before = (here / file).read_bytes()
    done = run_as_nobody(here, *words.split())
    if "No module named" in done.stderr:
        pytest.skip("another user may not read this checkout")
    assert (done.returncode, f"cannot write `{file}`: Permission denied" in done.stderr) == (
        2, True,
    )  # fmt: skip
    assert (here / file).read_bytes() == before


@pytest.mark.needs("setpriv")
def test_a_file_in_a_folder_that_is_not_ours_is_written_in_place(here: Path) -> None:
    here.chmod(0o755)
    done = run_as_nobody(here, "validate", "org.yaml", "-f", "json:x.json")
    if "No module named" in done.stderr:
        pytest.skip("another user may not read this checkout")
    assert (done.returncode, (here / "x.json").read_text("utf-8")[:1]) == (1, "{"), done.stderr


def test_hard_links_stay(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a long old text", "utf-8")
    (tmp_path / "b").hardlink_to(tmp_path / "a")
    write_whole(tmp_path / "a", b"new")
    assert (tmp_path / "b").read_bytes() == b"new"
    assert (tmp_path / "a").stat().st_nlink == 2


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o664])
def test_the_mode_stays(tmp_path: Path, mode: int) -> None:
    (tmp_path / "a").write_text("old", "utf-8")
    (tmp_path / "a").chmod(mode)
    write_whole(tmp_path / "a", b"new")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == mode


@as_root
@pytest.mark.parametrize(("user", "group"), [(NOBODY, NOBODY), (0, NOBODY), (NOBODY, 0)])
def test_owner_and_group_stay(tmp_path: Path, user: int, group: int) -> None:
    (tmp_path / "a").write_text("old", "utf-8")
    os.chown(tmp_path / "a", user, group)
    write_whole(tmp_path / "a", b"new")
    found = (tmp_path / "a").stat()
    assert (found.st_uid, found.st_gid, (tmp_path / "a").read_bytes()) == (user, group, b"new")


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="there are no extended attributes here")
@pytest.mark.parametrize("links", [1, 2])
def test_extended_attributes_stay(tmp_path: Path, links: int) -> None:
    path = tmp_path / "a"
    path.write_text("old", "utf-8")
    try:
        os.setxattr(path, "user.note", b"kept")
    except OSError:
        pytest.skip("this file system has no extended attributes")
    if links == 2:
        (tmp_path / "b").hardlink_to(path)
    write_whole(path, b"new")
    assert (os.getxattr(path, "user.note"), path.read_bytes()) == (b"kept", b"new")


def test_a_usual_file_appears_whole(tmp_path: Path) -> None:
    """By a new file under the old name: nobody reads half of it."""
    path = tmp_path / "a"
    path.write_text("old", "utf-8")
    before = path.stat().st_ino
    write_whole(path, b"new")
    assert path.stat().st_ino != before
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def _linked(path: Path) -> None:
    path.with_name("b").hardlink_to(path)


@pytest.mark.parametrize("prepare", [lambda path: None, _linked], ids=["renamed", "in place"])
def test_what_cannot_be_written_leaves_the_old(
    tmp_path: Path, prepare: Callable[[Path], object]
) -> None:
    """Where the limit of the process on the size of files stands for a full disk."""
    path = tmp_path / "a"
    path.write_text("old " * 100, "utf-8")
    prepare(path)
    code = (
        "import resource, signal, sys\nfrom pathlib import Path\n"
        "from orgcli.cli.files.writing import write_whole\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try:\n    write_whole(Path(sys.argv[1]), b'x' * 10000)\n"
        "except OSError as error:\n    print(error.strerror)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("File too large\n", "")
    assert path.read_text("utf-8") == "old " * 100
