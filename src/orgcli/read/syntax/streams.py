"""Files that hold several documents one after the other: YAML streams and JSON Lines."""

from collections.abc import Iterator
from typing import Any

from yaml import YAMLError
from yaml.events import DocumentEndEvent, StreamEndEvent

from orgcli.model.findings.finding import Finding
from orgcli.model.source.notation import Notation, notation
from orgcli.model.source.source import Source
from orgcli.read.syntax.document import Document, Value
from orgcli.read.syntax.mistakes.value_comments import value_comments
from orgcli.read.syntax.yaml import NextEvent, build, event_stream, signs_in

MAX_DOCUMENTS = 100_000
"""In one file, where it may hold several."""


def stream_in(source: Source) -> tuple[Document | None, list[Finding]]:
    """The documents of a file as one, a list of their roots; None where there are no two.

    Findings: ORG003 and ORG005, as load_yaml and load_json say them.
    """
    if notation(source) is Notation.JSON:
        from orgcli.read.syntax.json import load_json_lines

        document, findings = load_json_lines(source)
        if document is None or not isinstance(document.root, list) or len(document.root) < 2:
            return None, []
        document.is_stream = True
        return document, findings
    several, findings = load_documents(source)
    documents = [document for document in several if document.root is not None]
    if len(documents) < 2:
        return None, []
    joined = _joined(source, documents)
    return joined, [*findings, *value_comments(joined)]


def load_documents(source: Source) -> tuple[list[Document], list[Finding]]:
    """The documents of a YAML file that holds several, none where one of them cannot be read.

    Findings: ORG003 and ORG005 in any of them.
    """
    try:
        next_event = event_stream(source.text)
    except YAMLError:
        return [], []
    documents: list[Document] = []
    wrong: list[Finding] = []
    signs = signs_in(source.text)
    while len(documents) < MAX_DOCUMENTS:
        document, findings = build(source, lambda: _events_of_one(next_event).__next__, signs=signs)
        if any(finding.code in ("ORG001", "ORG009") for finding in findings):
            return [], []
        wrong += findings
        if document is None:
            return documents, wrong
        documents.append(document)
    return [], []


def _events_of_one(next_event: NextEvent) -> Iterator[Any]:
    """The events of the next document of a stream, and the end of the stream behind it."""
    while True:
        event = next_event()
        if isinstance(event, DocumentEndEvent):
            yield StreamEndEvent(event.start_mark, event.end_mark)
            return
        yield event
        if isinstance(event, StreamEndEvent):
            return


def _joined(source: Source, documents: list[Document]) -> Document:
    """One document whose root is the list of the roots of several of one file."""
    roots: list[Value] = [document.root for document in documents]
    joined = Document(source, roots, is_stream=True)
    joined.starts.append(0)
    joined.ends.append(len(source.text))
    for document in documents:
        first = len(joined.starts)
        joined.starts.extend(document.starts)
        joined.ends.extend(document.ends)
        joined.after.update((slot + first, end + first) for slot, end in document.after.items())
        joined.aliases.update((slot + first, to + first) for slot, to in document.aliases.items())
    joined.after[0] = len(joined.starts)
    return joined
