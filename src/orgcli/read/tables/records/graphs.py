"""Nodes and edges: who reports to whom is an edge, as drawing programs write it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgcli.model.findings.finding import Finding, Related
from orgcli.read.syntax.document import Document
from orgcli.read.tables.columns.headings import fold
from orgcli.read.tables.records.nodes import Node, items, mappings
from orgcli.read.tables.records.rows import RecordRows
from orgcli.read.tables.records.words import EDGES, NODES, SOURCES, TARGETS

_MOST_CONTAINERS = 200
_UPWARD = frozenset({"reportsto", "reports", "manager", "worksfor"})
"""Labels of edges that lead from somebody to the manager."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A line, by what it says at its two ends."""

    node: Node
    start: str
    end: str
    is_upward: bool = False


def graph_in(document: Document) -> tuple[Node, Node] | None:
    """The nodes and the edges of a document, None where it has none."""
    queue = [Node(0, document.root)]
    for node in queue:
        if not isinstance(node.value, dict):
            continue
        inner = list(items(document, node))
        nodes = [item for item in inner if fold(item.key) in NODES and mappings(document, item)]
        edges = [item for item in inner if fold(item.key) in EDGES and isinstance(item.value, list)]
        if nodes and edges:
            return nodes[0], edges[0]
        if len(queue) < _MOST_CONTAINERS:
            queue += [item for item in inner if isinstance(item.value, dict)]
    return None


def graph_rows(document: Document, nodes: Node, edges: Node) -> tuple[RecordRows, list[Finding]]:
    """The nodes as rows, with their managers by the edges; ORG018 at edges to no node."""
    rows = RecordRows()
    for mapping in mappings(document, nodes):
        rows.add(mapping, -1, "")
    row_of = _names(document, rows)
    lines = list(_edges(document, edges))
    if not any(edge.start in row_of for edge in lines):
        row_of = {str(row): row for row in range(len(rows.nodes))}  # the ends are numbers of nodes
    if _is_upward(lines):
        lines = [Edge(edge.node, edge.end, edge.start) for edge in lines]
    loose = []
    further = []
    for edge in lines:
        above, below = row_of.get(edge.start, -1), row_of.get(edge.end, -1)
        if above < 0 or below < 0:
            loose.append(edge)
        elif rows.parents[below] < 0:
            rows.parents[below] = above
        elif rows.parents[below] != above:
            further.append(edge)
    return rows, [*_loose(document, loose), *_further(document, further)]


def _names(document: Document, rows: RecordRows) -> dict[str, int]:
    """What edges call the nodes, the key of each or one of its texts -> row."""
    row_of: dict[str, int] = {}
    for words in (("id", "key", "nodeid"), ("name", "label", "title")):
        for row, node in enumerate(rows.nodes):
            if node.key:
                row_of.setdefault(node.key, row)
            for part in (node, *(item for item in items(document, node) if item.key == "data")):
                value = part.value if isinstance(part.value, dict) else {}
                for key, text in value.items():
                    if fold(key) in words and isinstance(text, str):
                        row_of.setdefault(text, row)
        if row_of:
            break
    return row_of


def _edges(document: Document, edges: Node) -> Iterator[Edge]:
    for node in items(document, edges):
        value = node.value
        if isinstance(value, list) and len(value) == 2:
            yield Edge(node, _end(value[0]), _end(value[1]))
        elif isinstance(value, dict):
            inner = value.get("data")
            fields = {
                fold(key): inner_value
                for key, inner_value in (inner if isinstance(inner, dict) else value).items()
            }
            start = next((_end(fields[word]) for word in SOURCES if word in fields), "")
            end = next((_end(fields[word]) for word in TARGETS if word in fields), "")
            label = next(
                (fields[word] for word in ("label", "type", "relation") if word in fields), ""
            )
            is_upward = isinstance(label, str) and fold(label) in _UPWARD
            yield Edge(node, start, end, is_upward)


def _end(value: object) -> str:
    if isinstance(value, dict):
        value = next((value[key] for key in ("id", "key", "cell", "name") if key in value), "")
    return value if isinstance(value, str) else ""


def _is_upward(lines: Sequence[Edge]) -> bool:
    """Whether edges lead from people to their managers: then nobody has two of them."""
    if lines and all(edge.is_upward for edge in lines):
        return True
    above = Counter(edge.end for edge in lines)
    below = Counter(edge.start for edge in lines)
    return max(above.values(), default=0) > 1 and max(below.values(), default=0) == 1


def _loose(document: Document, edges: Sequence[Edge]) -> Iterator[Finding]:
    if edges:
        first, count = edges[0], len(edges)
        message = f"a line from `{first.start}` to `{first.end}` leads to no record of this file"
        message += f", and {count - 1:,} more do" if count > 1 else ""
        help = "export the records at both ends of each line"
        yield Finding("ORG018", message, document.place(first.node.slot), help=help)


def _further(document: Document, edges: Sequence[Edge]) -> Iterator[Finding]:
    if edges:
        first, *others = edges
        message = f"a second line leads to `{first.end}`, from `{first.start}`; it is not read"
        message += f", nor are {len(others):,} more" if others else ""
        related = tuple(
            Related(document.place(edge.node.slot), "another one") for edge in others[:9]
        )
        help = "keep one line to each record; write the others as `dotted_lines`"
        yield Finding(
            "ORG005", message, document.place(first.node.slot), help=help, related=related
        )
