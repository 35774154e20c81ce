"""Messages that are wrong, sessions that end otherwise, and that stdout has nothing but answers."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pytest

from forked import forked_program

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = [sys.executable, "-m", "orgcli"]


class RawClient:
    """Writes and reads the messages of the protocol as bytes."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self.process = process

    @property
    def _in(self) -> IO[bytes]:
        assert self.process.stdin
        return self.process.stdin

    def raw(self, data: bytes) -> None:
        self._in.write(data)
        self._in.flush()

    def body(self, body: bytes) -> None:
        self.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def send(self, method: str, params: Any = None, id: int | None = None) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        self.body(json.dumps(message if id is None else {**message, "id": id}).encode())

    def receive(self) -> Any:
        return json.loads(self.receive_bytes())

    def receive_bytes(self) -> bytes:
        assert self.process.stdout
        size = 0
        while (line := self.process.stdout.readline()) != b"\r\n":
            assert line.startswith(b"Content-"), line
            if line.startswith(b"Content-Length: "):
                size = int(line.split()[1])
        return self.process.stdout.read(size)

    def answer(self, id: int) -> Any:
        while True:
            message = self.receive()
            if message.get("id") == id:
                return message

    def begin(self, folder: Path) -> None:
        self.send("initialize", {"capabilities": {}, "rootUri": folder.as_uri(), "processId": 1}, 1)
        assert "result" in self.answer(1)
        self.send("initialized", {})

    def end(self) -> tuple[int, bytes, bytes]:
        out, err = self.process.communicate(timeout=60)
        return self.process.returncode, out, err


@contextmanager
def server(
    folder: Path, words: Sequence[str] = (), program: Sequence[str] = ()
) -> Iterator[RawClient]:
    """A server of the program of forked.py, where no other is given."""
    process = subprocess.Popen(
        [*(program or forked_program()), "lsp", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    try:
        yield RawClient(process)
    finally:
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            assert stream
            stream.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "org.yaml").write_text("organisation: N\npositions: [{id: a}]\n", "utf-8")
    return tmp_path.resolve()


def test_it_ends_as_the_protocol_says(folder: Path) -> None:
    with server(folder, ["--stdio"], PROGRAM) as client:
        client.begin(folder)
        client.send("shutdown", None, 2)
        assert client.answer(2)["result"] is None
        client.send("exit")
        assert client.end() == (0, b"", b"")
    with server(folder) as client:
        client.begin(folder)
        client.send("exit")
        code, _, err = client.end()
        assert (code, err) == (1, b"")
    with server(folder) as client:
        client.begin(folder)
        assert client.end()[0] == 1  # its input is closed
    with server(folder) as client:
        assert client.end() == (1, b"", b"")


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'"text"',
        b'{"jsonrpc": "1.0", "method": "x", "id": 7}',
        b'{"jsonrpc": "2.0", "method": "textDocument/hover", "id": 7, "params": {}}',
        b'{"jsonrpc": "2.0", "method": "textDocument/hover", "id": 7, "params": 3}',
        b'{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": 1}}',
        b'{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {"textDocument": '
        b'{"uri": "file:///nowhere", "version": 2}, "contentChanges": [{"text": "x"}]}}',
        b'{"jsonrpc": "2.0", "method": "no/such", "id": 7}',
        b'{"jsonrpc": "2.0", "method": "no/such"}',
        b'{"jsonrpc": "2.0", "method": "workspace/executeCommand", "id": 7, "params": '
        b'{"command": "rm"}}',
        b'{"jsonrpc": "2.0", "id": 99, "result": null}',
        b'{"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 5}}',
        b"[" * 100_000,
    ],
    ids=lambda _: None,
)
def test_a_message_that_is_wrong_is_no_traceback_and_no_end(folder: Path, body: bytes) -> None:
    with server(folder) as client:
        client.begin(folder)
        client.raw(b"X-Other: 1\r\nnonsense\r\n")
        client.body(body)
        client.send("workspace/symbol", {"query": ""}, 8)
        assert "result" in client.answer(8)
        client.send("shutdown", None, 9)
        client.answer(9)
        client.send("exit")
        code, _, err = client.end()
        assert code == 0 and b"Traceback" not in err and b"File " not in err


