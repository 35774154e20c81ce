"""Markdown and plain text: charts in fences, nested lists, indented outlines."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import PurePath

from orgcli.model.findings.finding import Finding
from orgcli.model.source.source import Source
from orgcli.read.drawings.diagram import Diagram, Span
from orgcli.read.drawings.markup import lines_in, plain_markdown
from orgcli.read.drawings.outline import OutlineItem, outline_entries
from orgcli.read.entries import Entries, TableOptions

Reader = Callable[[Source, TableOptions], Entries]

_FENCE = re.compile(
    r"^[ \t]*(`{3,}|~{3,})[ \t]*\{?\.?(mermaid|plantuml|puml|dot|graphviz)\b[^\n]*\n",
    re.IGNORECASE | re.MULTILINE,
)
_OTHER_FENCE = re.compile(r"[ \t]*(```|~~~)")
_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?:(?!---)[^\n]*\n)*+---[ \t]*(?:\r?\n|\Z)")
_ITEM = re.compile(r"([ \t\u00a0]*)(?:[-*+•–—◦▪‣]|\(?[0-9]{1,9}[.)]|[A-Za-z][.)])[ \t\u00a0]+(.*)")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_RULE = re.compile(r"[ \t]*(?:[-*_=][ \t]*){3,}|<!--.*-->")


def markdown_entries(source: Source, options: TableOptions) -> Entries:
    """The positions of a chart in a fence, else of the nested list or the outline of the text.

    Findings: ORG007 where there is none; ORG013 for text that is not read.
    """
    text = source.text
    fences = list(_FENCE.finditer(text))
    if fences:
        return _in_fence(source, fences, options)
    rows, others, headings = _list_items(source)
    if len(rows) > 1 or (rows and PurePath(source.path).suffix.lower() == ".txt"):
        diagram = Diagram(source, "list", read="the items of lists", title=_title(headings))
        diagram.unread += others
        note = "headings are read as departments" if any(row.department for row in rows) else ""
        return outline_entries(diagram, rows, options, note)
    if len(headings) > 1 and not others:
        return outline_entries(Diagram(source, "outline of headings"), headings, options)
    if _is_indented(others, source):
        items = [_indented(source, span) for span in others]
        return outline_entries(Diagram(source, "indented outline"), items, options)
    message = "this text holds no nested list and no chart, so it says no positions"
    advice = "write a list with a line for each position, indented below its manager"
    return Entries([], findings=[Finding("ORG007", message, source.place(0, 0), help=advice)])


def _in_fence(source: Source, fences: Sequence[re.Match[str]], options: TableOptions) -> Entries:
    """The chart in the first fence; a finding counts the others."""
    first, text = fences[0], source.text
    close = re.compile(rf"^[ \t]*{re.escape(first[1][:3])}", re.MULTILINE).search(text, first.end())
    end = close.start() if close else len(text)
    above = re.sub(r"[^\r\n]", " ", text[: first.end()])
    inner = Source(source.path, above + text[first.end() : end])
    entries = _reader(first[2].lower())(inner, options)
    left_out = [fence for fence in fences[1:] if fence.start() >= end]
    if not left_out:
        return entries
    message = f"of the {len(left_out) + 1} charts in this file the first is read"
    finding = Finding("ORG013", message, source.place(*left_out[0].span()),
                      help="write each into a file of its own")  # fmt: skip
    return replace(entries, findings=[*entries.findings, finding])


def _reader(language: str) -> Reader:
    if language == "mermaid":
        from orgcli.read.drawings.notations.mermaid import mermaid_entries

        return mermaid_entries
    if language in ("plantuml", "puml"):
        from orgcli.read.drawings.notations.plantuml import plantuml_entries

        return plantuml_entries
    from orgcli.read.drawings.notations.dot import dot_entries

    return dot_entries


def _list_items(source: Source) -> tuple[list[OutlineItem], list[Span], list[OutlineItem]]:
    """The items of lists, other lines, and headings.

    An indented line below an item belongs to it; the heading above a list is its department,
    where several headings stand above lists.
    """
    items: list[OutlineItem] = []
    others: list[Span] = []
    headings: list[OutlineItem] = []
    below: dict[int, list[str]] = {}
    department, fenced = "", ""
    front = _FRONT.match(source.text)
    for at, line in lines_in(source.text, front.end() if front else 0):
        span = (at + len(line) - len(line.lstrip()), at + len(line))
        match = _ITEM.fullmatch(line)
        if fence := _OTHER_FENCE.match(line):
            fenced = "" if fenced else fence[1]
            others.append(span)
        elif not line.strip() or _RULE.fullmatch(line):
            pass
        elif fenced:
            others.append(span)
        elif match:
            content = plain_markdown(_TASK.sub("", match[2], count=1))
            items.append(OutlineItem(_width(match[1]), content, span, department))
        elif heading := _HEADING.fullmatch(line):
            title = plain_markdown(heading[2].rstrip(" \t#"))
            department = title if len(heading[1]) > 1 else ""
            headings.append(OutlineItem(len(heading[1]), title, span))
        elif items and line[:1] in " \t" and _width(line) > items[-1].depth:
            below.setdefault(len(items) - 1, []).append(plain_markdown(line.strip()))
            items[-1] = items[-1]._replace(span=(items[-1].span[0], span[1]))
        else:
            others.append(span)
    for number, lines in below.items():
        items[number] = items[number]._replace(text="\n".join((items[number].text, *lines)))
    if len({item.department for item in items if item.department}) < 2:
        items = [item._replace(department="") for item in items]
    return items, others, headings


def _title(headings: Sequence[OutlineItem]) -> str:
    """The one heading of the first layer, if it is the first of all."""
    tops = [heading.text for heading in headings if heading.depth == 1]
    return tops[0] if len(tops) == 1 and headings[0].depth == 1 else ""


def _width(indent: str) -> int:
    bare = indent.expandtabs(4)
    return len(bare) - len(bare.lstrip())


def _is_indented(spans: Sequence[Span], source: Source) -> bool:
    """Whether plain lines make an outline: the first stands at the margin, others are indented."""
    widths = [source.line_column(start)[1] - 1 for start, _ in spans]
    return len(widths) > 1 and widths[0] == 0 and any(widths) and max(widths) < 1000


def _indented(source: Source, span: Span) -> OutlineItem:
    line, _ = source.line_column(span[0])
    begin = source.line_start(line)
    return OutlineItem(_width(source.text[begin : span[0]] + "x"),
                       source.text[span[0] : span[1]].strip(), span)  # fmt: skip
