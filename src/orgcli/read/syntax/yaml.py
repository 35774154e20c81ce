"""YAML becomes plain values with the place of every node, in one pass over parser events.

PyYAML's own constructor resolves `no` to False, keeps the last of duplicate keys without a
word and forgets where things stood. This loop keeps every scalar as the text that was written,
reports duplicates, and costs less: about 1.4 times the parser alone, a sixth of CSafeLoader.
"""

import gc
import re
from collections.abc import Callable
from dataclasses import replace
from sys import intern
from typing import Any, NamedTuple, NoReturn

from yaml import YAMLError
from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml.reader import ReaderError

from orgcli.model.findings.finding import Finding, Related
from orgcli.model.source.source import Source
from orgcli.read.syntax.document import NULLS, Document, Value
from orgcli.read.syntax.mistakes.look_alikes import has_look_alikes, look_alike
from orgcli.read.syntax.mistakes.syntax_errors import DEPTH_HELP, MAX_DEPTH, TOO_DEEP, syntax_error
from orgcli.read.syntax.mistakes.value_comments import value_comments

try:
    from yaml.cyaml import CParser as _Parser  # type: ignore[attr-defined]

    FAST = True
except ImportError:  # PyYAML without libyaml: the same events, some 15 times slower
    from yaml import SafeLoader as _Parser  # type: ignore[assignment]

    FAST = False

NextEvent = Callable[[], Any]
"""Gives one parser event per call: PyYAML's own, or what looks like them."""

MAX_EXPANSION = 1_000_000
"""Nodes that aliases may add to those written, in one file."""

_SECOND = "a second YAML document begins here; a file holds one"
_SECOND_HELP = "put what follows into a file of its own"
_MARK = "\ufeff".encode()
_ODD_KEYS = frozenset({"<<", ""})
_TEXT_TAGS = frozenset({"!", "tag:yaml.org,2002:str"})
_PLAIN_TAGS = frozenset({"!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"})
_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# What the loop is to do with the next value; any other key is the name it goes under.
_ITEM: Any = object()  # append it: the container is a list
_WANT_KEY: Any = object()  # it is the next key of a mapping
_DROP: Any = object()  # forget it: its key was refused
_MERGE: Any = object()  # it is what `<<` merges


class TextSigns(NamedTuple):
    """Whether a text may hold tags, anchors and characters that look like those of YAML.

    Most hold none: then events need not be tested for them, a million times.
    """

    tagged: bool
    anchored: bool
    alike: bool


def signs_in(text: str) -> TextSigns:
    """What a text may hold."""
    return TextSigns("!" in text, "&" in text, has_look_alikes(text))


class _ReadingStopped(Exception):
    """The file cannot be read further; its finding has been noted."""


def load_yaml(source: Source, raw: bytes = b"") -> tuple[Document | None, list[Finding]]:
    """The document in a file, and what is wrong with it as YAML.

    raw  the text in UTF-8 where it is at hand, so that the parser need not make it
    Returns no document for a file without one, and for one that cannot be read to its end.
    Findings: ORG001 syntax, second document, tags; ORG003 duplicate keys; ORG005 keys that
    are not text; ORG009 nesting and alias expansion.
    """
    # Behind a mark of the byte order the parser would count from somewhere else.
    text = raw if raw and not raw.startswith(_MARK) else source.text
    document, findings = build(source, lambda: event_stream(text))
    if document is not None:
        findings.extend(value_comments(document))
    return document, findings


def event_stream(text: str | bytes) -> NextEvent:
    """The function that gives one event of a text in YAML after the other. Raises YAMLError."""
    next_event: NextEvent = _Parser(text).get_event
    return next_event


def build(
    source: Source,
    events: Callable[[], NextEvent],
    language: str = "YAML",
    signs: TextSigns | None = None,
) -> tuple[Document | None, list[Finding]]:
    """The same from any stream of YAML events (JSON arrives this way too).

    events    opens the stream and returns the function that gives the next event
    language  what messages call the format
    signs     those of the text, where they are known
    """
    builder = _Builder(source, language, signs or signs_in(source.text))
    collecting = gc.isenabled()
    # Only acyclic containers are made here; the collector would walk all of them repeatedly.
    gc.disable()
    complete = False
    try:
        complete = builder.run(events())
    except _ReadingStopped:
        pass
    except ReaderError:
        builder.note_bad_character()
    except MarkedYAMLError as error:
        builder.findings.append(syntax_error(source, error, language))
    except YAMLError as error:
        builder.findings.append(Finding("ORG001", f"not YAML: {error}", source.place(0, 0)))
    finally:
        if collecting:
            gc.enable()
    builder.relate_duplicates()
    return (builder.document if complete else None), builder.findings


