"""Records become columns: what is inside them is flattened, and each path gets a heading."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from orgcli.read.syntax.document import Value
from orgcli.read.tables.columns.headings import RANK, fold, word_set
from orgcli.read.tables.records.words import is_known, is_manager

Path = tuple[str, ...]
Record = dict[Path, str]

_WRAPPERS = word_set(
    "attributes profile work fields properties data node user employee person worker employment"
    " internal info details relationships value organizations human"
)
"""Mappings around fields that say nothing about them."""
_RENAMED = {
    "namefirst": "first name", "namegiven": "first name", "namegivenname": "first name",
    "namelast": "last name", "namefamily": "last name", "namefamilyname": "last name",
    "namesurname": "last name", "namefullname": "full name", "organizationsname": "organization",
    "primaryemail": "email", "emailsaddress": "email", "realname": "full name",
    "managerref": "manager ref", "managerodatabind": "manager id",
}  # fmt: skip
_OWN_WORDS = word_set("name displayname fullname title label text formatted value email")
"""Keys that say what something is: `jobTitle: {name: Engineer}` is a job title."""
_NOT_OF_MANAGERS = frozenset({"title", "label", "text"})
_SHOWN_BESIDE_VALUE = frozenset({"label", "type", "universal_id"})


@dataclass(slots=True)
class Flattening:
    """What was met while records were flattened, once per path.

    refused  lists that no cell can hold, with the number of the record where the first is
    several  lists of mappings of which one is read, with the numbers of the records
    """

    refused: dict[Path, int] = field(default_factory=dict)
    several: dict[Path, list[int]] = field(default_factory=dict)


def flatten(
    item: dict[str, Value], number: int, notes: Flattening, nested: Collection[str] = ()
) -> Record:
    """The texts in a mapping by their paths, without what is under the keys `nested`."""
    record: Record = {}
    inside: list[tuple[Path, Value]] = [((), item)]
    for above, value in inside:
        if isinstance(value, dict):
            described = "label" in value and "value" in value
            for key, inner in value.items():
                if described and key in _SHOWN_BESIDE_VALUE:
                    continue
                if not isinstance(inner, (dict, list)):
                    record[(*above, key)] = inner or ""
                elif above or key not in nested:
                    inside.append(((*above, key), inner))
        elif isinstance(value, list):
            chosen = _list_cell(above, value, record, number, notes)
            if chosen is not None:
                inside.append((above, chosen))
    return record


def _list_cell(
    path: Path, value: Sequence[Value], record: Record, number: int, notes: Flattening
) -> Value:
    """Put a list of texts into a record; gives the one of several mappings to read."""
    present = [item for item in value if item is not None]
    if all(isinstance(item, str) for item in present):
        record[path] = "; ".join(map(str, present))
        return None
    if not all(isinstance(item, dict) for item in present):
        notes.refused.setdefault(path, number)
        return None
    if len(present) > 1:
        notes.several.setdefault(path, []).append(number)
    return _primary(path, present, record)


def _primary(path: Path, values: Sequence[Value], record: Record) -> Value:
    """Of several mappings the one that says it is the primary one, else the first.

    In the `relations` of a directory, the manager.
    """
    several = [value for value in values if isinstance(value, dict)]
    if path[-1] == "relations":
        managers = [relation for relation in several if relation.get("type") == "manager"]
        for manager in managers[:1]:
            if isinstance(manager.get("value"), str):
                record[("relations", "manager")] = str(manager["value"])
        return None
    first = next((mapping for mapping in several if mapping.get("primary") == "true"), several[0])
    return {key: inner for key, inner in first.items() if key not in ("primary", "type")}


def headings_of(paths: Sequence[Path]) -> list[str]:
    """What the column of each path is called: as short as it can be without two being alike."""
    names: dict[Path, str] = {}
    taken: set[str] = set()
    for path in sorted(paths, key=len):  # what stands in the record itself comes first
        short = _short(path)
        if fold(short) in taken:
            inner = path[1:] if path[0] == "attributes" and len(path) > 1 else path
            short = ".".join(inner)
        taken.add(fold(short))
        names[path] = short
    return [names[path] for path in paths]


def _short(path: Path) -> str:
    if len(path) == 1 and is_known(path[0]):
        return path[0]
    parts = [part for part in path if not _is_wrapper(part)] or list(path[-1:])
    if path[:1] == ("relations",) and len(path) > 1:
        parts = list(path[1:])
    if path[0] == "organizations" and path[-1] == "name":
        return "organization"
    joined, above, last = ".".join(parts), ".".join(parts[:-1]), fold(parts[-1])
    if fold(joined) in _RENAMED:
        return _RENAMED[fold(joined)]
    shorter = [joined, *([joined[:-1]] if not above and joined.endswith("s") else [])]
    if above and last in (_OWN_WORDS - _NOT_OF_MANAGERS if is_manager(above) else _OWN_WORDS):
        shorter += [above, above[:-1]] if above.endswith("s") else [above]
    elif above and last.startswith(fold(parts[-2])):
        shorter.append(parts[-1])
    return next(filter(is_known, shorter), joined)


def _is_wrapper(part: str) -> bool:
    return fold(part) in _WRAPPERS or (part.startswith("urn:") and part.lower().endswith(":user"))


def sample_headings(records: Iterable[dict[str, Value]]) -> list[str]:
    """The headings that some records would have."""
    notes = Flattening()
    paths = dict.fromkeys(path for record in records for path in flatten(record, 0, notes))
    return headings_of(list(paths))


def is_named(headings: Iterable[str]) -> bool:
    """Whether some headings mean the names of people."""
    words = set(map(fold, headings))
    return any(not words.isdisjoint(RANK[name]) for name in ("holder", "first_name", "last_name"))
