"""PlantUML work breakdown structures and mindmaps: those of orgcli, and those of others."""

import re
from collections.abc import Sequence

from orgcli.model.card_phrases import dotted_line_in, is_usual_title
from orgcli.model.findings.finding import Finding
from orgcli.model.source.source import Source
from orgcli.read.drawings.diagram import Diagram, Span, box_entries
from orgcli.read.drawings.notations.plantuml_boxes import box_diagram_entries
from orgcli.read.drawings.notations.plantuml_syntax import (
    decoded_plantuml,
    lines_of,
    plain_plantuml,
)
from orgcli.read.drawings.own_cards import DrawnCard, card_entries, parts_of
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.tables.structure.outlines import parents_of

_START = re.compile(r"@start(\w+)[^\n]*\n?", re.IGNORECASE)
_OWN = re.compile(r"@startwbs\n<style>\nwbsDiagram \{\n  node \{\n    BackgroundColor white\n")
_OWN_NODE = re.compile(r"(\*+)(_?) (.*)")
_OWN_LOOK = re.compile(r" <<[a-z]+>>\Z")
_OWN_STYLE = re.compile(r"<color:(#[0-9A-Fa-f]{6}|[a-z]+)>(.*)</color>")
_OWN_SQUARE = re.compile(r"<color:#[0-9A-Fa-f]{6}>■</color> ")
_NODE = re.compile(
    r"[ \t]*([*+#-]+|\t+)(?:\[[^\]\n]{0,100}\])?(_?)([<>]?)(?:[ \t]+|(?=[:(]))(.*)|([*+#-]+)()()()"
)
_ALIAS = re.compile(r"\(([\w.-]+)\)[ \t]*")
_AS = re.compile(r"[\w.-]+")
_STEREOTYPE = re.compile(r"<<[^<>\n]{0,200}>>\Z")
_ARROW = re.compile(
    r"(\w[\w.]*)[ \t]+([<.~=-]+(?:\[[^\]\n]{0,100}\])?[.~=>-]*)[ \t]+(\w[\w.]*)(?:[ \t]*:.*)?"
)
_MOST_LINE = 2_000
"""Characters of a line that may be an arrow."""
_SILENT = re.compile(
    r"(?:'|@end|title\b|header\b|footer\b|caption\b|skinparam\b|hide\b|scale\b|left side|right side"
    r"|top to bottom|left to right|!theme\b|!pragma\b|!define\b|!\$|center )",
    re.IGNORECASE,
)


def plantuml_entries(source: Source, options: TableOptions) -> Entries:
    """The positions of a PlantUML diagram.

    Findings: ORG007 for other kinds of diagrams; ORG013 for what is not read; those of
    diagram_entries.
    """
    match = _START.search(source.text)
    kind = match[1].lower() if match else ""
    begin = match.end() if match else 0
    if match and _OWN.match(source.text, match.start()):
        own = _own(source, begin)
        if own is not None:
            return card_entries(source, own[1], title=own[0])
    if kind in ("wbs", "mindmap"):
        name = "PlantUML WBS" if kind == "wbs" else "PlantUML mindmap"
        return _outline(Diagram(source, name), begin, options)
    if kind == "uml":
        return box_diagram_entries(source, begin, options)
    description = f"a PlantUML `@start{kind}`" if kind else "no PlantUML diagram"
    message = f"this is {description}; only WBS, mindmaps and diagrams of boxes are read"
    place = source.place(match.start() if match else 0, begin or 1)
    return Entries([], findings=[Finding("ORG007", message, place, help="write it as `@startwbs`")])


def _own(source: Source, begin: int) -> tuple[str, list[DrawnCard]] | None:
    """The title and the cards of a chart of ours; None where others wrote into it."""
    title = ""
    rows: list[tuple[int, str, Span]] = []
    below_title = 0
    for at, line in lines_of(source, begin):
        match = _OWN_NODE.fullmatch(line)
        if match is None:
            if line.startswith("title "):
                title = decoded_plantuml(line.removeprefix("title ").split("\\n")[0])
                continue
            if line.startswith("'"):
                continue
            return None
        if match[2]:
            if rows or below_title:
                return None
            below_title = 1
            title = _pieces(match[3])[0][0]
            title = "" if is_usual_title(title) else title
            continue
        rows.append((len(match[1]), _without_looks(match[3]), (at, at + len(line))))
    if not all(label.startswith("**") for _, label, _ in rows):
        return None
    parents = parents_of([depth for depth, *_ in rows])
    return title, [
        DrawnCard(parts_of(*_pieces(label)), span, above)
        for (_, label, span), above in zip(rows, parents, strict=True)
    ]


