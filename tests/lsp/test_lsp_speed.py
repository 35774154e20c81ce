"""10,000 positions: how long an editor waits for each answer, also while somebody types."""

import json
import statistics
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from language_client import EditorClient, editing, place, run, seconds_of, span, typed
from lsprotocol import types
from test_lsp_messages import PROGRAM, server

from timing import slowness

SEATS = 10_000
LIMIT = 0.1
"""Seconds, on a computer of 2024 that has nothing else to do."""
LINE = 1 + 6 * (SEATS // 2)
"""Of the id of the position in the middle."""


def text() -> str:
    lines = ["organisation: Large", "positions:"]
    for at in range(SEATS):
        lines += [f"  - id: p{at}", f"    title: Position {at}", f"    holder: Person {at}"]
        if at:
            lines.append(f"    reports_to: p{(at - 1) // 6}")
        lines += [f"    department: D{at % 20}", "    location: Berlin"]
    return "\n".join([*lines, ""])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "org.yaml").write_text(text(), "utf-8")
    return tmp_path.resolve()


async def median(question: Callable[[], Awaitable[Any]], times: int = 7) -> float:
    """Seconds for an answer as the client sees it, where the machine is as fast as usual."""
    found = [(await seconds_of(question))[0] for _ in range(times)]
    return statistics.median(found) / slowness()


def questions(client: EditorClient, uri: str) -> dict[str, Callable[[], Awaitable[Any]]]:
    spot = place(uri, LINE + 3, 17)
    return {
        "hover": lambda: client.text_document_hover_async(types.HoverParams(**spot)),
        "hover of the top": lambda: client.text_document_hover_async(
            types.HoverParams(**place(uri, 2, 9))
        ),
        "definition": lambda: client.text_document_definition_async(types.DefinitionParams(**spot)),
        "references": lambda: client.text_document_references_async(
            types.ReferenceParams(context=types.ReferenceContext(True), **spot)
        ),
        "completion": lambda: client.text_document_completion_async(types.CompletionParams(**spot)),
        "completion of fields": lambda: client.text_document_completion_async(
            types.CompletionParams(**place(uri, LINE + 4, 6))
        ),
        "symbols": lambda: client.workspace_symbol_async(types.WorkspaceSymbolParams("Person 77")),
        "quick fixes": lambda: client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(uri), span(LINE, 0, 4), types.CodeActionContext([])
            )
        ),
    }


def test_every_answer_is_quick(folder: Path) -> None:
    async def session() -> dict[str, float]:
        async with editing(folder) as client:
            uri = await client.open(folder / "org.yaml")
            spot = place(uri, LINE + 3, 17)
            ask = questions(client, uri)
            ask["rename"] = lambda: client.text_document_rename_async(
                types.RenameParams(new_name="other", **spot)
            )
            ask["preparing a rename"] = lambda: client.text_document_prepare_rename_async(
                types.PrepareRenameParams(**spot)
            )
            await ask["rename"]()  # everything is read and prepared
            found = await ask["rename"]()
            assert len(found.changes[uri]) == 7
            return {name: await median(one) for name, one in ask.items()}

    found = run(session())
    assert {name: seconds for name, seconds in found.items() if seconds > LIMIT} == {}, found


def test_typing_waits_for_nothing(folder: Path) -> None:
    async def session() -> dict[str, float]:
        async with editing(folder) as client:
            uri = await client.open(folder / "org.yaml")
            ask = questions(client, uri)
            await ask["hover"]()
            waits: dict[str, list[float]] = {}
            for number in range(8):
                slow = slowness()
                for name, one in ask.items():
                    client.change(uri, typed(span(LINE + 1, 11, 11), "x"))
                    seconds, answer = await seconds_of(one)
                    assert answer is not None or name == "quick fixes", (name, number)
                    waits.setdefault(name, []).append(seconds / slow)
            client.change(uri, typed(span(LINE + 3, 16, 20), "nobody"))
            await client.until(lambda: "ORG102" in client.codes(uri))
            return {name: statistics.median(several) for name, several in waits.items()}

    found = run(session())
    assert {name: seconds for name, seconds in found.items() if seconds > LIMIT} == {}, found


def test_the_outline_is_sent_quickly(folder: Path) -> None:
    """As bytes: the client of pygls makes objects of them, which takes longer than the server."""
    uri = (folder / "org.yaml").as_uri()
    with server(folder) as client:
        client.begin(folder)
        client.send("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": "yaml", "version": 1, "text": text()}})  # fmt: skip
        waits = []
        for id in range(2, 9):
            start = time.perf_counter()
            client.send("textDocument/documentSymbol", {"textDocument": {"uri": uri}}, id)
            while b'"result":' not in (raw := client.receive_bytes())[:100]:
                start = time.perf_counter()
            waits.append(time.perf_counter() - start)
            assert json.loads(raw)["result"][0]["children"][5]["name"] == "p6"
        assert statistics.median(waits[2:]) / slowness() < LIMIT, waits


def test_memory_does_not_grow_with_every_letter(folder: Path) -> None:
    """The command line turns the collector of Python off; a server may not."""
    entries = (f"  - {{id: p{at}, reports_to: p{at // 2}}}" for at in range(1, 1000))
    (folder / "org.yaml").write_text("\n".join(["positions:", *entries]), "utf-8")

    async def session() -> tuple[int, int]:
        async with editing(folder, program=PROGRAM) as client:
            uri = await client.open(folder / "org.yaml")
            sizes = []
            for number in range(60):
                client.change(uri, typed(span(1, 0, 0), "# x\n"))
                hover = types.HoverParams(**place(uri, 3 + number, 10))
                await client.text_document_hover_async(hover)
                await client.text_document_rename_async(
                    types.RenameParams(new_name=f"n{number}", **place(uri, 3 + number, 10))
                )
                if number in (20, 59):
                    sizes.append(resident(client))
            return sizes[0], sizes[1]

    before, after = run(session())
    assert after < before * 1.25, (before, after)


def resident(client: EditorClient) -> int:
    assert client._server is not None
    status = Path(f"/proc/{client._server.pid}/status")
    if not status.exists():
        pytest.skip("the size of a process is looked up in /proc")
    (line,) = (one for one in status.read_text().splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1])