class _Builder:
    def __init__(self, source: Source, language: str, signs: TextSigns) -> None:
        self._language = language
        self._signs = signs
        self.source = source
        self.document = Document(source)
        self.findings: list[Finding] = []
        self._anchors: dict[str, tuple[Value, int, int]] = {}  # value, slot, weight
        self._unfinished: dict[int, tuple[str, int]] = {}  # slot: anchor, nodes before it
        self._merges: dict[int, list[dict[str, Value]]] = {}  # slot of the merging mapping
        self._added = 0  # nodes that aliases add
        self._duplicates: list[tuple[int, int, str]] = []  # number of the finding, slot, key

    def run(self, next_event: NextEvent) -> bool:  # noqa: C901, PLR0912, PLR0915
        """Consume all events; True if there was a document.

        One long loop on purpose: it runs once per node of files with millions of nodes, where
        a call per event costs as much as the parser itself. Everything rare is a method.
        """
        document = self.document
        starts, ends, after = document.starts, document.ends, document.after
        add_start, add_end = starts.append, ends.append
        stack: list[tuple[Any, Any, int]] = []
        container: Any = None
        key: Any = None
        slot = 0
        value: Any
        has_document = False
        tagged, anchored, alike = self._signs
        known: dict[str, str] = {}  # the keys met so far, each as the one text that stands for it
        known_as = known.get
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                add_start(event.start_mark.index)
                add_end(event.end_mark.index)
                value = event.value
                if alike and event.implicit[0]:
                    value = self._plain(event, value, key is _WANT_KEY)
                if tagged and event.tag is not None:
                    self._check_tag(event, _TEXT_TAGS)
                if key is _WANT_KEY:
                    if value in container:
                        key = self._refuse_duplicate(slot, value)
                    else:
                        key = known_as(value)
                        if key is None:
                            if value not in _ODD_KEYS:
                                key = known[value] = intern(value)
                            elif event.implicit[0]:
                                key = _MERGE if value else self._refuse_key(event)
                            else:
                                key = value
                    if anchored and event.anchor is not None:
                        self._anchors[event.anchor] = (value, len(starts) - 1, 1)
                    continue
                if value in NULLS and event.implicit[0]:
                    value = None
                if anchored and event.anchor is not None:
                    self._anchors[event.anchor] = (value, len(starts) - 1, 1)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if len(stack) >= MAX_DEPTH:
                    self._stop("ORG009", TOO_DEEP, event, DEPTH_HELP)
                if tagged and event.tag is not None:
                    self._check_tag(event, _PLAIN_TAGS)
                if key is _WANT_KEY:
                    self._refuse_key(event)
                stack.append((container, key, slot))
                slot = len(starts)
                add_start(event.start_mark.index)
                add_end(0)
                if anchored and event.anchor is not None:
                    self._unfinished[slot] = (event.anchor, slot + self._added)
                    self._anchors.pop(event.anchor, None)
                if kind is MappingStartEvent:
                    container, key = {}, _WANT_KEY
                else:
                    container, key = [], _ITEM
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                ends[slot] = event.end_mark.index
                after[slot] = len(starts)
                if slot in self._merges:
                    self._merge(slot, container)
                if slot in self._unfinished:
                    self._finish_anchor(slot, container)
                value = container
                container, key, slot = stack.pop()
                if key is _WANT_KEY:
                    key = _DROP
                    continue
            elif kind is AliasEvent:
                add_start(event.start_mark.index)
                add_end(event.end_mark.index)
                value = self._alias(event)
                if key is _WANT_KEY:
                    key = self._alias_key(event, value, container, slot)
                    continue
            elif kind is StreamEndEvent:
                return has_document
            else:
                if kind is DocumentStartEvent:
                    if has_document:
                        self._stop("ORG001", _SECOND, event, _SECOND_HELP)
                    has_document = True
                continue
            if key is _ITEM:
                container.append(value)
            elif key is _DROP:
                key = _WANT_KEY
            elif key is _MERGE:
                self._note_merge(slot, value, event)
                key = _WANT_KEY
            elif container is None:
                document.root = value
            else:
                container[key] = value
                key = _WANT_KEY

    def _note(self, code: str, message: str, event: Any, help: str = "") -> None:
        place = self.source.place(event.start_mark.index, event.end_mark.index)
        self.findings.append(Finding(code, message, place, help=help))

    def _stop(self, code: str, message: str, event: Any, help: str) -> NoReturn:
        self._note(code, message, event, help)
        raise _ReadingStopped

    def _check_tag(self, event: Any, allowed: frozenset[str]) -> None:
        if event.tag not in allowed:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._note("ORG001", f"the tag `{tag}` has no meaning here", event, "remove the tag")

    def _plain(self, event: Any, value: str, is_key: bool) -> str:
        """A scalar without quotes, as it would be where characters only look like YAML's."""
        at = event.start_mark.index
        above = max(at - 200, 0)
        line = self.source.text[max(self.source.text.rfind("\n", above, at) + 1, above) : at]
        reading = look_alike(value, is_key, not line.strip())
        if isinstance(reading, str):
            return reading
        code = "ORG001" if reading.is_fatal else "ORG005"
        place = self.source.place(at, at + 1 if reading.is_fatal else event.end_mark.index)
        group = "" if reading.is_fatal else "look-alikes"
        self.findings.append(Finding(code, reading.message, place, help=reading.help, group=group))
        if reading.is_fatal:
            raise _ReadingStopped
        return reading.value

    def _refuse_key(self, event: Any) -> Any:
        kind_of = {MappingStartEvent: "a mapping", SequenceStartEvent: "a list"}
        kind = kind_of.get(type(event), "nothing")
        self._note("ORG005", f"a key must be text, not {kind}", event, "write `name: value`")
        return _DROP

    def _refuse_duplicate(self, slot: int, key: str) -> Any:
        here = self.document.place(len(self.document.starts) - 1)
        message = f"the key `{key}` stands twice in one mapping"
        help = "keep one of the two; only the first is read"
        self._duplicates.append((len(self.findings), slot, key))
        self.findings.append(Finding("ORG003", message, here, help=help))
        return _DROP

    def relate_duplicates(self) -> None:
        """Say of each key that stands twice where it is first; once, at the end, because
        looking through a mapping for every such key would take time by the square of them."""
        document = self.document
        firsts: dict[int, dict[str, int]] = {}
        for number, slot, key in self._duplicates:
            if slot not in firsts:
                document.after.setdefault(slot, len(document.starts))  # if never closed
                firsts[slot] = document.first_keys(slot)
            if key in firsts[slot]:
                first = Related(document.place(firsts[slot][key]), "first written here")
                self.findings[number] = replace(self.findings[number], related=(first,))

    def _finish_anchor(self, slot: int, value: Value) -> None:
        anchor, before = self._unfinished.pop(slot)
        weight = len(self.document.starts) + self._added - before
        self._anchors[anchor] = (value, slot, weight)

    def _alias(self, event: Any) -> Value:
        anchor = self._anchors.get(event.anchor)
        if anchor is None:
            message = f"`*{event.anchor}` stands inside what it names"
            self._note("ORG001", message, event, "an alias cannot contain itself")
            return None
        value, slot, weight = anchor
        self.document.aliases[len(self.document.starts) - 1] = slot
        self._added += weight - 1
        if self._added > MAX_EXPANSION:
            message = f"aliases expand to more than {MAX_EXPANSION:,} values"
            help = "write the values out, or use fewer nested aliases"
            self._stop("ORG009", message, event, help)
        return value

    def _alias_key(self, event: Any, value: Value, container: Any, slot: int) -> Any:
        if not isinstance(value, str):
            return self._refuse_key(event)
        return self._refuse_duplicate(slot, value) if value in container else intern(value)

    def _note_merge(self, slot: int, value: Value, event: Any) -> None:
        several = value if isinstance(value, list) else [value]
        merged = [mapping for mapping in several if isinstance(mapping, dict)]
        if len(merged) != len(several):
            self._note("ORG005", "`<<` merges mappings only", event, "write `<<: *name`")
        self._merges.setdefault(slot, []).extend(merged)

    def _merge(self, slot: int, container: dict[str, Value]) -> None:
        for merged in self._merges.pop(slot):
            for key, value in merged.items():
                container.setdefault(key, value)

    def note_bad_character(self) -> None:
        """ORG001 for a character after which the parser reads no further."""
        match = _NOT_YAML.search(self.source.text)
        at = match.start() if match else 0
        name = f"U+{ord(match.group()):04X}" if match else "a character"
        message = f"{name} is a control character that YAML does not allow"
        help = "remove it, or write it as an escape in double quotes"
        self.findings.append(Finding("ORG001", message, self.source.place(at, at + 1), help=help))
