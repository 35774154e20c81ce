"""Boxes and lines of a drawing of others become a table, with what was not read of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from orgcli.model.findings.finding import Finding, Place
from orgcli.model.source.source import Source
from orgcli.model.text import shortened
from orgcli.read.drawings.labels import label_reading
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.tables.grid import Table, too_large
from orgcli.read.tables.table import table_entries

Span = tuple[int, int]

_MOST_ARROWS = 100_000
"""Arrows of a drawing that lists of boxes ask for: one between each two of them."""
_REPORTING = ("reports to", "reportsto", "reports_to", "berichtet", "managed by", "under",
              "rapporterar till", "reporta a", "rapporte à", "rapporterer til")  # fmt: skip
"""What an arrow is labelled with that leads from the report to the manager."""


@dataclass(slots=True)
class DrawnBox:
    """A position of a drawing.

    key         what the drawing calls it; "" in outlines
    text        what is written in it, with line ends; None until it is known
    department  the group that it stands in
    """

    key: str
    text: str | None
    span: Span
    department: str = ""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line between two boxes, by their numbers, from where it begins."""

    start: int
    end: int
    dotted: bool = False
    label: str = ""


@dataclass(slots=True)
class Diagram:
    """What a drawing holds, collected as it is read.

    kind       what it is, as people call it: `Mermaid flowchart`
    upwards    whether the drawing says that its arrows lead upwards; None where it does not
    read       what of it is read, for help
    title      what stands above it
    unread     where lines stand that are not read
    requested  how many arrows the lists of boxes need
    """

    source: Source
    kind: str
    boxes: list[DrawnBox] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)
    upwards: bool | None = None
    read: str = "boxes, groups of them and lines between them"
    title: str = ""
    unread: list[Span] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    requested: int = 0

    def box(self, key: str, span: Span, text: str | None = None, department: str = "") -> int:
        """The number of the box that is called so, which is made if there is none."""
        number = self.numbers.get(key)
        if number is None:
            number = self.numbers[key] = len(self.boxes)
            self.boxes.append(DrawnBox(key, text, span, department))
            return number
        drawn = self.boxes[number]
        if text is not None and drawn.text is None:
            drawn.text, drawn.span = text, span
        drawn.department = drawn.department or department
        return number

    def join(self, starts: Sequence[int], ends: Sequence[int], span: Span) -> list[Span]:
        """The numbers of the boxes that each arrow between two lists joins.

        Empty, and an unread line, where the lists of the drawing ask for too many.
        """
        if len(starts) > 1 and len(ends) > 1:
            self.requested += len(starts) * len(ends)
            if self.requested > _MOST_ARROWS:
                self.unread.append(span)
                return []
        return [*product(starts, ends)]


@dataclass(frozen=True, slots=True)
class BoxPlaces:
    """Where the boxes of a drawing stand in its file."""

    source: Source
    spans: Sequence[Span]

    def row(self, row: int) -> Place:
        """The box."""
        return self.source.place(*self.spans[row])

    def cell(self, row: int, column: int) -> Place:
        """The box, too."""
        return self.row(row)

    def heading(self, column: int, row: int | None = None) -> Place:
        """The box, or the first one."""
        return self.row(row or 0)

    def header(self) -> Place:
        """The first box."""
        return self.row(0)


def diagram_entries(diagram: Diagram, options: TableOptions) -> Entries:
    """The positions of a drawing with arrows.

    Findings: ORG014 with how its texts and arrows were read; ORG013 for lines that were not read;
    ORG007 where it has no boxes; those of table_entries.
    """
    forward, note = _downwards(diagram)
    parents, dotted = _lines(diagram, forward)
    if any(arrow.dotted for arrow in diagram.arrows):
        note = "; ".join(filter(None, (note, "dotted lines lead the same way as the others")))
    return box_entries(diagram, parents, dotted, options, note)


