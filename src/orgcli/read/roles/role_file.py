"""Role files and library.yaml become the model, or findings that say where they are wrong."""

from collections.abc import Iterator
from dataclasses import fields
from functools import partial

from orgcli.model.findings.finding import Finding
from orgcli.model.roles.library import Library
from orgcli.model.roles.role import FACETS, RELATIONS, Role, RoleFile, Statement
from orgcli.model.source.source import Source
from orgcli.read.syntax.document import Document, Value
from orgcli.read.syntax.mapping import load_mapping, validated

_STATEMENT = frozenset(field.name for field in fields(Statement))
_SAYING = frozenset({"text", "role", "rank"})


def read_role(source: Source, builtin: bool = False) -> tuple[RoleFile | None, list[Finding]]:
    """The role in a file, and what is wrong with it; JSON by its suffix or its first character.

    What is wrong is left out and the rest kept; there is no role where its id is not known.
    Findings: those of load_yaml or load_json, ORG007 for a file that holds no mapping, and
    those of `role_from`.
    """
    document, findings = load_mapping(source, "a role file begins with `role:`")
    if document is None:
        return None, findings
    root = document.root
    if isinstance(root, dict) and "role" not in root and "positions" in root:
        place = document.key_place(0, "positions")
        help = "a role file begins with `role:`"
        return None, [*findings, Finding("ORG007", "this is an organisation", place, help=help)]
    role, wrong = role_from(document, builtin)
    return role, [*findings, *wrong]


def role_from(document: Document, builtin: bool = False) -> tuple[RoleFile | None, list[Finding]]:
    """The role in a parsed file whose root is a mapping.

    Findings: ORG004 unknown field, ORG005 invalid value, ORG006 missing field.
    """
    role, findings = validated(document, Role, "role")
    findings.extend(_say_nothing(document))
    if role is not None:
        findings.extend(_known_as_other(role, document))
    findings.sort(key=lambda finding: finding.place)
    return RoleFile(role, partial(document.place, 0), builtin) if role else None, findings


def read_library(source: Source) -> tuple[Library | None, list[Finding]]:
    """What role files refer to, and what is wrong with it, as in `read_role`."""
    document, findings = load_mapping(source, "it begins with `library:`")
    if document is None:
        return None, findings
    library, wrong = validated(document, Library, "library")
    return library, [*findings, *wrong]


def _say_nothing(document: Document) -> Iterator[Finding]:
    """ORG006: statements with neither a text nor what their facet takes instead of one.

    Looked up in what was written, so that a mistake elsewhere in the facet does not hide it.
    """
    root = document.root
    assert isinstance(root, dict)
    other = root.get("other")
    written: list[tuple[tuple[str, ...], Value]] = [
        ((facet,), value) for facet, value in root.items() if facet in FACETS
    ]
    if isinstance(other, dict):
        written.extend((("other", facet), value) for facet, value in other.items())
    for path, value in written:
        for number, item in enumerate(value if isinstance(value, list) else [value]):
            # An unknown field may well be the text, misspelt; that is its own finding.
            if isinstance(item, dict) and item.keys() <= _STATEMENT and not item.keys() & _SAYING:
                needed = "`role` or `text`" if path[-1] in RELATIONS else "`text`"
                message = f"item {number + 1} of `{path[-1]}` has no {needed}"
                yield Finding("ORG006", message, document.place(0, *path, number))


def _known_as_other(role: Role, document: Document) -> Iterator[Finding]:
    """ORG005: `other` is for names that the vocabulary does not have."""
    for name in role.other or {}:
        if name in FACETS:
            yield Finding(
                "ORG005",
                f"`{name}` under `other` is a facet of its own",
                document.key_place(0, "other", name),
                help=f"write `{name}:` at the top level",
            )
