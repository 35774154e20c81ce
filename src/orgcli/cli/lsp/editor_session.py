"""One editor: its open texts, the projects they are of, and the findings that it was sent."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from lsprotocol import types

from orgcli.cli.lsp.check_schedule import CheckSchedule
from orgcli.cli.lsp.messages import diagnostics, symbols
from orgcli.cli.lsp.project_reading import OpenFiles, ProjectReader
from orgcli.cli.lsp.project_state import ProjectState
from orgcli.cli.lsp.text_buffers import TextBuffer, TextBuffers
from orgcli.cli.output import note
from orgcli.editor.outline import outline
from orgcli.editor.text.editor_text import EditorText

T = TypeVar("T")
Publish = Callable[[str, int | None, Sequence[types.Diagnostic]], None]
"""Sends the findings of a file: its address, the version of its text, and what was found."""
_Messages = Mapping[str, Sequence[types.Diagnostic]]
_PATIENCE = 20.0
"""Seconds that a question waits for the first reading of a project."""


@dataclass(frozen=True, slots=True, eq=False)
class TextQuestion:
    """A text that an editor asks about, and the project that it is of.

    name  what messages call the file
    """

    state: ProjectState
    name: str
    text: EditorText

    @property
    def is_current(self) -> bool:
        """Whether the text is what was read last."""
        source = self.state.project.sources.get(self.name)
        return source is not None and source.text == self.text.text


class EditorSession:
    """Checks texts a moment after they change, and finds what questions are about.

    is_versioned  whether the editor understands edits of versions of texts
    has_markdown  whether it shows Markdown

    Reading and checking run in a thread of their own, one at a time; questions are answered from
    what was read last.
    """

    def __init__(self, buffers: TextBuffers, reader: ProjectReader, publish: Publish) -> None:
        self.buffers, self.reader, self._publish = buffers, reader, publish
        self.is_versioned = False
        self.has_markdown = True
        self.states: Sequence[ProjectState] = ()
        self.schedule = CheckSchedule(self._check)
        self._executor = ThreadPoolExecutor(1, "orgcli-check")
        self._messages: dict[ProjectState, _Messages] = {}
        self._outlines: dict[tuple[ProjectState, str], str] = {}
        self._has_failed = False
        self._sent: dict[str, Sequence[types.Diagnostic]] = {}

    async def beside(self, work: Callable[[], T]) -> T:
        """Do something long in the thread in which texts are read."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, work)

    async def question(self, uri: str) -> TextQuestion | None:
        """What is known of a text; None where it is of no project. Waits for a first reading."""
        buffer = self.buffers.of(uri)
        if buffer is None:
            return None
        if self._state_of(buffer.path) is None and self.schedule.is_behind:
            await self.schedule.settled(_PATIENCE)
            buffer = self.buffers.of(uri) or buffer
        state = self._state_of(buffer.path)
        if state is None:
            return None
        name = state.names[buffer.path]
        return TextQuestion(state, name, _named(buffer, name))

    async def current_question(self, uri: str) -> TextQuestion | None:
        """The same, of the text as it is now, which is read first."""
        await self.schedule.settled(_PATIENCE)
        return await self.question(uri)

    def _state_of(self, path: Path) -> ProjectState | None:
        return next((state for state in self.states if path in state.names), None)

    def outline_of(self, state: ProjectState, name: str) -> str:
        """The positions of a text as a tree, in JSON."""
        key = state, name
        outline_text = self._outlines.get(key)
        if outline_text is None:
            source = state.index.project.sources.get(name)
            text = self.buffers.text_of(source) if source is not None else None
            entries = symbols(outline(state.index, name), text) if text is not None else []
            outline_text = self._outlines[key] = json.dumps(entries, separators=(",", ":"))
        return outline_text

    def stop(self) -> None:
        """Check nothing any more."""
        self.schedule.stop()
        self._executor.shutdown(wait=False, cancel_futures=True)

    async def _check(self, changed: frozenset[Path] | None) -> None:
        """Check files; where that fails, the server goes on with what it knows."""
        try:
            await self._checked(None if self._has_failed else changed)
            self._has_failed = False
        except Exception as error:  # noqa: BLE001 (it is a fault of ours, and reported)
            self._has_failed = True
            note(f"orgcli: cannot check: {type(error).__name__}: {error}")

    async def _checked(self, changed: frozenset[Path] | None) -> None:
        versions, files = self.buffers.versions, OpenFiles(self.buffers.raw, changed)
        states, messages = await self.beside(lambda: self._read(files))
        self.states = states
        self._messages = dict(zip(states, messages, strict=True))
        self._outlines = {key: tree for key, tree in self._outlines.items() if key[0] in states}
        if self.schedule.is_outdated:
            return
        self._send(_joined(messages), versions)
        await self.beside(self._prepare)

    def _read(self, files: OpenFiles) -> tuple[Sequence[ProjectState], Sequence[_Messages]]:
        states = self.reader.read(files)
        earlier = self._messages
        return states, [earlier.get(state) or self._messages_of(state) for state in states]

    def _messages_of(self, state: ProjectState) -> _Messages:
        return {
            self.buffers.uri_of(file): diagnostics(findings, state.project, self.buffers)
            for file, findings in state.findings.items()
        }

    def _send(self, messages: _Messages, versions: Mapping[Path, int | None]) -> None:
        """Send what is not as it was sent last; files with nothing wrong any more are cleared."""
        for uri in sorted(self._sent.keys() | messages.keys()):
            now = messages.get(uri, ())
            if list(now) != list(self._sent.get(uri, ())):
                buffer = self.buffers.of(uri)
                self._publish(uri, versions.get(buffer.path) if buffer else None, now)
        self._sent = dict(messages)

    def _prepare(self) -> None:
        """Make what questions need, before they come; stop where texts changed again."""
        for path in self.buffers.raw:
            state = self._state_of(path)
            if state is None or self.schedule.is_outdated:
                continue
            state.index.document(state.names[path])
            if not self.schedule.is_outdated:
                self.outline_of(state, state.names[path])
        for state in self.states:
            if not self.schedule.is_outdated:
                state.index.prepare()


def _joined(message_groups: Iterable[_Messages]) -> _Messages:
    """The findings of all projects; those that two have of one file, once."""
    messages_by_uri: dict[str, Sequence[types.Diagnostic]] = {}
    for messages in message_groups:
        for uri, own_messages in messages.items():
            before = messages_by_uri.get(uri, ())
            messages_by_uri[uri] = (
                [*before, *(message for message in own_messages if message not in before)]
                if before
                else own_messages
            )
    return messages_by_uri


def _named(buffer: TextBuffer, name: str) -> EditorText:
    """The text under the name that its project has for the file."""
    text = buffer.text
    if text.source.path == name:
        return text
    return EditorText.of(name, text.raw.decode("utf-8", "surrogatepass"), text.unit)
