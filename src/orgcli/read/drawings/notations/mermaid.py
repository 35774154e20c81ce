"""Mermaid flowcharts and mindmaps become positions: those of orgcli, and those of others."""

import re
from collections.abc import Sequence

from orgcli.model.card_phrases import CardParts, together
from orgcli.model.findings.finding import Finding
from orgcli.model.source.source import Source
from orgcli.read.drawings.diagram import Arrow, Diagram, diagram_entries
from orgcli.read.drawings.markup import decoded_mermaid, lines_in, plain_mermaid
from orgcli.read.drawings.notations.mermaid_syntax import box_at, link_at, shape_at
from orgcli.read.drawings.outline import OutlineItem, outline_entries
from orgcli.read.drawings.own_cards import DrawnCard, card_entries, parts_of
from orgcli.read.entries import Entries, TableOptions

_FRONT = re.compile(r"\s*+---[ \t]*\n(?:(?!---)[^\n]*\n)*+---[ \t]*(?:\n|\Z)")
_TITLE = re.compile(r"^title:[ \t]*(?:\"([^\"\n]*)\"|'([^'\n]*)'|([^\n]*))", re.MULTILINE)
_CODE_POINT = re.compile(r"\\U([0-9A-Fa-f]{8})")
_LAST = 0x10FFFF
_HEADER = re.compile(r"(?:graph|flowchart(?:-elk)?)\b[ \t]*(TB|TD|BT|RL|LR)?[ \t]*")
_OWN = re.compile(r"flowchart (?:TB|LR)\n  classDef default fill:#[0-9a-f]{6},stroke:")
_OWN_NODE = re.compile(r'  (n[0-9]+)\["(.*)"\]')
_OWN_LINE = re.compile(r'  (?:%% )?(n[0-9]+) (?:---|(-\.-)(?:\|"([^"]*)"\|)?) (n[0-9]+)')
_TAGGED = re.compile(r"<(b|i|small)>(.*)</\1>")
_OWN_LOOKS = re.compile(r"  class(?:Def)? ")
_SILENT = re.compile(
    r"(?:classDef|class|style|linkStyle|click|direction|accTitle|accDescr|title)\b[^\n]*|%%[^\n]*"
)
_INIT = re.compile(r"%%\{.{0,5000}?\}%%", re.DOTALL)
_GROUP = re.compile(r"subgraph\b[ \t]*([^\n;]*)")
_SPACE = re.compile(r"[\s;]*")
_STATEMENT_END = re.compile(r"[;\n]")
_AND = re.compile(r"[ \t]*&\s*")
_END = re.compile(r"end\b(?![ \t]*[-=~(\[{.&])")
_MOST_BOXES = 2_000_000
_NAMED_GROUP = re.compile(r"([^\s\[\]]+)[ \t]*\[(.*)\]")
_MINDMAP_SILENT = re.compile(r"\s*(?:::icon\([^\n]*|:::[^\n]*|%%[^\n]*)")
_OTHERS = re.compile(r"\s*([A-Za-z][\w-]*)")


def mermaid_entries(source: Source, options: TableOptions) -> Entries:
    """The positions of a Mermaid flowchart or mindmap.

    Findings: ORG007 for other kinds of diagrams; ORG013 for what is not read; those of
    diagram_entries.
    """
    text = source.text
    begin = _chart_start(text)
    if _OWN.match(text, begin):
        entries = _own(source, begin)
        if entries is not None:
            return entries
    header = _HEADER.match(text, begin)
    if header:
        diagram = _flowchart(source, header.end(), header[1] or "")
        diagram.title = _title(text, begin)
        return diagram_entries(diagram, options)
    if text.startswith("mindmap", begin):
        return _mindmap(source, begin + len("mindmap"), options)
    word = _OTHERS.match(text, begin)
    kind = f"a Mermaid `{word[1]}`" if word else "no Mermaid chart"
    message = f"this is {kind}; only flowcharts and mindmaps are read"
    finding = Finding("ORG007", message, source.place(begin, begin + 1),
                      help="draw it as a flowchart: `flowchart TD`")  # fmt: skip
    return Entries([], findings=[finding])


