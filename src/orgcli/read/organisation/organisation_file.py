"""An organisation file becomes entries: flat or nested, whole or a fragment of one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import repeat

from orgcli.model.findings.finding import Finding, Place
from orgcli.model.likeness import Near, close_fix, did_you_mean, nearest_words
from orgcli.model.text import listed
from orgcli.read.entries import Entries
from orgcli.read.organisation.include_entries import IncludeEntry, include_entries
from orgcli.read.syntax.document import Document, Value
from orgcli.read.syntax.validation.validation_errors import synonyms_of

KEYS = ("organisation", "positions", "departments", "include")
"""Top-level keys of an organisation file; the first key of the file must be one of them."""

_KEYS = listed(KEYS)
_KEY_SYNONYMS = synonyms_of(
    organisation="organization company name",
    positions="people employees seats",
    departments="teams",
    include="includes",
)


@dataclass(frozen=True, slots=True)
class ListedChildren:
    """The ids of the departments in another one, as that lists them; None where it does not."""

    id: str
    children: Sequence[str] | None
    place: Place


@dataclass(frozen=True, slots=True)
class OrganisationFile:
    """One file of an organisation, its positions not validated yet.

    name         None in a fragment that does not say which organisation it belongs to
    includes     the patterns of files to include
    children     what departments say of those in them, where the format has that
    """

    name: str | None
    entries: Entries
    departments: Entries
    includes: tuple[IncludeEntry, ...] = ()
    findings: list[Finding] = field(default_factory=list)
    children: Sequence[ListedChildren] = ()


def read_organisation(document: Document) -> OrganisationFile:
    """Take an organisation file apart. The root must be a mapping.

    A mapping whose first key is `id` is a file with one position. Findings: ORG004 for
    top-level keys that mean nothing, ORG005 for values of the wrong shape.
    """
    root = document.mapping
    if next(iter(root)) == "id":
        return OrganisationFile(None, _entries(document, (), [root]), Entries(()))
    findings = _unknown_keys(document, root)
    name = root.get("organisation")
    if name is not None and not isinstance(name, str):
        findings.append(_wrong_shape(document, "organisation", "text"))
        name = None
    includes = tuple(include_entries(document, findings))
    positions = _list(document, "positions", findings)
    departments = _list(document, "departments", findings)
    return OrganisationFile(
        name,
        _entries(document, ("positions",), positions),
        _entries(document, ("departments",), departments),
        includes,
        findings,
    )


def _unknown_keys(document: Document, root: dict[str, Value]) -> list[Finding]:
    """ORG004, with the exact edit where the likely key would not stand there twice."""
    likely_keys = {key: _likely_keys(key) for key in root if key not in KEYS}
    claims = Counter(likely_keys.values())
    findings = []
    for key, better in likely_keys.items():
        alone = not root.keys() & better and claims[better] == 1
        findings.append(
            Finding(
                "ORG004",
                f"`{key}` is not a key of an organisation",
                document.key_place(0, key),
                help=did_you_mean(better, f"an organisation has {_KEYS}"),
                fix=close_fix(key, better) if alone else None,
            )
        )
    return findings


def _likely_keys(key: str) -> Near:
    """The keys that an unknown one most likely means."""
    synonym = _KEY_SYNONYMS.get(key.casefold())
    return (synonym,) if synonym else nearest_words(key, KEYS)


def _list(document: Document, key: str, findings: list[Finding]) -> list[Value]:
    value = document.mapping.get(key)
    if value is None or isinstance(value, list):
        return value or []
    findings.append(_wrong_shape(document, key, "a list, each entry after a `-`"))
    return []


def _wrong_shape(document: Document, key: str, expected: str) -> Finding:
    return Finding("ORG005", f"`{key}` must be {expected}", document.place(0, key))


def _entries(document: Document, path: tuple[str, ...], listed: Sequence[Value]) -> Entries:
    """Entries of a list of mappings; `reports` below one become entries that report to it.

    Walked with a stack in file order. `origin` remembers for each record the record it is
    nested in and its number there, from which its place is found when a finding needs it.
    """
    records: list[dict[str, Value]] = []
    origin: list[tuple[int, int]] = []
    findings: list[Finding] = []
    places = _NestedPlaces(document, path, origin)
    flat = [value for value in listed if isinstance(value, dict) and "reports" not in value]
    if len(flat) == len(listed):
        origin.extend(zip(repeat(-1), range(len(flat))))
        return Entries(flat, places.place, places.key_place, findings)
    stack = [(value, -1, at) for at, value in enumerate(listed)]
    stack.reverse()
    while stack:
        value, parent, at = stack.pop()
        if not isinstance(value, dict):
            what = "a mapping with `id`" if path != ("departments",) else "a mapping"
            place = document.place(places.slot(parent, at))
            findings.append(Finding("ORG005", f"an entry here must be {what}", place))
            continue
        index = len(records)
        origin.append((parent, at))
        if parent >= 0:
            value = _under(value, records[parent], places, index, findings)
        if "reports" not in value or path == ("departments",):
            records.append(value)
            continue
        nested = value["reports"]
        records.append({key: inside for key, inside in value.items() if key != "reports"})
        if isinstance(nested, list):
            below = [(entry, index, number) for number, entry in enumerate(nested)]
            stack.extend(reversed(below))
        elif nested is not None:
            place = places.place(index, "reports")
            findings.append(Finding("ORG005", "`reports` must be a list of positions", place))
    return Entries(records, places.place, places.key_place, findings)


def _under(
    value: dict[str, Value],
    manager: dict[str, Value],
    places: "_NestedPlaces",
    index: int,
    findings: list[Finding],
) -> dict[str, Value]:
    """The entry with the manager it is nested in; a finding if it names another one."""
    above, reports_to = manager.get("id"), value.get("reports_to")
    if isinstance(reports_to, str) and reports_to != above:
        message = f"nested under `{above}`, but `reports_to` says `{reports_to}`"
        advice = "remove `reports_to`, or move the entry"
        findings.append(Finding("ORG005", message, places.place(index, "reports_to"), help=advice))
    return {**value, "reports_to": above}


@dataclass(frozen=True, slots=True)
class _NestedPlaces:
    document: Document
    path: tuple[str, ...]
    origin: list[tuple[int, int]]

    def slot(self, parent: int, at: int) -> int:
        """The slot of an entry by its number in a record, or in the file where that is -1."""
        steps: list[str | int] = [at]
        while parent >= 0:
            parent, at = self.origin[parent]
            steps += ["reports", at]
        if not self.path:  # a file with one position: its entry is the root
            steps.pop()
        return self.document.walk(0, (*self.path, *reversed(steps)))

    def place(self, index: int, *path: str | int) -> Place:
        return self.document.place(self.slot(*self.origin[index]), *path)

    def key_place(self, index: int, *path: str | int) -> Place:
        return self.document.key_place(self.slot(*self.origin[index]), *path)
