"""Files that hold one mapping: loaded, and validated without losing what is right in them."""

from functools import partial
from pathlib import Path
from typing import TypeVar

from orgcli.model.findings.finding import Finding, Place
from orgcli.model.source.source import Source
from orgcli.read.syntax.decoding import Unreadable, read_source
from orgcli.read.syntax.document import Document
from orgcli.read.syntax.parsing import parse
from orgcli.read.syntax.validation.mapping_values import mapping_value
from orgcli.read.syntax.validation.validation_errors import synonyms_of

T = TypeVar("T")

_SYNONYMS = synonyms_of(
    role="id",
    title="name",
    abbreviation="abbr",
    aliases="alias",
    responsibilities="responsibility duties",
    daily_tasks="tasks",
    manages="reports",
    reports_to="manager boss",
    metrics="kpis",
    summary="purpose description",
    sources="source",
    when="condition",
)


def read_file(path: Path, kind: type[T], first: str) -> tuple[T | None, list[Finding]]:
    """The value in a file, as in `read_value`; ORG007 where the file cannot be opened."""
    try:
        source = read_source(path)
    except Unreadable as error:
        message = f"the file cannot be opened: {error.reason}"
        source = Finding("ORG007", message, Place(path.as_posix()))
    return (None, [source]) if isinstance(source, Finding) else read_value(source, kind, first)


def read_value(source: Source, kind: type[T], first: str) -> tuple[T | None, list[Finding]]:
    """The value of a mapping that begins with the key `first`, and what is wrong with it.

    Findings: those of load_mapping and `validated`.
    """
    document, findings = load_mapping(source, f"it begins with `{first}:`")
    if document is None:
        return None, findings
    value, wrong = validated(document, kind, first)
    return value, [*findings, *wrong]


def load_mapping(source: Source, begins: str) -> tuple[Document | None, list[Finding]]:
    """The document of a file, if its root is a mapping.

    begins  how such a file begins, for the help of ORG007
    Findings: those of `parse`, ORG007 for a file that holds no mapping.
    """
    document, findings = parse(source)
    if document is None or not isinstance(document.root, dict):
        what = "the file holds no mapping" if source.text.strip() else "the file is empty"
        return None, findings or [Finding("ORG007", what, source.place(0, 0), help=begins)]
    return document, findings


def validated(document: Document, kind: type[T], first: str) -> tuple[T | None, list[Finding]]:
    """The value, and the findings, as `mapping_value` gives them."""
    place, key_place = partial(document.place, 0), partial(document.key_place, 0)
    return mapping_value(document.mapping, kind, first, place, key_place, _SYNONYMS)
