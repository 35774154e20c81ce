"""Records become rows in file order, each with the row of the record that it is nested in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from orgcli.read.syntax.document import Document, Value
from orgcli.read.tables.columns.headings import RANK, fold
from orgcli.read.tables.grid import LeftOutRow
from orgcli.read.tables.records.nodes import Node, items, mappings
from orgcli.read.tables.records.search import FoundRecords, is_tree, nested_in
from orgcli.read.tables.records.words import GROUPS, NAMES, REFERENCES, REPORTS

_TEXT = 60
"""Characters of a group's name that messages show."""


@dataclass(slots=True)
class RecordRows:
    """Records with what the structure around them says.

    nodes       each record; its key is what it stands under where that may be its id
    parents     the row of the record that each is nested in, -1 for none
    groups      the group that each is nested in, "" for none
    nested      the keys under which records are nested
    references  rows with texts under such keys, which name records or are their names
    others      what stands among the records and is none
    """

    nodes: list[Node] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    nested: set[str] = field(default_factory=set)
    references: list[tuple[int, Node]] = field(default_factory=list)
    left_out: list[LeftOutRow] = field(default_factory=list)
    others: list[Node] = field(default_factory=list)

    def add(self, node: Node, parent: int, group: str) -> int:
        """Add a record; gives its row."""
        self.nodes.append(node)
        self.parents.append(parent)
        self.groups.append(group)
        return len(self.nodes) - 1

    def keep(self, kept: Sequence[int], parents: Sequence[int]) -> None:
        """Let only some rows remain; parents  the row of the record around each, as it was."""
        number = {row: at for at, row in enumerate(kept)}
        self.parents = [number.get(parent, -1) for parent in parents]
        self.groups = [self.groups[row] for row in kept]
        self.nodes = [self.nodes[row] for row in kept]

    def values(self) -> Iterator[dict[str, Value]]:
        """The mapping of each record."""
        for node in self.nodes:
            yield node.value if isinstance(node.value, dict) else {"name": node.value}


@dataclass(frozen=True, slots=True)
class _Task:
    node: Node
    parent: int
    group: str
    is_group: bool


def rows_of(document: Document, found_records: FoundRecords) -> RecordRows:
    """The records of lists and all that is nested in them, walked with a stack."""
    rows = RecordRows()
    tasks = [
        task
        for node in found_records.lists
        for task in _starts(document, node, found_records, rows)
    ]
    tasks.reverse()
    folded: dict[str, str] = {}
    while tasks:
        task = tasks.pop()
        if task.is_group:
            inner = _in_group(document, task, rows)
        else:
            inner = _in_person(document, task, rows, folded)
        tasks.extend(reversed(inner))
    _resolve_references(rows)
    return rows


def _starts(
    document: Document, node: Node, found_records: FoundRecords, rows: RecordRows
) -> list[_Task]:
    if isinstance(node.value, dict) and (is_tree(document, node) or not mappings(document, node)):
        return [_Task(replace(node, key=""), -1, "", False)]
    if isinstance(node.value, list):
        rows.others += [item for item in items(document, node) if not isinstance(item.value, dict)]
    group = ""
    if not found_records.groups and len(found_records.lists) > 1:
        group = node.key
    records = mappings(document, node)
    return [_Task(record, -1, group, found_records.groups) for record in records]


def _in_person(
    document: Document, task: _Task, rows: RecordRows, folded: dict[str, str]
) -> list[_Task]:
    row = rows.add(task.node, task.parent, task.group)
    if not _may_nest(task.node.value, folded):
        return []
    tasks = []
    for item in nested_in(document, task.node):
        rows.nested.add(item.key)
        tasks += _nested(document, item, row, task.group)
    for item in items(document, task.node):
        if isinstance(item.value, list) and item.value and fold(item.key) in REFERENCES:
            texts = [inner for inner in items(document, item) if isinstance(inner.value, str)]
            if len(texts) == len(item.value):
                rows.references += [(row, replace(text, key=item.key)) for text in texts]
    return tasks


def _may_nest(value: Value, folded: dict[str, str]) -> bool:
    """Whether others may stand in a record; folded  remembers the words of keys."""
    for key, inner in value.items() if isinstance(value, dict) else ():
        if isinstance(inner, (list, dict)) and inner:
            word = folded.get(key) or folded.setdefault(key, fold(key))
            if word in REPORTS or word in GROUPS:
                return True
    return False


def _nested(document: Document, node: Node, parent: int, group: str) -> list[_Task]:
    """What to do with the records that stand under a key of another one."""
    is_group = fold(node.key) in GROUPS - REPORTS
    inner = mappings(document, node)
    if isinstance(node.value, list):  # a text among mappings is a name
        inner = [item for item in items(document, node) if isinstance(item.value, (dict, str))]
    if not inner:
        inner = [replace(node, key="")]
    return [_Task(item, parent, group, is_group) for item in inner]


def _in_group(document: Document, task: _Task, rows: RecordRows) -> list[_Task]:
    """A group is no row: it is where those in it are."""
    tasks: list[_Task] = []
    name = _group_name(task.node) or task.group
    for item in items(document, task.node):
        if fold(item.key) in GROUPS - REPORTS and mappings(document, item):
            tasks += [_Task(inner, task.parent, name, True) for inner in mappings(document, item)]
        elif isinstance(item.value, list) and mappings(document, item):
            tasks += _nested(document, replace(item, key=""), task.parent, name)
    rows.left_out.append(LeftOutRow(document.place(task.node.slot), "group", name[:_TEXT]))
    return tasks


def _group_name(node: Node) -> str:
    if node.key or not isinstance(node.value, dict):
        return node.key
    texts = {fold(key): text for key, text in node.value.items() if isinstance(text, str)}
    return next((texts[word] for word in NAMES if texts.get(word)), "")


def _resolve_references(rows: RecordRows) -> None:
    """Texts under `reports` and the like name records, or else are the names of others."""
    if not rows.references:
        return
    managed = any(fold(key) in RANK["reports_to"] for value in rows.values() for key in value)
    if managed:
        rows.references.clear()
        return
    row_of = _names(rows)
    rows.nested |= {node.key for _, node in rows.references}
    matched = [(above, row_of.get(str(node.value), -1), node) for above, node in rows.references]
    if not any(row >= 0 for _, row, _ in matched):
        for above, _, node in matched:
            rows.add(replace(node, key=""), above, rows.groups[above])
        rows.references.clear()
        return
    for above, row, _ in matched:
        if row >= 0 and row != above and rows.parents[row] < 0:
            rows.parents[row] = above
    rows.references = [(above, node) for above, row, node in matched if row < 0]


def _names(rows: RecordRows) -> dict[str, int]:
    """What records may be called elsewhere: their ids, names and keys -> row."""
    row_of: dict[str, int] = {}
    for row, value in enumerate(rows.values()):
        for key, text in value.items():
            if isinstance(text, str) and (fold(key) in RANK["id"] or fold(key) in RANK["holder"]):
                row_of.setdefault(text, row)
        if rows.nodes[row].key:
            row_of.setdefault(rows.nodes[row].key, row)
    return row_of


def without_repeats(rows: RecordRows, same: Sequence[int]) -> None:
    """Join rows that stand for one record; same  per row the row that it is the same as."""
    kept = [row for row, main in enumerate(same) if row == main]
    parents = {main: rows.parents[main] for main in kept}
    for row, main in enumerate(same):
        if parents[main] < 0:
            parents[main] = rows.parents[row]
    rows.keep(kept, [same[parents[row]] if parents[row] >= 0 else -1 for row in kept])
