"""Finds where in a JSON or YAML file the records of people stand."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from orgcli.read.syntax.document import Document, Value
from orgcli.read.tables.columns.headings import fold
from orgcli.read.tables.records.columns import sample_headings
from orgcli.read.tables.records.nodes import Node, items, mappings
from orgcli.read.tables.records.words import (
    GROUPS,
    LINES,
    LISTS,
    PEOPLE,
    REPORTS,
    count_core,
    is_manager,
)

_MOST_CONTAINERS = 3_000
"""Lists and mappings that are looked at before the search ends."""
_DEEPEST = 8
_SAMPLE = 30


@dataclass(frozen=True, slots=True)
class FoundRecords:
    """Records, or a mapping that they are nested in.

    lists     the lists, or mappings by id, of records; a mapping that is the only record is itself
    fields    how many of the fields that tables of positions have their headings name
    around    the mappings around them, the outermost first
    groups    whether the lists hold groups of people and not people
    left_out  lists beside them that may hold people too, but others
    """

    lists: Sequence[Node]
    fields: float
    around: Sequence[Node] = ()
    groups: bool = False
    left_out: Sequence[Node] = ()


def find_records(document: Document) -> FoundRecords | None:
    """The records of people in a document, None where it holds none that look like some.

    A list at the root of a file is always one of records.
    """
    root = Node(0, document.root)
    best, outer = None, None
    for candidate, outermost in _candidates(document, root):
        if best is None or candidate.fields > best.fields:
            best, outer = candidate, outermost
    if best is None or not _is_sure(document, best):
        return None
    if outer is not None and outer.slot != best.lists[0].slot:
        return replace(best, lists=[outer], groups=True)
    return _with_siblings(document, best)


def _is_sure(document: Document, candidate: FoundRecords) -> bool:
    """Whether records are people: lists of other things have names and titles too."""
    (node,) = candidate.lists
    records = mappings(document, node)[:_SAMPLE] or [node]
    if candidate.fields < 1:
        return False
    headings = sample_headings(record.value for record in records if isinstance(record.value, dict))
    if candidate.fields >= 3 or any(map(is_manager, headings)):
        return True
    if candidate.fields >= 2 and fold(node.key) in LISTS:
        return True
    return any(is_tree(document, item) for item in [node, *records])


def _candidates(document: Document, root: Node) -> Iterator[tuple[FoundRecords, Node | None]]:
    """What may be records, from the outside to the inside, each with the outermost list around."""
    queue: deque[tuple[Node, tuple[Node, ...], Node | None]] = deque([(root, (), None)])
    seen = 0
    while queue and seen < _MOST_CONTAINERS:
        seen += 1
        node, around, outer = queue.popleft()
        records = mappings(document, node)
        is_list = isinstance(node.value, list)
        if records:
            fields = _fields(records, is_list)
            if fields:
                is_like = fold(node.key) in LISTS or any(
                    nested_in(document, record) for record in records[:_SAMPLE]
                )
                yield FoundRecords([node], fields + is_like / 2, around), outer
        nested = nested_in(document, node)
        if nested:
            yield FoundRecords([node], max(_fields([node], True), 1) + 0.5, around), outer
        if len(around) >= _DEEPEST:
            continue
        if is_list:
            inner = list(items(document, node))[:_SAMPLE]
            within = None if node is root and document.is_stream else outer or node
            queue.extend((item, (*around, node), within) for item in inner)
        elif isinstance(node.value, dict):
            within = outer or (node if records and fold(node.key) in GROUPS else None)
            queue.extend(
                (item, (*around, node), within)
                for item in items(document, node)
                if isinstance(item.value, (list, dict)) and item not in nested
            )


def _fields(records: Sequence[Node], is_list: bool) -> float:
    """How many fields of tables of positions the records name; by id they must look alike."""
    scalars = [_flat(record) for record in records[:_SAMPLE]]
    if is_list:
        return count_core(sample_headings(scalars))
    each = [count_core(sample_headings([scalar])) for scalar in scalars]
    return count_core(sample_headings(scalars)) if all(each) else 0


def _is_nesting(key: str, value: Value) -> bool:
    return isinstance(value, (list, dict)) and fold(key) in REPORTS | GROUPS


def is_tree(document: Document, node: Node) -> bool:
    """Whether a record has others in it that are people, or groups of people."""
    return bool(nested_in(document, node))


def nested_in(document: Document, node: Node) -> list[Node]:
    """What stands in a record under keys that hold those who report to it.

    `employees` of what is no person, but a company or a department, do not report to it.
    """
    if not isinstance(node.value, dict) or not _names(node.value):
        return []
    nesting = [item for item in items(document, node) if _is_nesting(item.key, item.value)]
    return [
        item for item in nesting if is_nested(document, item) and _has_lines(document, node, item)
    ]


def _has_lines(document: Document, node: Node, inner: Node) -> bool:
    """Whether those nested in a record report to it."""
    word = fold(inner.key)
    if word in LINES:
        return True
    if word in REPORTS:
        return _are_alike(document, node, inner)
    return count_core(sample_headings([_flat(node)])) >= 2  # groups of somebody, not of a company


def _are_alike(document: Document, node: Node, inner: Node) -> bool:
    """Whether what is nested has the keys of the record around it, and no managers."""
    below = _words(mappings(document, inner))
    own = _words([node])
    nesting = REPORTS | GROUPS
    below, own = below - nesting, own - nesting
    return not any(map(is_manager, below)) and 2 * len(own & below) >= len(own | below)


def _flat(node: Node) -> dict[str, Value]:
    """A record without those nested in it."""
    value = node.value if isinstance(node.value, dict) else {}
    return {key: inner for key, inner in value.items() if not _is_nesting(key, inner)}


def is_nested(document: Document, node: Node) -> bool:
    """Whether what stands under a key are records inside a record: mappings with names."""
    records = mappings(document, node)
    if not records and isinstance(node.value, dict):
        records = [node]
    if fold(node.key) in GROUPS - REPORTS:
        return any(
            fold(item.key) in REPORTS | GROUPS and bool(mappings(document, item))
            for group in records
            for item in items(document, group)
        )
    return any(isinstance(record.value, dict) and _names(record.value) for record in records)


def _names(value: dict[str, Value]) -> bool:
    """Whether a mapping says who or what it is."""
    words = {fold(key) for key, inner in value.items() if isinstance(inner, str)}
    words |= {fold(key) for key, inner in value.items() if isinstance(inner, dict)} & {
        "name",
        "data",
    }
    return count_core(value) > 0 or bool(words & {"label", "text", "key", "data", "content"})


def _with_siblings(document: Document, best: FoundRecords) -> FoundRecords:
    """With the lists beside it whose records have the same keys; others are left out."""
    (node,) = best.lists
    beside_documents = document.is_stream and len(best.around) == 1
    if not best.around or not (isinstance(best.around[-1].value, dict) or beside_documents):
        return best
    around = best.around[-1]
    if mappings(document, around) and isinstance(node.value, dict):
        return best
    mine = _words(mappings(document, node))
    is_of_people = _names_people(node.key)

    def is_like(sibling: Node) -> bool:
        return beside_documents or _names_people(sibling.key) or not is_of_people

    same, others = [node], []
    for item in items(document, around):
        if item.slot == node.slot or not (isinstance(item.value, list) or beside_documents):
            continue
        records = mappings(document, item)
        theirs = _words(records)
        is_part = beside_documents and (mine <= theirs or theirs <= mine)
        is_alike = is_part or 4 * len(mine & theirs) >= 3 * len(mine | theirs)
        if records and is_like(item) and is_alike:
            same.append(item)
        elif records or beside_documents:
            others.append(item)
    return replace(best, lists=sorted(same, key=lambda item: item.slot), left_out=others)


def _names_people(key: str) -> bool:
    """Whether a key is a word for people: `contractors`."""
    word = fold(key)
    return word in LISTS or word.removesuffix("s") in PEOPLE


def _words(records: Sequence[Node]) -> set[str]:
    values = (record.value for record in records[:_SAMPLE])
    return {fold(key) for value in values if isinstance(value, dict) for key in value}
