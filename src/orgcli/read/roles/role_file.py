"""Role files and library.yaml become the model, or findings that say where they are wrong."""

from collections.abc import Iterator
from dataclasses import fields
from functools import partial

from orgcli.model.findings.finding import Finding
from orgcli.model.roles.library import Library, LibraryFile
from orgcli.model.roles.role import FACETS, RELATIONS, Role, RoleFile, Statement
from orgcli.model.source.source import Source
from orgcli.read.roles.builtin_roles import LIBRARY
from orgcli.read.syntax.document import Document, Value
from orgcli.read.syntax.mapping import load_mapping, validated

_FIELDS = frozenset(field.name for field in fields(Statement))
_CONTENT = frozenset({"text", "role", "rank"})


def read_role(source: Source, builtin: bool = False) -> tuple[RoleFile | None, list[Finding]]:
    """The role in a file, and what is wrong with it.

    What is wrong is left out and the rest kept; there is no role where its id is not known.
    Findings: those of load_mapping and `role_from`.
    """
    help = "a role file begins with `role:`"
    document, findings = load_mapping(source, help)
    if document is None:
        return None, findings
    if "role" not in document.mapping and "positions" in document.mapping:
        place = document.key_place(0, "positions")
        return None, [*findings, Finding("ORG007", "this is an organisation", place, help=help)]
    role, wrong = role_from(document, builtin)
    return role, [*findings, *wrong]


def role_from(document: Document, builtin: bool = False) -> tuple[RoleFile | None, list[Finding]]:
    """The role in a parsed file whose root is a mapping.

    Findings: ORG004 unknown field, ORG005 invalid value, ORG006 missing field.
    """
    role, findings = validated(document, Role, "role")
    findings.extend(_empty_statements(document))
    if role is not None:
        findings.extend(_facets_under_other(role, document))
    findings.sort(key=lambda finding: finding.place)
    return RoleFile(role, partial(document.place, 0), builtin) if role else None, findings


def library_from(document: Document) -> tuple[LibraryFile | None, list[Finding]]:
    """The library in a parsed file whose root is a mapping. Findings: those of `validated`."""
    library, findings = validated(document, Library, LIBRARY)
    return LibraryFile(library, partial(document.place, 0)) if library else None, findings


def _empty_statements(document: Document) -> Iterator[Finding]:
    """ORG006: statements with neither a text nor what their facet takes instead of one.

    Looked up in what was written, so that a mistake elsewhere in the facet does not hide it.
    """
    root = document.mapping
    other = root.get("other")
    facet_values: list[tuple[tuple[str, ...], Value]] = [
        ((facet,), value) for facet, value in root.items() if facet in FACETS
    ]
    if isinstance(other, dict):
        facet_values.extend((("other", facet), value) for facet, value in other.items())
    for path, value in facet_values:
        for number, item in enumerate(value if isinstance(value, list) else [value]):
            # An unknown field may well be the text, misspelt; that is its own finding.
            if isinstance(item, dict) and item.keys() <= _FIELDS and not item.keys() & _CONTENT:
                needed = "`role` or `text`" if path[-1] in RELATIONS else "`text`"
                message = f"item {number + 1} of `{path[-1]}` has no {needed}"
                yield Finding("ORG006", message, document.place(0, *path, number))


def _facets_under_other(role: Role, document: Document) -> Iterator[Finding]:
    """ORG005: `other` is for names that the vocabulary does not have."""
    for name in role.other or {}:
        if name in FACETS:
            yield Finding(
                "ORG005",
                f"`{name}` under `other` is a facet of its own",
                document.key_place(0, "other", name),
                help=f"write `{name}:` at the top level",
            )
