"""The CSV that orgcli writes for draw.io becomes positions again."""

import csv
import html
from collections.abc import Sequence
from io import StringIO

from orgcli.model.card_phrases import LINES, PHRASES, CardParts, dotted_line_in, together
from orgcli.model.card_phrases import MARKS as FAULTS
from orgcli.model.findings.finding import Finding
from orgcli.model.source.source import Source
from orgcli.read.drawings.markup import lines_in
from orgcli.read.drawings.own_cards import DrawnCard, Span, card_entries
from orgcli.read.entries import Entries, TableOptions

_COLUMNS = ("key", "manager", "dotted", "name", "title", "department", "facts", "marks", "state")


def drawio_entries(source: Source, options: TableOptions) -> Entries:
    """The positions of a chart that was written with `chart -f drawio`.

    Findings: ORG001 where a row is not what orgcli writes; ORG102 and ORG108 where it names a
    position that is not there.
    """
    rows, spans, findings = _rows(source)
    numbers = {row["key"]: number for number, row in enumerate(rows)}
    cards = []
    for row, span in zip(rows, spans, strict=True):
        manager = row["manager"]
        if manager and manager not in numbers:
            findings.append(_unknown("ORG102", "reports to", row["key"], manager, source, span))
        cards.append(
            DrawnCard(_parts(row), span, numbers.get(manager, -1), row["key"],
                      _dotted(row, numbers, source, span, findings))
        )  # fmt: skip
    return card_entries(source, cards, findings, _title(source))


def _rows(source: Source) -> tuple[list[dict[str, str]], list[Span], list[Finding]]:
    """The rows below the rules for draw.io, with character references decoded."""
    rows: list[dict[str, str]] = []
    spans: list[Span] = []
    findings: list[Finding] = []
    headings: Sequence[str] = ()
    for at, line in lines_in(source.text):
        span = (at, at + len(line))
        if not line.strip() or line.startswith("#"):
            continue
        cells = _cells(line)
        if not headings:
            headings = cells
        elif len(cells) != len(headings):
            message = f"this row has {len(cells)} cells, the header {len(headings)}"
            findings.append(Finding("ORG001", message, source.place(*span)))
        else:
            cell_of = dict(zip(headings, cells, strict=True))
            rows.append({name: _decoded(cell_of.get(name, "")) for name in _COLUMNS}
                        | {"dotted": cell_of.get("dotted", "")})  # fmt: skip
            spans.append(span)
    return rows, spans, findings


def _title(source: Source) -> str:
    """What stands behind the first two signs."""
    first = source.line(1)
    title = _decoded(first.removeprefix("##").strip()) if first.startswith("## ") else ""
    return "" if title.startswith("draw.io:") else title


def _cells(line: str) -> list[str]:
    limit = csv.field_size_limit(len(line) + 8)
    try:
        return [cell for row in csv.reader(StringIO(line, newline="")) for cell in row]
    finally:
        csv.field_size_limit(limit)


def _decoded(cell: str) -> str:
    return html.unescape(cell) if "&" in cell else cell


def _parts(row: dict[str, str]) -> CardParts:
    phrases = [phrase for phrase in row["facts"].split(PHRASES) if phrase]
    facts = [phrase for phrase in phrases if dotted_line_in(phrase) is None]
    if row["department"]:
        facts = [row["department"], *facts]
    marks = row["marks"].split(FAULTS) if row["marks"] else []
    return CardParts(row["name"], row["title"], facts, marks)


def _dotted(
    row: dict[str, str], numbers: dict[str, int], source: Source, span: Span,
    findings: list[Finding],
) -> list[tuple[int, str]]:  # fmt: skip
    """Where the dotted lines of a row lead; what for stands in its facts, in the same order."""
    dotted_phrases = [
        phrase for phrase in row["facts"].split(PHRASES) if dotted_line_in(phrase) is not None
    ]
    lines = [line for phrase in dotted_phrases for line in phrase.split(LINES)]
    purposes = [
        dotted_line[1] for line in lines if (dotted_line := dotted_line_in(line)) is not None
    ]
    keys = [_decoded(key) for key in row["dotted"].split(",") if key]
    targets = []
    for at, key in enumerate(keys):
        purpose = together(purposes[at]) if len(purposes) == len(keys) else ""
        if key in numbers:
            targets.append((numbers[key], purpose))
        else:
            findings.append(
                _unknown("ORG108", "has a dotted line to", row["key"], key, source, span)
            )
    return targets


def _unknown(code: str, verb: str, key: str, name: str, source: Source, span: Span) -> Finding:
    message = f"`{key}` {verb} `{name}`, which is not in this chart"
    return Finding(code, message, source.place(*span), entity=key)