def _chart_start(text: str) -> int:
    """Where the chart begins: behind front matter, directives and comments."""
    front = _FRONT.match(text)
    at = front.end() if front else 0
    while True:
        space = _SPACE.match(text, at)
        at = space.end() if space else at
        if init := _INIT.match(text, at):
            at = init.end()
        elif text.startswith("%%", at):
            end = text.find("\n", at)
            at = len(text) if end < 0 else end
        else:
            return at


def _title(text: str, begin: int) -> str:
    """The title that the front matter gives."""
    match = _TITLE.search(text, 0, begin)
    if match is None:
        return ""
    if match[1] is not None:
        return _CODE_POINT.sub(lambda code: chr(min(int(code[1], 16), _LAST)), match[1])
    return (match[2] or match[3] or "").strip()


def _own(source: Source, begin: int) -> Entries | None:
    """A chart that orgcli drew, by its lines; None where somebody wrote other ones into it."""
    text = source.text
    spans: list[tuple[int, int]] = []
    labels: list[str] = []
    numbers: dict[str, int] = {}
    lines: list[tuple[str, str, bool, str]] = []
    for at, line in lines_in(text, text.find("\n", begin) + 1):
        if node := _OWN_NODE.fullmatch(line):
            numbers[node[1]] = len(spans)
            spans.append((at + 2, at + len(line)))
            labels.append(node[2])
        elif match := _OWN_LINE.fullmatch(line):
            lines.append((match[1], match[4], bool(match[2]), decoded_mermaid(match[3] or "")))
        elif line and not _OWN_LOOKS.match(line) and not line.lstrip().startswith("%%"):
            return None
    are_known = all(above in numbers and below in numbers for above, below, *_ in lines)
    if not are_known or len(numbers) < len(spans) or not all(map(_is_card, labels)):
        return None
    managers = {below: above for above, below, is_dotted, _ in lines if not is_dotted}
    dotted: dict[str, list[tuple[int, str]]] = {}
    for above, below, is_dotted, purpose in lines:
        if is_dotted:
            dotted.setdefault(below, []).append((numbers[above], together(purpose)))
    cards = [
        DrawnCard(
            parts, span, numbers.get(managers.get(name, ""), -1),
            name, () if parts.dotted else dotted.get(name, ()),
        )
        for name, label, span in zip(numbers, labels, spans, strict=True)
        for parts in (_parts(label, dotted.get(name, ())),)
    ]  # fmt: skip
    return card_entries(source, cards, title=_title(text, begin))


def _is_card(label: str) -> bool:
    return label.startswith("<b>") and "</b>" in label


def _parts(label: str, lines: Sequence[tuple[int, str]]) -> CardParts:
    """The parts of a card in order, what is wrong with it, and its dotted lines in words.

    lines  its dotted lines by number; where all are there, words say no more
    """
    texts: dict[str, list[str]] = {tag: [] for tag in ("", "b", "i", "small")}
    for line in label.split("<br>"):
        match = _TAGGED.fullmatch(line)
        tag, text = (match[1], match[2]) if match else ("", line)
        texts["" if tag == "b" else tag].append(decoded_mermaid(text))
    dotted = texts["small"] if len(lines) < len(texts["small"]) else []
    return parts_of(texts[""], texts["i"], dotted)


def _flowchart(source: Source, at: int, direction: str) -> Diagram:
    """The boxes and lines of a flowchart, statement by statement."""
    text = source.text
    diagram = Diagram(source, "Mermaid flowchart", upwards=direction in ("BT", "RL"))
    groups: list[str] = []
    title_of: dict[str, str] = {}
    while True:
        space = _SPACE.match(text, at)
        at = space.end() if space else at
        if at >= len(text) or len(diagram.boxes) > _MOST_BOXES:
            return _without_groups(diagram, title_of)
        if init := _INIT.match(text, at):
            at = init.end()
        elif group := _GROUP.match(text, at):
            key, title = _group_title(group[1].strip())
            title_of.setdefault(key, title)
            groups.append(title)
            at = group.end()
        elif groups and (end := _END.match(text, at)):
            groups.pop()
            at = end.end()
        elif silent := _SILENT.match(text, at):
            at = silent.end()
        else:
            at = _statement(diagram, text, at, groups[-1] if groups else "")