def box_entries(
    diagram: Diagram,
    parents: Sequence[int],
    dotted: Mapping[int, Mapping[int, str]],
    options: TableOptions,
    note: str = "",
) -> Entries:
    """The positions of a drawing whose lines are known.

    dotted  per box the boxes that its dotted lines lead to, and what for
    note    how else it was read
    """
    boxes, source = diagram.boxes, diagram.source
    findings = unread_lines(diagram)
    if not boxes:
        message = f"this {diagram.kind} holds no boxes"
        return Entries([], findings=[*findings, Finding("ORG007", message, source.place(0, 0))])
    places = BoxPlaces(source, [box.span for box in boxes])
    if large := too_large(len(boxes), 8, places):
        return Entries([], findings=[*findings, large])
    reading = label_reading([box.key if box.text is None else box.text for box in boxes])
    columns: dict[str, Sequence[str]] = {}
    if any(box.key for box in boxes):
        columns["id"] = [box.key for box in boxes]
    columns.update(reading.columns)
    if any(box.department for box in boxes):
        columns["Department"] = [box.department for box in boxes]
    if dotted:
        keys = [box.key for box in boxes]
        columns["Dotted line"] = [
            "; ".join(keys[to] for to in dotted.get(at, ())) for at in range(len(boxes))
        ]
    message = "; ".join(filter(None, (reading.message, note)))
    findings.append(Finding("ORG014", message, places.header(), help=reading.help))
    table = Table([*columns], [*columns.values()], places, findings, parents=parents,
                  format=diagram.kind)  # fmt: skip
    entries = table_entries(table, options)
    entries = _with_purposes(entries, diagram, dotted)
    return replace(entries, title=entries.title or diagram.title or None)


def _with_purposes(
    entries: Entries, diagram: Diagram, dotted: Mapping[int, Mapping[int, str]]
) -> Entries:
    """The entries with what their dotted lines are for, which no cell of a table can say."""
    purposes = {
        diagram.boxes[at].key: {diagram.boxes[to].key: text for to, text in lines.items() if text}
        for at, lines in dotted.items()
    }
    if not any(purposes.values()):
        return entries
    records = [dict(record) for record in entries.records]
    for record in records:
        purpose_of = purposes.get(str(record.get("id")), {})
        lines = record.get("dotted_lines")
        if purpose_of and isinstance(lines, list):
            record["dotted_lines"] = [
                {"to": to, "for": purpose_of[str(to)]} if str(to) in purpose_of else to
                for to in lines
            ]
    return replace(entries, records=records, positions=None)


def unread_lines(diagram: Diagram) -> list[Finding]:
    """ORG013 for the lines of a drawing that were not read, with the first of them."""
    if not diagram.unread:
        return []
    source = diagram.source
    start, end = diagram.unread[0]
    line, _ = source.line_column(start)
    text = shortened(" ".join(source.text[start : min(end, start + 200)].split()))
    more = len(diagram.unread) - 1
    others = f" and {more:,} more" if more else ""
    message = f"line {line} of this {diagram.kind} is not read: `{text}`{others}"
    advice = f"only {diagram.read} are read"
    return [Finding("ORG013", message, source.place(start, end), help=advice)]


def _downwards(diagram: Diagram) -> tuple[bool, str]:
    """Whether arrows lead from the manager to the report, and what to say of it.

    A position has one manager: where no box has two arrows that begin in it, but some have two
    that end in it, the arrows lead to the manager.
    """
    solid = [arrow for arrow in diagram.arrows if not arrow.dotted]
    labels = [arrow.label.casefold() for arrow in solid if arrow.label]
    if labels and all(any(word in label for word in _REPORTING) for label in labels):
        return False, "arrows lead to the manager, as they say"
    starts = Counter(arrow.start for arrow in set(solid))
    ends = Counter(arrow.end for arrow in set(solid))
    out, into = (max(count.values(), default=0) for count in (starts, ends))
    if out <= 1 < into and not (diagram.upwards is False and into <= 1):
        return False, "arrows lead to the manager, as several end in one box"
    if out <= 1 and into <= 1 and diagram.upwards and solid:
        return False, "arrows lead upwards, to the manager"
    return True, ""


def _lines(diagram: Diagram, forward: bool) -> tuple[list[int], dict[int, dict[int, str]]]:
    """The manager of each box, and its dotted lines; a second manager is one."""
    parents = [-1] * len(diagram.boxes)
    dotted: dict[int, dict[int, str]] = {}
    for arrow in diagram.arrows:
        above, below = (arrow.start, arrow.end) if forward else (arrow.end, arrow.start)
        if above == below:
            diagram.unread.append(diagram.boxes[above].span)
        elif not arrow.dotted and parents[below] in (-1, above):
            parents[below] = above
        else:
            dotted.setdefault(below, {}).setdefault(above, arrow.label)
    return parents, dotted
