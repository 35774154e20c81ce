"""orgcli in a process of its own, which is forked where its modules are imported already.

Arguments, environment, streams and exit code are those of a command in a shell; only the start,
which takes most of a small run, is spared. How orgcli starts is tested by real starts.
"""

import atexit
import gc
import importlib
import json
import os
import pkgutil
import resource
import select
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import IO, NoReturn

import pygraphviz  # noqa: F401 (what draws a chart)

import orgcli

_OF_PYTHON = ("encodings.utf_8_sig", "importlib.metadata", "tomllib")
"""What orgcli imports of Python at its first use, where another user may have no right to read."""
_START = Path(__file__).with_name("forked_start.py")
_SECONDS = 300
"""How long a command may take; a machine that is busy with other things takes its time."""


def run_forked(
    folder: Path,
    *words: str,
    stdin: str = "",
    environment: Mapping[str, str] | None = None,
    memory: int = 0,
    user: int = 0,
    seconds: float = _SECONDS,
) -> "subprocess.CompletedProcess[str]":
    """Run `orgcli words…` in a folder; the environment is this one's where none is given.

    `memory` is how many bytes of address space it may have, `seconds` how long it may take. Root
    may run it as another user.
    """
    with ExitStack() as stack:
        streams = [stack.enter_context(tempfile.TemporaryFile()) for _ in range(3)]
        streams[0].write(stdin.encode())
        streams[0].seek(0)
        channel = stack.enter_context(socket.socket(socket.AF_UNIX))
        channel.settimeout(seconds)
        channel.connect(_server())
        request = json.dumps([words, dict(environment or os.environ), memory, user])
        here = os.open(folder, os.O_RDONLY)
        stack.callback(os.close, here)
        descriptors = [here, *(stream.fileno() for stream in streams)]
        socket.send_fds(channel, [request.encode() + b"\n"], descriptors)
        code = int(_line(channel))
        _, out, err = (_text(stream) for stream in streams)
    return subprocess.CompletedProcess(["orgcli", *words], code, out, err)


def forked_program() -> list[str]:
    """A command that does what `orgcli` does, behind which its arguments stand."""
    return [sys.executable, "-I", "-S", str(_START), _server()]


def _text(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode("utf-8")


@cache
def _server() -> str:
    """The socket of the process that forks; it ends when this one does."""
    folder = tempfile.mkdtemp()
    address = f"{folder}/socket"
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(address)
    listener.listen(16)
    awaited, ours = os.pipe()
    process = subprocess.Popen(
        [sys.executable, __file__, str(listener.fileno()), str(awaited)],
        pass_fds=[listener.fileno(), awaited],
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    listener.close()
    os.close(awaited)

    def end() -> None:
        os.close(ours)
        process.wait()
        shutil.rmtree(folder, ignore_errors=True)

    atexit.register(end)
    return address


def _line(channel: socket.socket, begun: bytes = b"") -> bytes:
    while not begun.endswith(b"\n"):
        part = channel.recv(1 << 16)
        if not part:
            raise ConnectionError("the process that forks has ended")
        begun += part
    return begun


def _serve(listener: socket.socket, parent: int) -> None:
    """Fork for every request until the pipe of the parent is closed."""
    for module in pkgutil.walk_packages(orgcli.__path__, "orgcli."):
        importlib.import_module(module.name)
    for name in _OF_PYTHON:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()
    while parent not in select.select([listener, parent], [], [])[0]:
        channel, _ = listener.accept()
        if not os.fork():
            listener.close()
            os.close(parent)
            _answer(channel)
        channel.close()
        _forget_ended()


def _forget_ended() -> None:
    """Without this, those that have ended would stay in the list of processes."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def _answer(channel: socket.socket) -> NoReturn:
    """Run a command, say its exit code, and end; several may run at once."""
    try:
        begun, descriptors, _, _ = socket.recv_fds(channel, 1 << 16, 4)
        request = json.loads(_line(channel, begun))
        child = os.fork()
        if not child:
            channel.close()
            _become(descriptors, *request)
        for descriptor in descriptors:
            os.close(descriptor)
        _, status = os.waitpid(child, 0)
        channel.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())
    except OSError:
        pass  # nobody is there any more to be answered
    finally:
        os._exit(0)


def _become(
    descriptors: list[int], words: list[str], environment: dict[str, str], memory: int, user: int
) -> NoReturn:
    """Go on as the command; Python's own streams, still empty, are those of the request."""
    try:
        folder, *streams = descriptors
        os.fchdir(folder)
        os.close(folder)
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
            os.close(stream)
        if memory:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        if user:
            os.setgroups([])
            os.setresgid(user, user, user)
            os.setresuid(user, user, user)
        os.environ.clear()
        os.environ.update(environment)
        sys.argv = ["orgcli", *words]
        from orgcli.__main__ import main

        main()
    finally:  # main ends the process itself
        sys.excepthook(*sys.exc_info())
        sys.stderr.flush()
        os._exit(1)


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])), int(sys.argv[2]))