def _group_title(declaration: str) -> tuple[str, str]:
    """The name of a subgraph and what stands above it."""
    if match := _NAMED_GROUP.fullmatch(declaration):
        return match[1], " ".join(plain_mermaid(match[2].strip().strip('"')).split())
    title = " ".join(declaration.strip('"').split())
    return title, title


def _statement(diagram: Diagram, text: str, at: int, group: str) -> int:
    """Read boxes and the links between them; returns where the next statement begins.

    What cannot be read of a statement is an unread line; the boxes before it are kept.
    """
    start = at
    before: Sequence[int] = ()
    link = None
    while True:
        boxes, at = _boxes(diagram, text, at, group)
        if not boxes:
            break
        if link is not None and not link.hidden:
            ends = (boxes, before) if link.reverse else (before, boxes)
            diagram.arrows += [
                Arrow(first, second, link.dotted, link.label)
                for first, second in diagram.join(*ends, (start, at))
            ]
        before, link = boxes, link_at(text, at)
        if link is None:
            rest = _rest_of_line(text, at)
            if rest.strip() and not rest.lstrip().startswith((";", "%%")):
                break
            return at + (len(rest) if rest.lstrip().startswith("%%") else 0)
        at = link.end
    end = text.find("\n", max(at, start))
    end = len(text) if end < 0 else end
    diagram.unread.append((start, max(end, start + 1)))
    return max(end, start + 1)


def _rest_of_line(text: str, at: int) -> str:
    end = _STATEMENT_END.search(text, at)
    return text[at : end.start() if end else len(text)]


def _boxes(diagram: Diagram, text: str, at: int, group: str) -> tuple[Sequence[int], int]:
    """Boxes joined by `&`, by number, and where they end."""
    numbers = []
    while True:
        box = box_at(text, at)
        if box is None:
            return (), at
        numbers.append(diagram.box(box.key, (box.start, box.end), box.text, group))
        joint = _AND.match(text, box.end)
        if joint is None:
            return numbers, box.end
        at = joint.end()


def _without_groups(diagram: Diagram, title_of: dict[str, str]) -> Diagram:
    """Lines to a subgraph lead to no position: they are unread lines."""
    groups = {number for key, number in diagram.numbers.items() if key in title_of}
    groups = {number for number in groups if diagram.boxes[number].text is None}
    if not groups:
        return diagram
    kept = [at for at in range(len(diagram.boxes)) if at not in groups]
    number = {old: new for new, old in enumerate(kept)}
    diagram.unread += [diagram.boxes[at].span for at in sorted(groups)]
    diagram.boxes = [diagram.boxes[at] for at in kept]
    diagram.arrows = [
        Arrow(number[arrow.start], number[arrow.end], arrow.dotted, arrow.label)
        for arrow in diagram.arrows
        if arrow.start in number and arrow.end in number
    ]
    return diagram


def _mindmap(source: Source, at: int, options: TableOptions) -> Entries:
    """A mindmap: an outline whose texts may be in shapes."""
    diagram = Diagram(source, "Mermaid mindmap")
    items: list[OutlineItem] = []
    for start, line in lines_in(source.text, at):
        stripped = line.strip()
        if stripped and not _MINDMAP_SILENT.match(line):
            width = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
            begin = start + line.find(stripped[:1])
            box = box_at(stripped, 0)
            shape = shape_at(stripped, 0)
            content = box.text if box and box.text is not None else shape[0] if shape else None
            items.append(OutlineItem(width, stripped if content is None else content,
                                     (begin, begin + len(stripped))))  # fmt: skip
    return outline_entries(diagram, items, options)
