"""JSON becomes the same values and places as YAML: its tokens are read as YAML events."""

import re
from collections.abc import Iterator
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

_SPACE = " \t\r\n"
_TOKEN = re.compile(
    r'[ \t\r\n]*(?:(?P<mark>[\[\]{},:"])'
    r"|(?P<plain>true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)"
    r"(?![\w.])|(?P<end>\Z))"
)
_CLOSING = {"{": "}", "[": "]"}


@dataclass(slots=True)
class _Offset:
    """What the builder needs of a mark of PyYAML: its offset."""

    index: int


def load_json(source: Source) -> tuple[Document | None, list[Finding]]:
    """The document in a JSON file (RFC 8259), and what is wrong with it; numbers stay text.

    Findings are those of load_yaml: ORG001 syntax, ORG003 duplicate keys, ORG009 nesting.
    """
    return build(source, lambda: _events(source.text).__next__, "JSON")


def load_json_lines(source: Source) -> tuple[Document | None, list[Finding]]:
    """The values that stand one after the other in a file, as one list; None where some are wrong.

    As JSON Lines, which has one in each line, but a value may have several lines.
    Findings: ORG003 duplicate keys.
    """
    document, findings = build(source, lambda: _events(source.text, several=True).__next__, "JSON")
    is_wrong = any(finding.code == "ORG001" for finding in findings)
    return (None, []) if is_wrong else (document, findings)


def _events(text: str, several: bool = False) -> Iterator[Event]:
    """The YAML events of a text; raises MarkedYAMLError at the first thing that is not JSON.

    several  whether it may hold several values, which are a list then
    """
    if several:
        yield DocumentStartEvent(*_marks(0, 0))
        yield SequenceStartEvent(None, None, True, *_marks(0, 0))
        yield from _nodes(text, several)
        yield SequenceEndEvent(*_marks(len(text), len(text)))
    elif text.strip(_SPACE):
        yield DocumentStartEvent(*_marks(0, 0))
        yield from _nodes(text)
    yield StreamEndEvent()


def _nodes(text: str, several: bool = False) -> Iterator[Event]:  # noqa: C901, PLR0912
    """The events of all values: a pushdown reader, in one loop because it runs per token.

    several  values may follow each other
    """
    opened: list[str] = []  # brackets
    expected, at = "value", 0
    while True:
        token, start, at = _next_token(text, at)
        closing = _CLOSING[opened[-1]] if opened else None
        if token == closing and expected in ("first item", "first key", "separator"):
            ended = MappingEndEvent if opened.pop() == "{" else SequenceEndEvent
            yield ended(*_marks(start, at))
            expected = "separator"
        elif expected == "separator":
            if closing is None and not token:
                return
            if closing is None and several:
                expected, at = "value", start
                continue
            if closing is None or token != ",":
                what = f"`,` or `{closing}`" if closing else "the end of the file"
                raise _wrong(f"expected {what}", start)
            expected = "key" if closing == "}" else "value"
        elif expected == "colon":
            if token != ":":
                raise _wrong("expected `:` after the key", start)
            expected = "value"
        elif token == '"':
            value, at = _string(text, start)
            yield ScalarEvent(None, None, (False, True), value, *_marks(start, at))
            expected = "colon" if expected in ("key", "first key") else "separator"
        elif expected in ("key", "first key"):
            raise _wrong("expected a key in double quotes", start)
        elif token in _CLOSING:
            opened.append(token)
            opening = MappingStartEvent if token == "{" else SequenceStartEvent
            yield opening(None, None, True, *_marks(start, at))
            expected = "first key" if token == "{" else "first item"
        elif not token or token in "]},:":
            raise _wrong("expected a value", start)
        else:
            yield ScalarEvent(None, None, (True, False), token, *_marks(start, at))
            expected = "separator"


def _next_token(text: str, at: int) -> tuple[str, int, int]:
    """The next token with its start and end, empty at the end of the text."""
    match = _TOKEN.match(text, at)
    if match is None:
        start = len(text) - len(text[at:].lstrip(_SPACE))
        raise _wrong(f"unexpected `{text[start]}`", start)
    group = match.lastgroup or "end"
    return match[group], match.start(group), match.end()


def _string(text: str, start: int) -> tuple[str, int]:
    """A string from its opening quote, and where it ends."""
    try:
        value, end = scanstring(text, start + 1, True)
    except JSONDecodeError as error:
        raise _wrong(error.msg.lower(), error.pos) from None
    return value, end


def _marks(start: int, end: int) -> Any:
    return _Offset(start), _Offset(end)


def _wrong(problem: str, at: int) -> MarkedYAMLError:
    mark: Any = _Offset(at)
    return MarkedYAMLError(None, None, problem, mark)
