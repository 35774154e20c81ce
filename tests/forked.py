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
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import IO

import pygraphviz  # noqa: F401 (what draws a chart)

import orgcli

_SECONDS = 300
"""How long a command may take; a machine that is busy with other things takes its time."""


def run_forked(
    folder: Path, *words: str, stdin: str = "", environment: Mapping[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    """Run `orgcli words…` in a folder; the environment is this one's where none is given."""
    with ExitStack() as stack:
        streams = [stack.enter_context(tempfile.TemporaryFile()) for _ in range(3)]
        streams[0].write(stdin.encode())
        streams[0].seek(0)
        request = json.dumps([str(folder), words, dict(environment or os.environ)])
        channel = _server()
        try:
            descriptors = [stream.fileno() for stream in streams]
            socket.send_fds(channel, [request.encode() + b"\n"], descriptors)
            code = json.loads(_line(channel))
        except OSError:
            _server.cache_clear()  # its answer may still come, and is not the next one's
            raise
        _, out, err = (_text(stream) for stream in streams)
    return subprocess.CompletedProcess(["orgcli", *words], code, out, err)


def _text(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode("utf-8")


@cache
def _server() -> socket.socket:
    """The other end of the process that forks; it ends when this one does."""
    ours, theirs = socket.socketpair()
    process = subprocess.Popen(
        [sys.executable, __file__, str(theirs.fileno())],
        pass_fds=[theirs.fileno()],
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    theirs.close()
    ours.settimeout(_SECONDS)

    def end() -> None:
        ours.close()
        process.kill()
        process.wait()

    atexit.register(end)
    return ours


def _line(channel: socket.socket, begun: bytes = b"") -> bytes:
    while not begun.endswith(b"\n"):
        part = channel.recv(1 << 16)
        if not part:
            raise ConnectionError("the process that forks has ended")
        begun += part
    return begun


def _serve(channel: socket.socket) -> None:
    """Fork for every request until nobody is there to ask."""
    for module in pkgutil.walk_packages(orgcli.__path__, "orgcli."):
        importlib.import_module(module.name)
    gc.collect()
    gc.freeze()
    while True:
        begun, streams, _, _ = socket.recv_fds(channel, 1 << 16, 3)
        if not begun:
            return
        request = json.loads(_line(channel, begun))
        child = os.fork()
        if not child:
            channel.close()
            _become(streams, *request)
        for stream in streams:
            os.close(stream)
        _, status = os.waitpid(child, 0)
        channel.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())


def _become(streams: list[int], folder: str, words: list[str], environment: dict[str, str]) -> None:
    """Go on as the command; Python's own streams, still empty, are those of the request."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["orgcli", *words]
    from orgcli.__main__ import main

    try:
        main()
    finally:  # main ends the process itself
        sys.excepthook(*sys.exc_info())
        sys.stderr.flush()
        os._exit(1)


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))
