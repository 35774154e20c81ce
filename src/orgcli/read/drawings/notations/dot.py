"""DOT, the language of Graphviz, becomes positions: its nodes, edges and clusters."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from orgcli.model.card_phrases import together
from orgcli.model.findings.finding import Finding
from orgcli.model.source.source import Source
from orgcli.read.drawings.diagram import Arrow, Diagram, diagram_entries
from orgcli.read.drawings.markup import plain_html
from orgcli.read.drawings.notations.dot_syntax import Token, tokens
from orgcli.read.drawings.own_cards import DrawnCard, card_entries, parts_of_line
from orgcli.read.entries import Entries, TableOptions

_DEEPEST = 64
"""Braces in braces: what is in the inner ones belongs to all the outer ones too."""
_READ = frozenset({"label", "xlabel", "style", "dir", "shape", "rankdir", "card", "purpose"})
"""Attributes that are read."""
_ESCAPES = re.compile(r"\\([nlrNGL\\])")
_BOLD = re.compile(r"<B>([^<>]*)</B>")
_DOTTED = ("dashed", "dotted")
Attributes = dict[str, Token]


@dataclass(slots=True)
class _Braces:
    """A pair of braces.

    edge, node  the attributes that edges and nodes have by default
    label       of a cluster
    numbers     the boxes in it, where it is the end of an edge
    """

    edge: Attributes = field(default_factory=dict)
    node: Attributes = field(default_factory=dict)
    label: str = ""
    numbers: dict[int, None] = field(default_factory=dict)
    is_cluster: bool = False
    before: "_Chain | None" = None


@dataclass(slots=True)
class _Chain:
    """An edge statement as it is read: the lists of boxes, and its attributes."""

    ends: list[Sequence[int]] = field(default_factory=list)
    start: int = 0


def dot_entries(source: Source, options: TableOptions) -> Entries:
    """The positions of a graph in DOT.

    Findings: ORG013 for what is not read; ORG009 for braces nested too deep; those of
    diagram_entries.
    """
    reader = _Reader(source)
    reader.run()
    if reader.too_deep is not None:
        message = f"braces are nested more than {_DEEPEST} deep"
        place = source.place(reader.too_deep.start, reader.too_deep.end)
        return Entries([], findings=[Finding("ORG009", message, place)])
    if reader.is_ours():
        return card_entries(source, reader.cards(), title=reader.title)
    return diagram_entries(reader.diagram, options)


class _Reader:
    """Reads statement after statement, without recursion: braces may be nested without end."""

    def __init__(self, source: Source) -> None:
        self.diagram = Diagram(source, "DOT graph")
        self.tokens = list(tokens(source.text))
        self.at = 0
        self.scopes = [_Braces()]
        self.attributes: dict[int, Attributes] = {}
        self.title = ""
        self.too_deep: Token | None = None
        self.edges: list[tuple[int, int, Attributes]] = []

    def run(self) -> None:
        """Read the graph; what stands before its first brace is its name."""
        while self.at < len(self.tokens) and self.tokens[self.at].kind != "{":
            self.at += 1
        self.at += 1
        while self.at < len(self.tokens):
            self._statement()
        for start, end, attributes in self.edges:
            self._arrow(start, end, attributes)

    def _peek(self, ahead: int = 0) -> Token:
        at = self.at + ahead
        return self.tokens[at] if at < len(self.tokens) else Token("", "", 0, 0)

    def _statement(self) -> None:
        token = self._peek()
        if token.kind in (";", ","):
            self.at += 1
        elif token.kind == "}":
            self._close()
        elif self._opens(token):
            self._open(None)
        elif token.kind == "name" and token.value.lower() in ("graph", "node", "edge"):
            self.at += 1
            self._defaults(token.value.lower(), self._attribute_list())
        elif token.kind in ("name", "text", "html") and self._peek(1).kind == "=":
            self._graph_attribute(token.value.lower(), self._peek(2))
            self.at += 3
        elif token.kind in ("name", "text", "html"):
            self._chain(_Chain(start=token.start))
        else:
            self.diagram.unread.append((token.start, token.end))
            self.at += 1

    @staticmethod
    def _opens(token: Token) -> bool:
        return token.kind == "{" or (token.kind == "name" and token.value.lower() == "subgraph")

    def _defaults(self, of: str, attributes: Attributes) -> None:
        scope = self.scopes[-1]
        if of == "edge":
            scope.edge = {**scope.edge, **attributes}
        elif of == "node":
            scope.node = {**scope.node, **attributes}
        else:
            for name, value in attributes.items():
                self._graph_attribute(name, value)

    def _graph_attribute(self, name: str, value: Token) -> None:
        if name == "label" and self.scopes[-1].is_cluster:
            self.scopes[-1].label = _text(value, "").replace("\n", " ")
        elif name == "label" and len(self.scopes) == 1:
            match = _BOLD.search(value.value) if value.kind == "html" else None
            title = match[1] if match else ""
            self.title = html.unescape(title if value.kind == "html" else _text(value, ""))
        elif name == "rankdir" and len(self.scopes) <= 2:
            self.diagram.upwards = value.value.upper() in ("BT", "RL")

    def _open(self, before: _Chain | None) -> None:
        """A brace opens; with a chain, its boxes are an end of an edge."""
        cluster = False
        if self._peek().kind != "{":
            self.at += 1
            if self._peek().kind in ("name", "text"):
                cluster = self._peek().value.startswith("cluster")
                self.at += 1
        if self._peek().kind != "{":
            return
        if len(self.scopes) > _DEEPEST:
            self.too_deep, self.at = self._peek(), len(self.tokens)
            return
        self.at += 1
        outer = self.scopes[-1]
        label = "" if cluster else outer.label
        inside = _Braces(dict(outer.edge), dict(outer.node), label, is_cluster=cluster)
        inside.before = before or _Chain(start=self._peek(-1).start)
        self.scopes.append(inside)

    def _close(self) -> None:
        self.at += 1
        if len(self.scopes) == 1:
            self.at = len(self.tokens)  # the graph ends here
            return
        scope = self.scopes.pop()
        self.scopes[-1].numbers.update(scope.numbers)
        if scope.label and scope.is_cluster:
            for number in scope.numbers:
                box = self.diagram.boxes[number]
                box.department = box.department or scope.label
        chain = scope.before
        assert chain is not None
        chain.ends.append([*scope.numbers])
        if self._peek().kind in ("->", "--") or len(chain.ends) > 1:
            self._chain(chain)

    def _chain(self, chain: _Chain) -> None:
        """Nodes and lists of nodes joined by edges, up to the end of the statement."""
        while True:
            if chain.ends:
                if self._peek().kind not in ("->", "--"):
                    break
                self.at += 1
            token = self._peek()
            if self._opens(token):
                self._open(chain)
                return
            if token.kind not in ("name", "text", "html"):
                break
            number = self.diagram.box(self._name(token), (token.start, token.end))
            if number not in self.attributes:
                self.attributes[number] = dict(self.scopes[-1].node)
            self.scopes[-1].numbers[number] = None
            chain.ends.append([number])
        self._finish(chain)

    def _name(self, token: Token) -> str:
        """The name of a node without its port; texts joined by `+` are one."""
        self.at += 1
        name = token.value + (self._joined() if token.kind == "text" else "")
        while self._peek().kind == ":":
            self.at += 2
        return name

    def _joined(self) -> str:
        """The texts that follow, each behind a `+`."""
        parts = []
        while self._peek().kind == "+" and self._peek(1).kind == "text":
            parts.append(self._peek(1).value)
            self.at += 2
        return "".join(parts)

    def _finish(self, chain: _Chain) -> None:
        attributes = self._attribute_list()
        if len(chain.ends) == 1:
            for number in chain.ends[0]:
                self.attributes.setdefault(number, {}).update(attributes)
            return
        whole = {**self.scopes[-1].edge, **attributes}
        for ends in zip(chain.ends, chain.ends[1:], strict=False):
            pairs = self.diagram.join(*ends, (chain.start, self._peek(-1).end))
            self.edges += [(start, end, whole) for start, end in pairs]

    def _attribute_list(self) -> Attributes:
        attributes: Attributes = {}
        while self._peek().kind == "[":
            self.at += 1
            while self.at < len(self.tokens) and self._peek().kind != "]":
                token = self._peek()
                if token.kind in ("{", "}"):
                    return attributes  # the list is never closed
                if token.kind in ("name", "text") and self._peek(1).kind == "=":
                    value = self._peek(2)
                    self.at += 3
                    value = value._replace(value=value.value + self._joined())
                    if token.value.lower() in _READ:
                        attributes[token.value.lower()] = value
                else:
                    self.at += 1
            self.at += 1
        return attributes

    def _arrow(self, start: int, end: int, attributes: Attributes) -> None:
        style = attributes["style"].value.lower() if "style" in attributes else ""
        if "invis" in style:
            return
        if "dir" in attributes and attributes["dir"].value.lower() == "back":
            start, end = end, start
        label = next((attributes[key] for key in ("label", "xlabel") if key in attributes), None)
        label_text = " ".join(_text(label, "").split()) if label else ""
        dotted = any(word in style for word in _DOTTED)
        self.diagram.arrows.append(Arrow(start, end, dotted, label_text))

    def is_ours(self) -> bool:
        """Whether orgcli drew it: each node then has its card in words."""
        have_cards = [
            "card" in self.attributes.get(at, {}) for at in range(len(self.diagram.boxes))
        ]
        if have_cards and all(have_cards):
            return True
        for number, box in enumerate(self.diagram.boxes):
            box.text = _label_of(self.attributes.get(number, {}), box.key)
        return False

    def cards(self) -> list[DrawnCard]:
        """The cards of a chart of ours, whose edges to the rows of a panel are not drawn."""
        managers = {arrow.end: arrow.start for arrow in self.diagram.arrows if not arrow.dotted}
        dotted: dict[int, list[tuple[int, str]]] = {}
        for start, end, attributes in self.edges:
            if "style" in attributes and "invis" in attributes["style"].value:
                managers.setdefault(end, start)
            elif "style" in attributes:
                purpose = attributes["purpose"].value if "purpose" in attributes else ""
                purpose = together(purpose.replace("\\\\", "\\"))
                dotted.setdefault(start, []).append((end, purpose))
        cards = []
        for at, box in enumerate(self.diagram.boxes):
            parts = parts_of_line(self.attributes[at]["card"].value.replace("\\\\", "\\"))
            edges = dotted.get(at, [])
            if len(edges) < len(parts.dotted):
                edges = []  # some are not drawn as edges: all of them stand in words
            else:
                parts = parts._replace(dotted=())
            name = _own_name(box.key)
            cards.append(DrawnCard(parts, box.span, managers.get(at, -1), name, edges))
        return cards


def _own_name(name: str) -> str:
    name = name[1:] if name.startswith("\\%") else name
    return name.replace("\\\\", "\\")


def _label_of(attributes: Attributes, name: str) -> str | None:
    label = attributes.get("label") or attributes.get("xlabel")
    if label is None:
        return None
    text = _text(label, name)
    shape = attributes["shape"].value.lower() if "shape" in attributes else ""
    if "record" in shape:
        cells = re.split(r"(?<!\\)[|{}]", text)
        text = "\n".join(re.sub(r"<[^<>]*>", "", cell).strip() for cell in cells)
        text = "\n".join(filter(None, text.splitlines()))
    return text or None


def _text(token: Token, name: str) -> str:
    """What a label says, with line ends."""
    if token.kind == "html":
        return plain_html(token.value)
    return _ESCAPES.sub(
        lambda escape: {"N": name, "G": "", "L": "", "\\": "\\"}.get(escape[1], "\n"), token.value
    ).strip("\n")
