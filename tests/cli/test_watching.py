"""`--watch`: the real command in a process of its own, with the files edited under it."""

import os
import signal
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

import pytest

ORG = "organisation: N\npositions:\n  - {id: ceo, holder: Ada}\n  - {id: cro, reports_to: ceo}\n"
PATIENCE = 60  # seconds; what is waited for comes in one, on a machine with nothing else to do

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is another thing there")


@dataclass
class Watching:
    """A watch that runs; `said` is what it wrote on stderr."""

    process: "subprocess.Popen[str]"
    folder: Path
    lines: list[str] = field(default_factory=list)
    listening: Thread = field(init=False)

    def __post_init__(self) -> None:
        self.listening = Thread(target=self.listen)
        self.listening.start()

    def listen(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.lines.append(line)

    def close(self) -> None:
        self.listening.join()
        assert self.process.stderr is not None
        self.process.stderr.close()

    def until(self, true: Callable[[], bool]) -> None:
        """Wait; a watch that ended, or never does it, fails with what it said."""
        end = time.monotonic() + PATIENCE
        while not true():
            assert self.process.poll() is None and time.monotonic() < end, "".join(self.lines)
            time.sleep(0.02)

    def until_said(self, words: str) -> str:
        """Wait for a line with these words; the line, which is not found again."""
        self.until(lambda: any(words in line for line in self.lines))
        found = next(at for at, line in enumerate(self.lines) if words in line)
        line = self.lines[found]
        del self.lines[: found + 1]
        return line

    def chart(self, name: str = "org.svg") -> str:
        path = self.folder / name
        return path.read_text("utf-8") if path.exists() else ""

    def end(self) -> int:
        """Ctrl-C, which a terminal sends to the whole group; the exit code."""
        os.killpg(self.process.pid, signal.SIGINT)
        code = self.process.wait(PATIENCE)
        self.listening.join()
        return code


def _heed_interrupts() -> None:
    """As on a terminal: what is started in the background, tests too, may ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    folder = tmp_path / "here"
    (folder / ".git").mkdir(parents=True)
    (folder / "org.yaml").write_text(ORG, "utf-8")
    return folder


Start = Callable[..., Watching]


@pytest.fixture
def start(here: Path) -> Iterator[Start]:
    running: list[Watching] = []

    def begin(*words: str, **more: str) -> Watching:
        process = subprocess.Popen(
            [sys.executable, "-m", "orgcli", "chart", "--watch", *words], cwd=here,
            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
            env={**os.environ, **more}, start_new_session=True, preexec_fn=_heed_interrupts,
        )  # fmt: skip
        running.append(Watching(process, here))
        return running[-1]

    yield begin
    for one in running:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait()
        one.close()


def replaced(path: Path, text: str) -> None:
    """A new file in the place of the old, as many editors save."""
    beside = path.with_name(f"{path.name}~")
    beside.write_text(text, "utf-8")
    beside.replace(path)


def test_a_file_is_edited_broken_mended_and_left(here: Path, start: Start) -> None:
    watching = start("org.yaml")
    assert watching.until_said("org.svg: ").endswith(" pt, 2 positions\n")
    assert watching.until_said("watching") == "orgcli: watching 1 file; Ctrl-C ends it\n"
    (here / "org.yaml").write_text(ORG.replace("Ada", "Grace"), "utf-8")
    assert watching.until_said("org.yaml changed").startswith("org.yaml changed; org.svg: ")
    mended = watching.chart()
    assert "Grace" in mended and "Ada" not in mended
    (here / "org.yaml").write_text("positions: [", "utf-8")
    assert "error[ORG001]" in watching.until_said("org.yaml:1:")
    assert watching.until_said("stays") == "org.yaml changed; org.svg stays as it was\n"
    assert watching.chart() == mended
    replaced(here / "org.yaml", ORG.replace("Ada", "Mary"))
    assert "2 positions" in watching.until_said("org.yaml changed; org.svg: ")
    assert "Mary" in watching.chart()
    assert watching.end() == 0
    assert watching.lines == []
    assert sorted(path.name for path in here.iterdir()) == [".git", "org.svg", "org.yaml"]


def test_a_file_system_may_be_polled(here: Path, start: Start) -> None:
    watching = start("org.yaml", WATCHFILES_FORCE_POLLING="true")
    watching.until_said("watching")
    (here / "org.yaml").write_text(ORG.replace("Ada", "Grace"), "utf-8")
    watching.until_said("org.yaml changed; org.svg: ")
    assert watching.end() == 0


def test_a_file_that_goes_and_comes_back(here: Path, start: Start) -> None:
    watching = start("org.yaml")
    watching.until_said("watching")
    (here / "org.yaml").rename(here / "away")
    watching.until_said("cannot read `org.yaml`")
    assert watching.until_said("stays") == "org.yaml removed; org.svg stays as it was\n"
    (here / "away").rename(here / "org.yaml")
    assert watching.until_said("added").startswith("org.yaml added; org.svg: ")
    assert watching.end() == 0


def test_a_folder_an_include_a_role_and_the_configuration(here: Path, start: Start) -> None:
    (here / "org.yaml").write_text(ORG + "include: [teams/*/*.yaml]\n", "utf-8")
    (here / "teams/a").mkdir(parents=True)
    (here / "teams/a/a.yaml").write_text("positions: [{id: a, reports_to: cro}]\n", "utf-8")
    watching = start("org.yaml")
    assert watching.until_said("watching").startswith("orgcli: watching 2 files")
    (here / "teams/b").mkdir()
    (here / "teams/b/b.yaml").write_text(
        "positions: [{id: b, role: new-role, reports_to: cro}]\n", "utf-8"
    )
    assert "4 positions" in watching.until_said("teams/b/b.yaml added; org.svg: ")
    (here / "roles").mkdir()
    (here / "roles/new-role.yaml").write_text("role: new-role\ntitle: Quite New\n", "utf-8")
    watching.until_said("roles/new-role.yaml added; org.svg: ")
    assert ">Quite New<" in watching.chart()
    (here / "orgcli.toml").write_text("[chart]\nfields = ['id']\n", "utf-8")
    watching.until_said("orgcli.toml added; org.svg: ")
    assert ">Quite New<" not in watching.chart()
    (here / "orgcli.toml").write_text("[chart]\nfields = ['di']\n", "utf-8")
    watching.until_said("[chart] fields cannot be `di`")
    assert watching.until_said("stays") == "orgcli.toml changed; org.svg stays as it was\n"
    (here / "orgcli.toml").unlink()
    watching.until_said("orgcli.toml removed; org.svg: ")
    (here / "teams/a/a.yaml").unlink()
    assert "3 positions" in watching.until_said("teams/a/a.yaml removed; org.svg: ")
    assert watching.end() == 0


def test_several_files_are_one_redraw(here: Path, start: Start) -> None:
    watching = start(".", "-o", "org.svg")
    watching.until_said("watching")
    for name in "abc":
        (here / f"{name}.yaml").write_text(f"positions: [{{id: {name}, reports_to: ceo}}]\n")
    line = watching.until_said("5 positions")
    assert line.startswith("a.yaml added and 2 more; org.svg: ")
    (here / "notes.txt").write_text("nothing that is read")
    time.sleep(1)
    assert watching.lines == []
    assert watching.end() == 0


def test_what_can_be_read_beside_a_broken_file_is_not_drawn(here: Path, start: Start) -> None:
    (here / "part.yaml").write_text("positions: [{id: a, reports_to: ceo}]\n", "utf-8")
    watching = start(".", "-o", "org.svg")
    watching.until_said("3 positions")
    watching.until_said("watching")
    before = watching.chart()
    (here / "part.yaml").write_text("positions: [{id: a, reports_to", "utf-8")
    watching.until_said("part.yaml:1:")
    assert (
        watching.until_said("part.yaml changed") == "part.yaml changed; org.svg stays as it was\n"
    )
    assert watching.chart() == before
    assert watching.end() == 0


def test_a_file_written_slowly_is_drawn_once_it_rests(here: Path, start: Start) -> None:
    watching = start("org.yaml")
    watching.until_said("watching")
    with (here / "org.yaml").open("a", encoding="utf-8") as stream:
        for at in range(12):
            stream.write(f"  - {{id: p{at}, repor")
            stream.flush()
            time.sleep(0.02)
            stream.write("ts_to: ceo}\n")
            stream.flush()
            time.sleep(0.02)
    watching.until(lambda: any("14 positions" in line for line in watching.lines))
    assert not any("error" in line for line in watching.lines)
    assert watching.end() == 0


def test_a_root_that_goes_and_comes_back(here: Path, start: Start) -> None:
    watching = start("org.yaml", "--root", "cro")
    watching.until_said("1 position\n")
    watching.until_said("watching")
    (here / "org.yaml").write_text(ORG.replace("id: cro", "id: cso"), "utf-8")
    watching.until_said("cro")
    watching.until_said("org.svg stays as it was")
    (here / "org.yaml").write_text(ORG, "utf-8")
    watching.until_said("1 position\n")
    assert watching.end() == 0


def test_what_is_broken_from_the_beginning_may_be_mended(here: Path, start: Start) -> None:
    (here / "org.yaml").write_text("positions: [", "utf-8")
    watching = start("org.yaml")
    assert watching.until_said("is not drawn") == "org.svg is not drawn\n"
    watching.until_said("watching")
    assert watching.chart() == ""
    (here / "org.yaml").write_text(ORG, "utf-8")
    watching.until_said("org.yaml changed; org.svg: ")
    assert watching.end() == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [(["gone.yaml"], 2), (["org.yaml", "--root", "x"], 2), (["org.yaml", "-o", "no/x.svg"], 2)],
)
def test_what_was_asked_for_wrongly_ends_at_once(
    here: Path, start: Start, words: list[str], code: int
) -> None:
    watching = start(*words)
    assert watching.process.wait(PATIENCE) == code
    assert not list(here.glob("*.svg"))


def picture(shade: int) -> bytes:
    """A PNG of one pixel."""
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes([0, shade]))),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def test_a_photo_is_watched(here: Path, start: Start) -> None:
    (here / "photos").mkdir()
    (here / "photos/ada.png").write_bytes(picture(0))
    (here / "org.yaml").write_text(ORG.replace("Ada", "Ada, photo: photos/ada.png"), "utf-8")
    watching = start("org.yaml")
    assert watching.until_said("watching").startswith("orgcli: watching 2 files")
    (here / "photos/ada.png").write_bytes(picture(255))
    watching.until_said("photos/ada.png changed; org.svg: ")
    assert watching.end() == 0


def test_a_photo_that_comes_goes_and_returns(here: Path, start: Start) -> None:
    (here / "org.yaml").write_text(ORG.replace("Ada", "Ada, photo: ada.png"), "utf-8")
    watching = start("org.yaml")
    watching.until_said("watching 1 file;")
    for _ in range(2):
        (here / "ada.png").write_bytes(picture(0))
        watching.until_said("ada.png added; org.svg: ")
        assert "data:image/" in watching.chart()
        (here / "ada.png").unlink()
        watching.until_said("ada.png removed; org.svg: ")
        assert "data:image/" not in watching.chart()
    assert watching.end() == 0


@pytest.mark.needs("ps")
def test_the_chart_is_shown_once(here: Path, start: Start) -> None:
    program = here / "bin" / ("open" if sys.platform == "darwin" else "xdg-open")
    program.parent.mkdir()
    program.write_text(
        '#!/bin/sh\necho "$1" >> "$RECORD"\necho $$ > pid\nexec sleep 300\n', "utf-8"
    )
    program.chmod(0o755)
    record = here / "record"
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    watching = start("org.yaml", "--open", PATH=path, RECORD=str(record))
    watching.until_said("watching")
    assert record.read_text("utf-8") == f"{here / 'org.svg'}\n"
    (here / "org.yaml").write_text(ORG.replace("Ada", "Grace"), "utf-8")
    watching.until_said("org.yaml changed; org.svg: ")
    assert watching.end() == 0
    assert record.read_text("utf-8") == f"{here / 'org.svg'}\n"
    viewer = (here / "pid").read_text("utf-8").strip()
    state = subprocess.run(["ps", "-o", "stat=", "-p", viewer], capture_output=True, text=True)
    assert state.stdout.strip()[:1] not in ("", "Z")  # Ctrl-C left it alive
    os.kill(int(viewer), signal.SIGTERM)


def test_pages_are_written_again(here: Path, start: Start) -> None:
    watching = start("org.yaml", "--page", "a4", "--book-dir", "book")
    watching.until_said("watching")
    (here / "org.yaml").write_text(ORG.replace("Ada", "Grace"), "utf-8")
    watching.until_said("org.yaml changed; book: ")
    assert "Grace" in watching.chart("book/page-01.svg")
    assert watching.end() == 0
