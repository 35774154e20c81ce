"""Records that `orgcli export` wrote as JSON or JSON Lines: every field as it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from orgcli.model.findings.finding import Finding, Place
from orgcli.model.organisation.position import COMPUTED
from orgcli.model.organisation.position_fields import CONTACT_FIELDS
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.organisation.organisation_file import OrganisationFile
from orgcli.read.syntax.document import Document, Value

_DOCUMENT = {"version", "organisation", "departments", "positions"}
_VERSION = "1"


def holds_records(root: Value) -> bool:
    """Whether a document is records of positions, by what is computed in the first of them."""
    if isinstance(root, dict) and "positions" in root:
        positions = root["positions"]
        if isinstance(positions, list) and not positions:
            return set(root) == _DOCUMENT
        root = positions
    first = root[0] if isinstance(root, list) and root else root
    return isinstance(first, dict) and "id" in first and all(name in first for name in COMPUTED)


def record_organisation(document: Document, options: TableOptions) -> OrganisationFile:
    """The positions of records, with the name and the departments where the document has them.

    Findings: ORG005 for a version that is not known here, and for what is no mapping.
    """
    root = document.root
    findings: list[Finding] = []
    name, departments = None, list[Value]()
    path: tuple[str, ...] = ()
    records: list[Value] = [root]
    if isinstance(root, dict) and "positions" in root:
        path, listed = ("positions",), root["positions"]
        records = listed if isinstance(listed, list) else [listed]
        department_list, organisation_name = root.get("departments"), root.get("organisation")
        departments = department_list if isinstance(department_list, list) else []
        name = organisation_name if isinstance(organisation_name, str) else None
        if root.get("version") != _VERSION:
            message = f"these are records of version {root.get('version')}"
            help = f"this orgcli reads version {_VERSION}"
            findings.append(Finding("ORG005", message, document.place(0, "version"), help=help))
    elif isinstance(root, list):
        records = root
    is_list = isinstance(root, list) or bool(path)
    places = _OwnPlaces(document, path, is_list)
    entries = []
    for at, record in enumerate(records):
        if not isinstance(record, dict):
            message = "an entry here must be a mapping with `id`"
            findings.append(Finding("ORG005", message, places.place(at)))
            record = {}
        entries.append(_entry(record))
    where = _OwnPlaces(document, ("departments",), True)
    return OrganisationFile(
        options.title or name,
        Entries(entries, places.place, places.key_place),
        Entries(
            [_filled(department) for department in departments if isinstance(department, dict)],
            where.place,
            where.key_place,
        ),
        findings=findings,
    )


def _entry(record: dict[str, Value]) -> dict[str, Value]:
    """A record as a position is written."""
    own = {name: value for name, value in record.items() if name not in COMPUTED}
    contact: dict[str, Value] = {name: own.pop(name) for name in CONTACT_FIELDS if name in own}
    return _filled({**own, "contact": _filled(contact)})


def _filled(record: dict[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in record.items() if value not in (None, [], {})}


@dataclass(frozen=True, slots=True)
class _OwnPlaces:
    """Where entries are written.

    path     the keys down to the list of them
    is_list  whether there is one; else the document is the only entry
    """

    document: Document
    path: Sequence[str]
    is_list: bool

    def _steps(self, at: int, path: Sequence[str | int]) -> tuple[str | int, ...]:
        inside = path[1:] if path[:1] == ("contact",) else tuple(path)
        return (*self.path, *((at,) if self.is_list else ()), *inside)

    def place(self, at: int, *path: str | int) -> Place:
        return self.document.place(0, *self._steps(at, path))

    def key_place(self, at: int, *path: str | int) -> Place:
        return self.document.key_place(0, *self._steps(at, path))
