"""A language client of pygls that starts `orgcli lsp`, and remembers what it is sent."""

import asyncio
import json
import os
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.lsp.client import BaseLanguageClient

from forked import forked_program

T = TypeVar("T")
SECONDS = 60
"""How long something may take at most; a machine that is busy with other things takes its time."""


class EditorClient(BaseLanguageClient):
    """An editor. `found` is what it shows of each file, `times` how often it was sent."""

    def __init__(self) -> None:
        super().__init__("tests", "1")
        self.found: dict[str, list[types.Diagnostic]] = {}
        self.times: dict[str, int] = {}
        self.versions: dict[str, int] = {}
        self.watched: list[types.Registration] = []
        self.news = asyncio.Event()

    async def open(self, path: Path, text: str | None = None, uri: str = "") -> str:
        """Open a file, with another text than it has where one is given; its address."""
        uri = uri or path.as_uri()
        if text is None:
            text = path.read_bytes().decode("utf-8-sig")
        self.versions[uri] = 1
        item = types.TextDocumentItem(uri, "yaml", 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def change(self, uri: str, *changes: Any) -> None:
        """Type; a text replaces the whole."""
        self.versions[uri] += 1
        identifier = types.VersionedTextDocumentIdentifier(version=self.versions[uri], uri=uri)
        made = [
            types.TextDocumentContentChangeWholeDocument(one) if isinstance(one, str) else one
            for one in changes
        ]
        self.text_document_did_change(types.DidChangeTextDocumentParams(identifier, made))

    def close(self, uri: str) -> None:
        self.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
        )

    def codes(self, uri: str) -> list[str]:
        return [str(one.code) for one in self.found.get(uri, ())]

    async def until(self, holds: Callable[[], bool], seconds: float = SECONDS) -> None:
        """Wait for what the server sends."""
        end = time.monotonic() + seconds
        while not holds():
            self.news.clear()
            left = end - time.monotonic()
            assert left > 0, f"still {self.found}"
            try:
                await asyncio.wait_for(self.news.wait(), left)
            except TimeoutError:
                continue


def at(line: int, character: int) -> types.Position:
    return types.Position(line, character)


def span(line: int, start: int, end: int) -> types.Range:
    return types.Range(at(line, start), at(line, end))


def typed(range: types.Range, text: str) -> types.TextDocumentContentChangePartial:
    return types.TextDocumentContentChangePartial(range=range, text=text)


def place(uri: str, line: int, character: int) -> dict[str, Any]:
    return {
        "text_document": types.TextDocumentIdentifier(uri),
        "position": at(line, character),
    }


@asynccontextmanager
async def editing(
    folder: Path | None,
    *words: str,
    capabilities: types.ClientCapabilities | None = None,
    environment: dict[str, str] | None = None,
    program: Sequence[str] = (),
    **more: Any,
) -> AsyncIterator[EditorClient]:
    """A session with a server that was started for a folder; it ends as the protocol says.

    The program is that of forked.py, where no other is given.
    """
    client = EditorClient()

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def published(params: types.PublishDiagnosticsParams) -> None:
        client.found[params.uri] = list(params.diagnostics)
        client.times[params.uri] = client.times.get(params.uri, 0) + 1
        client.news.set()

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def registered(params: types.RegistrationParams) -> None:
        client.watched += params.registrations

    settings = {**os.environ, "LC_ALL": "C.UTF-8", **(environment or {})}
    start = [*(program or forked_program()), "lsp", *words]
    await client.start_io(*start, env=settings, cwd=str(Path(__file__).parent))
    uri = folder.as_uri() if folder is not None else None
    await client.initialize_async(
        types.InitializeParams(
            capabilities=capabilities or types.ClientCapabilities(),
            root_uri=uri,
            workspace_folders=[types.WorkspaceFolder(uri, "here")] if uri else None,
            **more,
        )
    )
    client.initialized(types.InitializedParams())
    try:
        yield client
        await client.shutdown_async(None)
    finally:
        client.exit(None)
        server = client._server
        assert server is not None and server.stderr is not None
        errors = (await server.stderr.read()).decode()
        await client.stop()
    assert server.returncode == 0, errors
    assert "Traceback" not in errors, errors


def run(session: Coroutine[Any, Any, T]) -> T:
    """Run a session to its end."""
    return asyncio.run(asyncio.wait_for(session, 4 * SECONDS))


async def seconds_of(question: Callable[[], Awaitable[Any]]) -> tuple[float, Any]:
    """How long an answer takes as the client sees it, and the answer."""
    start = time.perf_counter()
    found = await question()
    return time.perf_counter() - start, found


def as_json(value: Any) -> Any:
    return json.loads(json.dumps(value, default=lambda one: one.__dict__))
