"""JSON becomes the same values and places as YAML: its tokens are read as YAML events."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]
from typing import Any

from yaml.error import MarkedYAMLError
from yaml.events import (
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from orgcli.model.findings.finding import Finding
from orgcli.model.source.source import Source
from orgcli.read.syntax.document import Document
from orgcli.read.syntax.yaml import build

_TOKEN = re.compile(
    r'[ \t\r\n]*(?:(?P<mark>[\[\]{},:"])'
    r"|(?P<plain>true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)"
    r"(?![\w.])|(?P<end>\Z))"
)


@dataclass(slots=True)
class _Mark:
    """What the builder asks of a mark: the offset."""

    index: int


def load_json(source: Source) -> tuple[Document | None, list[Finding]]:
    """The document in a JSON file (RFC 8259), and what is wrong with it; numbers stay text.

    Findings are those of load_yaml: ORG001 syntax, ORG003 duplicate keys, ORG009 nesting.
    """
    return build(source, lambda: _Tokens(source.text).next_event, "JSON")


class _Tokens:
    """A pushdown reader: `_expect` says what may stand next, `_open` which brackets are open."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._open: list[str] = []
        self._expect: Callable[[str, int, int], Event | None] = self._value
        self._started = False

    def next_event(self) -> Event:
        """The next YAML event; raises MarkedYAMLError at the first thing that is not JSON."""
        if not self._started:
            self._started = True
            if self._text.strip(" \t\r\n"):
                mark: Any = _Mark(0)
                return DocumentStartEvent(mark, mark)
            return StreamEndEvent()
        while True:
            event = self._step()
            if event is not None:
                return event

    def _step(self) -> Event | None:
        match = _TOKEN.match(self._text, self._at)
        if match is None:
            start = len(self._text) - len(self._text[self._at :].lstrip(" \t\r\n"))
            raise self._wrong(f"unexpected `{self._text[start]}`", start)
        group = match.lastgroup or "end"
        start = match.start(group)
        self._at = match.end()
        token = match.group(group) if group != "end" else ""
        return self._expect(token, start, self._at)

    def _wrong(self, problem: str, at: int) -> MarkedYAMLError:
        mark: Any = _Mark(at)
        context: Any = None
        return MarkedYAMLError(context, context, problem, mark)

    def _value(self, token: str, start: int, end: int) -> Event | None:
        mark: Any = _Mark(start)
        if token in ("{", "["):
            self._open.append(token)
            opened: Any = MappingStartEvent if token == "{" else SequenceStartEvent
            self._expect = self._first_key if token == "{" else self._first_item
            event: Event = opened(None, None, True, mark, _Mark(end))
            return event
        if token == '"':
            return self._string(start, self._after_value)
        if not token or token in "]},:":
            raise self._wrong("expected a value", start)
        self._expect = self._after_value
        marks: Any = (mark, _Mark(end))
        return ScalarEvent(None, None, (True, False), token, *marks)

    def _string(self, start: int, then: Callable[[str, int, int], Event | None]) -> Event:
        try:
            value, self._at = scanstring(self._text, start + 1, True)
        except JSONDecodeError as error:
            raise self._wrong(error.msg.lower(), error.pos) from None
        self._expect = then
        marks: Any = (_Mark(start), _Mark(self._at))
        return ScalarEvent(None, None, (False, True), value, *marks)

    def _first_item(self, token: str, start: int, end: int) -> Event | None:
        return self._close(start, end) if token == "]" else self._value(token, start, end)

    def _first_key(self, token: str, start: int, end: int) -> Event | None:
        return self._close(start, end) if token == "}" else self._key(token, start, end)

    def _key(self, token: str, start: int, end: int) -> Event | None:
        if token != '"':
            raise self._wrong("expected a key in double quotes", start)
        return self._string(start, self._colon)

    def _colon(self, token: str, start: int, end: int) -> Event | None:
        if token != ":":
            raise self._wrong("expected `:` after the key", start)
        self._expect = self._value
        return None

    def _close(self, start: int, end: int) -> Event:
        marks: Any = (_Mark(start), _Mark(end))
        self._expect = self._after_value
        return MappingEndEvent(*marks) if self._open.pop() == "{" else SequenceEndEvent(*marks)

    def _after_value(self, token: str, start: int, end: int) -> Event | None:
        if not self._open:
            if token:
                raise self._wrong("expected the end of the file", start)
            return StreamEndEvent()
        if token == ",":
            self._expect = self._key if self._open[-1] == "{" else self._value
            return None
        if token == ("}" if self._open[-1] == "{" else "]"):
            return self._close(start, end)
        closing = "`,` or `}`" if self._open[-1] == "{" else "`,` or `]`"
        raise self._wrong(f"expected {closing}", start)
