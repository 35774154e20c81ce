"""What changed as a Mermaid flowchart: the seats that changed, and whom they report to."""

from __future__ import annotations

from collections.abc import Iterator

from orgcli.changes.changes import Changes, Manager, PersonKind, SeatEntry
from orgcli.changes.report import ChangeReport
from orgcli.changes.writers.phrases import ChangePhrases
from orgcli.render.lines import one_line
from orgcli.render.markdown import escaped_label
from orgcli.render.view import Page

_MOST_NODES = 60
_STYLES = {
    "new": "stroke:#0072b2,stroke-width:3px",
    "gone": "stroke:#777777,color:#777777,stroke-dasharray:5 4",
    "moved": "stroke:#882255,stroke-width:3px",
    "changed": "stroke:#e69f00,stroke-width:2px",
    "same": "stroke:#bbbbbb,color:#666666",
}
_SIGNS = {"new": "+ ", "gone": "- ", "moved": "→ ", "changed": "~ ", "same": ""}


def changes_mermaid(report: ChangeReport, page: Page) -> str:
    """A flowchart of at most 60 seats; where none has changed, how many have not."""
    graph = changes_graph(report, page)
    if graph:
        return graph
    count = sum(organisation.changes.unchanged for organisation in report.organisations)
    sentence = report.words.unchanged.of(count).format(count=f"{count:,}")
    # Mermaid takes no empty text.
    return f'flowchart TB\n  unchanged["{escaped_label(sentence)}"]\n'


def changes_graph(report: ChangeReport, page: Page) -> str:
    """A flowchart of at most 60 seats; nothing where no seat has changed."""
    graph = _Graph()
    for organisation in report.organisations:
        say = ChangePhrases.of(report, organisation, page)
        graph.add(organisation.changes, frozenset(report.only), say)
    return graph.text(report)


class _Graph:
    """Nodes with their kind, and the lines between them; lines that are gone are dashed."""

    def __init__(self) -> None:
        self._nodes: dict[int, tuple[str, str]] = {}
        self._lines: dict[tuple[int, int, str], None] = {}
        self._undrawn: set[int] = set()

    def add(self, changes: Changes, shown: frozenset[str], say: ChangePhrases) -> None:
        """The changes of an organisation, those of lines first."""
        now_of = _pairs(changes)
        for kind, seat, was_under, under in _changed_seats(changes, shown):
            new_nodes = sum(
                isinstance(node, SeatEntry) and id(node) not in self._nodes
                for node in (seat, was_under, under)
            )
            if len(self._nodes) + new_nodes > _MOST_NODES:
                self._undrawn.add(id(seat))
                continue
            self._node(seat, kind, say)
            for manager, arrow in ((under, "-->"), (was_under, "-.->")):
                if isinstance(manager, SeatEntry):
                    above = now_of.get(id(manager), manager)
                    self._node(above, "same", say)
                    self._lines[id(above), id(seat), arrow] = None

    def _node(self, seat: SeatEntry, kind: str, say: ChangePhrases) -> None:
        known = self._nodes.get(id(seat))
        if known is None or known[0] == "same":
            head, title = say.head(seat)
            label = f"<b>{escaped_label(one_line(_SIGNS[kind] + head))}</b>"
            if title:
                label += f"<br>{escaped_label(one_line(title))}"
            self._nodes[id(seat)] = kind, label

    def text(self, report: ChangeReport) -> str:
        """The flowchart; nothing without a node."""
        if not self._nodes:
            return ""
        number = {key: f"n{at}" for at, key in enumerate(self._nodes, 1)}
        lines = ["flowchart TB"]
        lines += [f'  {number[key]}["{label}"]' for key, (_, label) in self._nodes.items()]
        if self._undrawn:
            more = report.words.shortened.format(count=f"{len(self._undrawn):,}")
            lines.append(f'  more["{escaped_label(more)}"]')
        lines += [
            f"  {number[above]} {arrow} {number[below]}" for above, below, arrow in self._lines
        ]
        for kind, style in _STYLES.items():
            members = [number[key] for key, (own, _) in self._nodes.items() if own == kind]
            if members:
                lines.append(f"  classDef {kind} fill:#ffffff,{style}")
                lines.append(f"  class {','.join(members)} {kind}")
        return "\n".join(lines) + "\n"


def _pairs(changes: Changes) -> dict[int, SeatEntry]:
    """Each seat before that has a change -> the same seat afterwards; seats are made once."""
    now_of = {id(new_id.was): new_id.now for new_id in changes.new_ids}
    now_of |= {id(span.was): span.now for span in changes.spans}
    now_of |= {id(move.was): move.now for move in changes.moves}
    now_of |= {id(value.was): value.now for value in changes.values}
    pairs = (pair for person in changes.people for pair in person.pairs)
    return now_of | {id(pair.was): pair.now for pair in pairs if pair.was and pair.now}


_Change = tuple[str, SeatEntry, Manager, Manager]
"""The kind of a change of a seat, the seat, whom it reported to and whom it reports to."""


def _changed_seats(changes: Changes, shown: frozenset[str]) -> Iterator[_Change]:
    """The changes of seats that are shown, kind by kind."""
    if "moved" in shown:
        yield from (("moved", move.now, move.was_under, move.under) for move in changes.moves)
    for layer in changes.layers if "layer" in shown else ():
        if layer.is_new:
            yield "new", layer.seat, None, layer.manager
        else:
            yield "gone", layer.seat, layer.manager, None
        yield from (("moved", move.now, None, move.under) for move in layer.moves)
    if "new" in shown:
        yield from (("new", pair.seat, None, pair.manager) for pair in changes.new)
    if "gone" in shown:
        yield from (("gone", pair.seat, pair.manager, None) for pair in changes.gone)
    if "changed" in shown:
        yield from (
            ("changed", value.now, None, None) for value in changes.values if not value.folded
        )
    yield from _other_holders(changes, shown)


def _other_holders(changes: Changes, shown: frozenset[str]) -> Iterator[_Change]:
    for person in changes.people:
        if person.kind in shown and person.kind != PersonKind.NAME:
            for pair in (*person.gained, *person.lost):
                if pair.now and pair.now.is_live and pair.was and pair.was.is_live:
                    yield "changed", pair.now, None, None
