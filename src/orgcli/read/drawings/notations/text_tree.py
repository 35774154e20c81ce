"""Trees drawn with lines of text, as `tree` draws them: those of orgcli, and those of others."""

import re
from collections.abc import Callable, Iterable, Sequence

from orgcli.model.card_phrases import GAP, fact_of, phrases_in
from orgcli.model.findings.finding import Finding
from orgcli.model.source.source import Source
from orgcli.read.drawings.diagram import Diagram, Span
from orgcli.read.drawings.markup import lines_in
from orgcli.read.drawings.outline import OutlineItem, outline_entries
from orgcli.read.drawings.own_cards import DrawnCard, card_entries, parts_of_line
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.tables.structure.outlines import parents_of

_OWN_GUIDE = re.compile(r"(?:([0-9]+)… )?((?:│   |    )*+)(?:├── |└── )")
_GUIDE = re.compile(
    r"[ \t\u00a0│┃║|]*+"
    r"(?:[├└╰╭┌┬╠╚┣┗][─━═╴]*+[ \u00a0]*+|(?<=\|)-++[ \u00a0]++|[`+\\]-++[ \u00a0]*+)"
)
_CHAIN, _CUT = "* ", "…"
_MOST_HEAD = 4
"""Lines of a heading: the title, the day, and what a star means."""
_TOTAL = re.compile(r"\d+ director(?:y|ies)(?:, \d+ files?)?")


def tree_entries(source: Source, options: TableOptions) -> Entries:
    """The positions of a tree.

    Findings: ORG018 where lines of ours were cut at the edge of a terminal; those of
    outline_entries.
    """
    rows, head = _rows(source, _own_depth)
    if _is_ours(text for _, text, _ in rows):
        return _own(source, rows, head)
    rows, head = _rows(source, _depth)
    diagram = Diagram(source, "text tree", read="the lines of the tree")
    diagram.unread += head
    items = [OutlineItem(depth, text, span) for depth, text, span in rows
             if not _TOTAL.fullmatch(text)]  # fmt: skip
    return outline_entries(diagram, items, options)


def _rows(
    source: Source, depth_of: Callable[[str], tuple[int, int]]
) -> tuple[list[tuple[int, str, Span]], list[Span]]:
    """Each line of the tree with its depth; and the lines of a heading above a blank one.

    depth_of  how deep a line stands, counted in signs, and where its text begins
    """
    rows: list[tuple[int, str, Span]] = []
    head: list[Span] = []
    for at, line in lines_in(source.text):
        if not line.strip():
            if 0 < len(rows) < _MOST_HEAD and not head and not any(depth for depth, *_ in rows):
                head = [span for *_, span in rows]
                rows.clear()
        else:
            depth, start = depth_of(line)
            rows.append((depth, line[start:], (at + start, at + len(line))))
    return rows, head


def _own_depth(line: str) -> tuple[int, int]:
    own = _OWN_GUIDE.match(line)
    if own is None:
        return 0, 0
    return (int(own[1][:7]) - 1 if own[1] else len(own[2]) // 4 + 1) * 4, own.end()


def _depth(line: str) -> tuple[int, int]:
    if match := _GUIDE.match(line):
        return match.end(), match.end()
    indent = len(line) - len(line.lstrip())
    return indent, indent


def _is_ours(texts: Iterable[str]) -> bool:
    """Whether a line says how many report to somebody, as only ours do."""
    pieces = (piece for text in texts for piece in text.split(GAP)[1:])
    facts = (fact_of(phrase) for piece in pieces for phrase in phrases_in(piece))
    return any(fact is not None and not fact.field for fact in facts)


def _own(source: Source, rows: Sequence[tuple[int, str, Span]], head: Sequence[Span]) -> Entries:
    parents = parents_of([depth for depth, *_ in rows])
    cards, cut = [], []
    for (_, text, span), above in zip(rows, parents, strict=True):
        if text.endswith(_CUT):
            cut.append(span)
        line = parts_of_line(text.removeprefix(_CHAIN))
        cards.append(DrawnCard(line, span, above))
    title = source.text[slice(*head[0])] if head else ""
    if title.startswith(_CHAIN):
        title = ""  # what a star means stands there
    return card_entries(source, cards, [*_read_as(source, rows), *_cut_lines(source, cut)], title)


def _read_as(source: Source, rows: Sequence[tuple[int, str, Span]]) -> list[Finding]:
    """ORG014: on a terminal, a line of two parts does not say which they are."""
    message = "each line is read as name, title and department; what has a word of titles is one"
    advice = "in files of `orgcli chart -o chart.txt` they are told apart"
    return [Finding("ORG014", message, source.place(*rows[0][2]), help=advice)]


def _cut_lines(source: Source, cut: Sequence[Span]) -> list[Finding]:
    if not cut:
        return []
    more = f" and {len(cut) - 1:,} more" if len(cut) > 1 else ""
    line, _ = source.line_column(cut[0][0])
    message = f"line {line}{more} was cut off at the edge of a terminal: it ends in `…`"
    advice = "write the tree to a file: `orgcli chart -o chart.txt`"
    return [Finding("ORG018", message, source.place(*cut[0]), help=advice)]