def test_a_length_that_nobody_can_read_ends_in_a_line(folder: Path) -> None:
    with server(folder) as client:
        client.begin(folder)
        client.raw(b"Content-Length: 99999999999999999999999\r\n\r\n")
        code, _, err = client.end()
        assert code == 2 and err.count(b"\n") == 1 and b"longer than can be read" in err


def test_questions_before_the_beginning_are_refused(folder: Path) -> None:
    with server(folder) as client:
        spot = {"textDocument": {"uri": "file:///a"}, "position": {"line": 0, "character": 0}}
        client.send("textDocument/hover", spot, 3)
        assert client.answer(3)["error"]["code"] == -32002
        client.send("textDocument/didOpen", {"textDocument": {
            "uri": "file:///a", "languageId": "yaml", "version": 1, "text": ""}})  # fmt: skip
        client.begin(folder)


@pytest.mark.parametrize(
    "spot",
    [
        {"uri": "file:///nowhere/org.yaml", "line": 0, "character": 0},
        {"uri": "untitled:1", "line": 0, "character": 0},
        {"uri": "file:///a%00b", "line": 0, "character": 0},
        {"uri": "http://[", "line": 0, "character": 0},
        {"uri": "", "line": 0, "character": 0},
        {"line": 2**31 - 1, "character": 2**31 - 1},
    ],
    ids=lambda _: None,
)
def test_places_that_are_nowhere_are_no_errors(folder: Path, spot: dict[str, Any]) -> None:
    uri = spot.pop("uri", (folder / "org.yaml").as_uri())
    with server(folder) as client:
        client.begin(folder)
        text = {"uri": uri, "languageId": "yaml", "version": 1, "text": "positions: [{id: a}]"}
        client.send("textDocument/didOpen", {"textDocument": text})
        change = {"range": {"start": spot, "end": spot}, "text": "\n"}
        client.send(
            "textDocument/didChange",
            {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [change]},
        )
        for id, method in enumerate(("hover", "completion", "definition", "prepareRename"), 10):
            client.send(
                f"textDocument/{method}", {"textDocument": {"uri": uri}, "position": spot}, id
            )
            assert "error" not in client.answer(id)
        client.send("textDocument/didClose", {"textDocument": {"uri": uri}})
        client.send("shutdown", None, 9)
        client.answer(9)
        client.send("exit")
        code, _, err = client.end()
        assert (code, err) == (0, b"")


