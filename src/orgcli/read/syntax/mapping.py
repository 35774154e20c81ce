"""Files that hold one mapping: loaded, and validated without losing what is right in them."""

from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from orgcli.model.findings.finding import Finding, Place
from orgcli.model.source.source import Source
from orgcli.read.syntax.decoding import decode
from orgcli.read.syntax.document import Document
from orgcli.read.syntax.validation_errors import explain, fields_of

T = TypeVar("T")

_SYNONYMS = {
    "id": "role",
    "name": "title",
    "abbr": "abbreviation",
    "alias": "aliases",
    "responsibility": "responsibilities",
    "duties": "responsibilities",
    "tasks": "daily_tasks",
    "reports": "manages",
    "manager": "reports_to",
    "boss": "reports_to",
    "kpis": "metrics",
    "purpose": "summary",
    "description": "summary",
    "source": "sources",
    "condition": "when",
}


def read_file(path: Path, kind: type[T], first: str) -> tuple[T | None, list[Finding]]:
    """The value in a file whose mapping begins with `first`, and what is wrong with it.

    Findings: those of load_mapping and `validated`; ORG007 where the file cannot be opened.
    """
    source = read_source(path)
    if isinstance(source, Finding):
        return None, [source]
    document, findings = load_mapping(source, f"it begins with `{first}:`")
    if document is None:
        return None, findings
    value, wrong = validated(document, kind, first)
    return value, [*findings, *wrong]


def read_source(path: Path) -> Source | Finding:
    """The text of a file, or the finding that says why there is none."""
    try:
        return decode(path.as_posix(), path.read_bytes())
    except OSError as error:
        message = f"the file cannot be opened: {error.strerror}"
        return Finding("ORG007", message, Place(path.as_posix()))


def load_mapping(source: Source, begins: str) -> tuple[Document | None, list[Finding]]:
    """The file, if its root is a mapping; JSON by its suffix or its first character.

    begins  how such a file begins, for the help of ORG007
    Findings: those of load_yaml or load_json, ORG007 for a file that holds no mapping.
    """
    document, findings = _load(source)
    if document is None or not isinstance(document.root, dict):
        what = "the file holds no mapping" if source.text.strip() else "the file is empty"
        return None, findings or [Finding("ORG007", what, source.place(0, 0), help=begins)]
    return document, findings


def _load(source: Source) -> tuple[Document | None, list[Finding]]:
    if source.path.lower().endswith(".json") or source.text.lstrip()[:1] == "{":
        from orgcli.read.syntax.json import load_json

        return load_json(source)
    from orgcli.read.syntax.yaml import load_yaml

    return load_yaml(source)


_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}


def _adapter(kind: type[T]) -> TypeAdapter[T]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def validated(document: Document, kind: type[T], first: str) -> tuple[T | None, list[Finding]]:
    """The value, without the top-level fields that are wrong; None where `first` is one.

    Findings: ORG004 unknown field, ORG005 invalid value, ORG006 missing field.
    """
    root = document.root
    assert isinstance(root, dict)
    try:
        return _adapter(kind).validate_python(root), []
    except ValidationError as error:
        findings = explain(
            error,
            partial(document.place, 0),
            partial(document.key_place, 0),
            fields_of(kind),
            _SYNONYMS,
        )
        wrong = {detail["loc"][0] for detail in error.errors(include_url=False) if detail["loc"]}
    kept = {key: value for key, value in root.items() if key not in wrong}
    return (_adapter(kind).validate_python(kept) if first in kept else None), findings
