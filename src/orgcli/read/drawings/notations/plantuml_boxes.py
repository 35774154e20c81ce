"""PlantUML diagrams of boxes and arrows: rectangles, components, actors and the like."""

import re

from orgcli.model.source.source import Source
from orgcli.read.drawings.diagram import Arrow, Diagram, Span, diagram_entries
from orgcli.read.drawings.notations.plantuml_syntax import lines_of, plain_plantuml
from orgcli.read.entries import Entries, TableOptions

_KINDS = (
    "actor|agent|artifact|boundary|card|circle|class|cloud|collections|component|control|database"
    "|entity|file|folder|frame|hexagon|interface|label|node|object|package|participant|person|queue"
    "|rectangle|stack|storage|usecase|namespace|abstract|enum|state|map|json"
)
_NAME = (
    r'(?:"[^"\n]{0,2000}"|\[[^\]\n]{0,2000}\]|:[^:\n]{0,2000}:|\([^()\n]{0,2000}\)'
    r"|\w+(?:[.$@/-]\w+)*)"
)
_DECLARED = re.compile(
    rf"(?:(?:{_KINDS})\b[ \t]*)({_NAME})(?:[ \t]+as[ \t]+({_NAME}))?"
    r"(?:[ \t]*<<[^<>\n]{0,200}>>)*+(?:[ \t]*#[\w;:.|\\/-]+)?[ \t]*(\{|\[)?",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"({_NAME})(?:[ \t]+as[ \t]+({_NAME}))?(?:[ \t]*<<[^<>\n]{{0,200}}>>)*(?:[ \t]*#\w+)?"
)
_HEAD = r"(<\|?|[*o#x^+])?"
_ARROW = re.compile(
    rf"({_NAME})[ \t]*(?:\"[^\"\n]{{0,100}}\"[ \t]*)?{_HEAD}"
    r"([-.=~]+(?:\[[^\]\n]{0,100}\])?(?:left|right|up|down|le|ri|do|[lrud])?[-.=~]*)"
    rf"(\|?>|[*o#x^+])?[ \t]*(?:\"[^\"\n]{{0,100}}\"[ \t]*)?({_NAME})(?:[ \t]*:[ \t]*(.*))?"
)
_SILENT = re.compile(
    r"(?:'|!theme\b|!pragma\b|!define\b|!\$|title\b|header\b|footer\b|caption\b|skinparam\b|hide\b"
    r"|show\b|scale\b|left to right|top to bottom|center "
    r"|remove\b|together\b|note\b|end ?note|allow)",
    re.IGNORECASE,
)
_MOST_LINE = 2_000


def box_diagram_entries(source: Source, begin: int, options: TableOptions) -> Entries:
    """The positions of a diagram of boxes; packages and frames around them are departments."""
    diagram = Diagram(source, "PlantUML diagram")
    groups: list[str] = []
    inside: tuple[int, list[str]] | None = None
    for at, line in lines_of(source, begin):
        text = line.strip()
        span = (at + len(line) - len(line.lstrip()), at + len(line))
        if inside is not None:
            if text == "]":
                diagram.boxes[inside[0]].text, inside = plain_plantuml("\n".join(inside[1])), None
            else:
                inside[1].append(text)
        elif text == "}":
            del groups[-1:]
        elif len(text) > _MOST_LINE or not _read(diagram, text, span, groups):
            if not _SILENT.match(text):
                diagram.unread.append(span)
            if text.endswith("{"):
                groups.append("")
        elif text.endswith("[") and diagram.boxes:
            inside = (len(diagram.boxes) - 1, [])
    return diagram_entries(diagram, options)


def _read(diagram: Diagram, text: str, span: Span, groups: list[str]) -> bool:
    """Read a line: a box, a group that opens, or an arrow; whether it is one."""
    group = groups[-1] if groups else ""
    if match := _DECLARED.fullmatch(text):
        label, key = _label_and_key(match[1], match[2])
        if match[3] == "{":
            groups.append(plain_plantuml(label).replace("\n", " "))
            return True
        diagram.box(key, span, plain_plantuml(label), group)
        return True
    if match := _ARROW.fullmatch(text):
        start, left, line, right, end, label = match.groups()
        ends = [_end(diagram, name, span, group) for name in (start, end)]
        if left and not right:
            ends.reverse()
        elif "up" in line or (len(line) > 2 and line.strip("-.=~") in ("u", "up")):
            ends.reverse() if not right else None
        dotted = "." in line or "~" in line or "dashed" in line or "dotted" in line
        diagram.arrows.append(Arrow(ends[0], ends[1], dotted, " ".join((label or "").split())))
        return True
    if (match := _BARE.fullmatch(text)) and text[0] in '[:("':
        label, key = _label_and_key(match[1], match[2])
        diagram.box(key, span, plain_plantuml(label), group)
        return True
    return False


def _end(diagram: Diagram, name: str, span: Span, group: str) -> int:
    label, key = _label_and_key(name, None)
    is_known = key in diagram.numbers
    bare = name[:1] not in '[:("'
    return diagram.box(key, span, None if is_known or bare else plain_plantuml(label), group)


def _label_and_key(first: str, second: str | None) -> tuple[str, str]:
    """What stands in a box, and what arrows call it: `"Text" as a`, or `a as "Text"`."""
    if second is None:
        return _bare(first), _bare(first)
    if second[0] == '"':
        return _bare(second), _bare(first)
    return _bare(first), _bare(second)


def _bare(name: str) -> str:
    return name[1:-1] if name[:1] in '"[:(' and len(name) > 1 else name