def test_what_is_printed_goes_to_stderr(folder: Path) -> None:
    """A reader that prints would break the protocol: stdout is not its stdout."""
    program = (
        "import sys, os; from orgcli.cli.lsp.serving import _only_output; out = _only_output();"
        "print('printed', flush=True); os.write(1, b'written'); out.write(b'answer'); out.flush()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert (done.stdout, done.stderr.replace(b"\n", b"")) == (b"answer", b"printedwritten")


def test_a_client_that_is_gone_ends_it(folder: Path) -> None:
    with server(folder) as client:
        client.begin(folder)
        assert client.process.stdout
        client.process.stdout.close()
        client.send("workspace/symbol", {"query": ""}, 8)
        time.sleep(0.2)
        assert client.process.stdin
        client.process.stdin.close()
        assert client.process.wait(60) in (0, 1)
        assert client.process.stderr
        assert b"Traceback" not in client.process.stderr.read()


def test_pygls_that_is_missing_is_a_line_and_how_to_get_it(folder: Path) -> None:
    program = (
        "import sys; sys.modules['pygls'] = None; sys.argv = ['orgcli', 'lsp'];"
        "from orgcli.__main__ import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "orgcli: the language server needs pygls, which is not installed",
        "  help: install it: pip install 'orgcli[lsp]'",
    ]


def test_an_input_that_is_closed_is_a_line(folder: Path) -> None:
    command = f'"{sys.executable}" -m orgcli lsp <&-'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("orgcli: standard input is closed\n")


AUDIT = """\
import sys
BAD = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.startfile",
       "socket.connect", "socket.getaddrinfo", "os.remove", "os.rename", "os.mkdir", "os.truncate")
def hook(event, args):
    if event in BAD:
        sys.stderr.write(f"AUDIT {event} {args}\\n")
    elif event == "open" and not isinstance(args[0], int):
        sys.stderr.write(f"OPEN {args[1]} {args[2] & 3} {args[0]}\\n")
sys.addaudithook(hook)
sys.dont_write_bytecode = True
from orgcli.__main__ import main
main()
"""
HOSTILE = """\
organisation: "$(touch PWNED)`touch PWNED`"
include: ["../outside.yaml", "/etc/passwd", "link.yaml", "https://example.com/x.yaml"]
positions:
  - {id: ceo, title: "|touch PWNED", photo: "../x.png"}
  - !!python/object/apply:os.system ["touch PWNED"]
  - {id: "[x](command:rm)", reports_to: ceo}
"""


def test_no_file_is_written_and_none_is_opened_outside(tmp_path: Path) -> None:
    folder = tmp_path.resolve() / "workspace"
    (folder / "roles").mkdir(parents=True)
    (folder / ".git").mkdir()
    outside = folder.parent / "outside.yaml"
    outside.write_text("positions: [{id: secret}]\n", "utf-8")
    for link in ("link.yaml", "roles/x.yaml"):
        (folder / link).symlink_to(outside)
    (folder / "org.yaml").write_text(HOSTILE, "utf-8")
    (folder / "b.org.yaml").write_text("positions: [{id: b}]\n", "utf-8")
    for name in ("yaml", "json", "pygls", "sitecustomize"):
        (folder / f"{name}.py").write_text("open('PWNED', 'w')", "utf-8")
    before = sorted(path for path in folder.rglob("*"))
    with server(folder, program=[sys.executable, "-P", "-c", AUDIT]) as client:
        client.begin(folder)
        uri, far = (path.as_uri() for path in (folder / "org.yaml", outside))
        for one, text in ((uri, HOSTILE), (far, "positions: [{id: a, reports_to: b}]")):
            client.send("textDocument/didOpen", {"textDocument": {
                "uri": one, "languageId": "yaml", "version": 1, "text": text}})  # fmt: skip
        for id, (one, line, character) in enumerate(((uri, 5, 40), (far, 0, 17)), 10):
            spot = {
                "textDocument": {"uri": one},
                "position": {"line": line, "character": character},
            }
            client.send("textDocument/rename", {**spot, "newName": "c"}, id)
            client.answer(id)
            client.send("textDocument/hover", spot, id + 10)
            client.answer(id + 10)
        client.send("shutdown", None, 9)
        client.answer(9)
        client.send("exit")
        code, _, err = client.end()
    assert code == 0
    said = err.decode().splitlines()
    assert [line for line in said if line.startswith("AUDIT")] == []
    opened = [line.split(" ", 3)[1:] for line in said if line.startswith("OPEN")]
    assert any(path.endswith("b.org.yaml") for *_, path in opened)
    program = (sys.prefix, sys.base_prefix, str(ROOT), "/dev/", "/proc/", "/usr/", "/etc/ld.so")
    for mode, flags, path in opened:
        real = os.path.realpath(folder / path)
        assert flags == "0" and mode in ("r", "rb", "None"), (mode, flags, path)
        assert real.startswith((*program, str(folder) + os.sep)), path
    assert sorted(path for path in folder.rglob("*")) == before