def _without_looks(label: str) -> str:
    """A card without the names of its styles."""
    while label.endswith(">>"):
        start = label.rfind(" <<")
        if start < 0 or not _OWN_LOOK.match(label, start):
            break
        label = label[:start]
    return label


def _pieces(label: str) -> tuple[list[str], list[str], list[str]]:
    """The parts of a card, what is wrong with it, and its dotted lines."""
    parts: list[str] = []
    marks: list[str] = []
    dotted: list[str] = []
    for line in label.split("\\n"):
        line = _OWN_SQUARE.sub("", line, count=1)
        if styled := _OWN_STYLE.fullmatch(line):
            text = decoded_plantuml(styled[2])
            (dotted if dotted_line_in(text) is not None else marks).append(text)
        elif line.startswith("**") and line.endswith("**") and not parts:
            parts.append(decoded_plantuml(line[2:-2]))
        else:
            parts.append(decoded_plantuml(line))
    return parts, marks, dotted


def _outline(diagram: Diagram, begin: int, options: TableOptions) -> Entries:
    """A WBS or a mindmap of others: the signs before a text say its layer, aliases its arrows."""
    depths: list[int] = []
    aliases: dict[str, int] = {}
    arrows: list[tuple[str, str, Span]] = []
    several: list[str] | None = None
    for at, line in lines_of(diagram.source, begin):
        span = (at + len(line) - len(line.lstrip()), at + len(line))
        if several is not None:
            several.append(line.rstrip().removesuffix(";"))
            if line.rstrip().endswith(";"):
                diagram.boxes[-1].text, several = plain_plantuml("\n".join(several)), None
            continue
        match = _NODE.fullmatch(line)
        if match and (match[1] or match[5]):
            marks, text = match[1] or match[5], match[4] or ""
            depths.append(len(marks))
            alias, text = _alias_and_text(text)
            is_new = alias and alias not in aliases
            number = diagram.box(alias if is_new else f"\0{at}", span, plain_plantuml(text))
            if is_new:
                aliases[alias] = number
            if text.startswith(":") and not text.rstrip().endswith(";"):
                several = [text[1:]]
            elif text.startswith(":"):
                diagram.boxes[-1].text = plain_plantuml(text.strip()[1:-1])
        elif len(line) < _MOST_LINE and (arrow := _ARROW.fullmatch(line.strip())):
            start, end = (arrow[3], arrow[1]) if arrow[2][0] == "<" else (arrow[1], arrow[3])
            arrows.append((start, end, span))
        elif not _SILENT.match(line.strip()):
            diagram.unread.append(span)
    return _with_arrows(diagram, depths, aliases, arrows, options)


def _alias_and_text(text: str) -> tuple[str, str]:
    """The alias of a box and its text: `(a) text`, `"text" as a`."""
    text = _STEREOTYPE.sub("", text.strip()).strip()
    alias = ""
    if match := _ALIAS.match(text):
        alias, text = match[1], text[match.end() :]
    before, separator, after = text.rpartition(" as ")
    if separator and _AS.fullmatch(after.strip()) and before.strip():
        alias, text = after.strip(), before.strip()
    quoted = text[:1] == text[-1:] == '"' and len(text) > 1
    return alias, text[1:-1] if quoted else text


def _with_arrows(
    diagram: Diagram,
    depths: Sequence[int],
    aliases: dict[str, int],
    arrows: Sequence[tuple[str, str, Span]],
    options: TableOptions,
) -> Entries:
    """Arrows across a WBS are dotted lines; boxes without an alias have no name of their own."""
    dotted: dict[int, dict[int, str]] = {}
    note = ""
    for start, end, span in arrows:
        if start in aliases and end in aliases:
            dotted.setdefault(aliases[start], {})[aliases[end]] = ""
            note = "arrows are read as dotted lines, from where they begin"
        else:
            diagram.unread.append(span)
    for number, box in enumerate(diagram.boxes, 1):
        if box.key.startswith("\0"):
            box.key = str(number) if dotted else ""
    if not dotted:
        for box in diagram.boxes:
            box.key = ""
    return box_entries(diagram, parents_of(depths), dotted, options, note)
