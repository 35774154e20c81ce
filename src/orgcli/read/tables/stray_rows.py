"""Rows that are none of the table: totals, notes and page numbers below it, headings in it again.

A row is left out only where it has no place in the tree: it says no manager, is nobody's manager,
and holds little besides such words. ORG013 names what is left out.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import compress

from orgcli.model.findings.finding import Finding
from orgcli.model.table_reading import SHEET
from orgcli.model.text import joined, shortened
from orgcli.read.tables.column import different, rows_with, selected, texts_of
from orgcli.read.tables.columns.headings import RANK, fold
from orgcli.read.tables.grid import Cells, LeftOutRow, Table
from orgcli.read.tables.structure.row_places import SelectedPlaces

REPEATED, RULER, TOTAL, FOOTER, TITLE = (
    "repeated heading", "ruler line", "total", "footer", "title",
)  # fmt: skip
_ROW_KINDS = frozenset((REPEATED, RULER, TOTAL, FOOTER, TITLE))
_ADVICE = {
    TITLE: "`--skip` says how many lines stand above the headings",
    TOTAL: "give a row that is a position an id and a manager",
    FOOTER: "give a row that is a position an id and a manager",
}
_SHEET_HELP = "name it with `--sheet` to read it instead"
_MOST_LOOKED_AT = 20_000
"""Rows without a manager; where there are more, only those at the end are looked at."""
_LAST = 200
_LONGEST = 300
_LINES_SHOWN = 5

_UNITS = (
    r"(?:rows?|records?|entries|results?|lines?|items?|employees?|people|persons?|headcount|staff|"
    r"positions?|posts?|members?|workers?|fte|ftes|zeilen|datensätze|mitarbeiter|einträge|lignes|"
    r"employés|filas|registros|empleados|linhas|funcionários|rader|poster|ansatte|anställda|"
    r"righe|dipendenti|rijen|medewerkers)"
)
_AMOUNT = rf"[\W_]*+[0-9][0-9.,' \u00a0]*+(?:[%€$£]|[A-Z]{{3}}|{_UNITS})?[\W_]*+"
_TOTAL = re.compile(
    rf"\W*(?:(?:grand|sub|overall|report|final|column)[ -]?)?"
    rf"(?:totals?|summe|gesamt(?:summe)?|totaux|total général|summa|totalt|suma|somme|totale|"
    rf"totaal|razem|yhteensä|celkem|toplam|合計|合计|总计|sum|count|average|number|anzahl|antal|nombre)"
    rf"(?: (?:number|no\.?|count|nombre|número))?(?: (?:of|de|d'|der|av))?(?: {_UNITS})?"
    rf"(?:\W*|{_AMOUNT})",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"\W*+[0-9][0-9.,]*+ {_UNITS}"
    r"(?: (?:affected|selected|returned|total|in set.*|exported|found))?\W*",
    re.IGNORECASE,
)
_OF_A_REPORT = (
    r"report|file|export|list|data|document|table|page|records?|berichts?|liste|datei|rapport|"
    r"fichier|informe|archivo|relatório|arquivo|rapporten|listan"
)
_FOOTER = re.compile(
    r"\W*(?:(?:end of|ende|fin|fim|slut)(?: (?:the|des|der|du|del|do|på))? "
    rf"(?:{_OF_A_REPORT})|eof)\W*"
    r"|\W*(?:©|\(c\)|copyright\b|all rights reserved).*"
    r"|\W*(?:page|seite|página|pagina|sida|side|sivu|strana)\W{0,3}[0-9]+"
    r"(?:\W{0,3}(?:of|von|de|sur|av|af|di|van)?\W{0,3}[0-9]+)?\W*"
    r"|\W*(?:strictly |company )?(?:confidential|internal use only|for internal use)\b.*"
    r"|(?:(?:report |file |list |data )?(?:generated|printed|exported|created|produced|downloaded|"
    r"prepared|compiled|last updated|updated)|run|erstellt|exportiert|généré|generado|gerado|"
    r"skapad|skapat) (?:on|at|by|from|using|date|time|am|von|le|par|el|por|em|den|av)\b.*"
    r"|(?:report (?:date|name|id)|source|data source|as of|notes?|remarks?|stand|quelle|"
    r"disclaimer|filters?|filtered by|legend)\W*:.*"
    r"|\*+ ?[^*]{1,100}\*+",
    re.IGNORECASE,
)
_RULER = re.compile(r"[\s:]*[-=_+*─━|:\s]{2,}")
_SENTENCE = re.compile(r"(?:\S+\s+){4,}\S+|\S+(?:\s+\S+)+[.:!]")
"""A text of five words or more, or one that ends as a sentence does."""
_NUMBER = re.compile(_AMOUNT, re.IGNORECASE)


def without_stray_rows(table: Table) -> Table:
    """The table without rows that are none of it; they are among its `left_out`."""
    if not table.columns or not table.columns[0]:
        return table
    stray = _second_header(table) | _repeated_headings(table) | _footers(table)
    if not stray:
        return table
    size = len(table.columns[0])
    left_out = [
        LeftOutRow(table.places.row(row), kind, shortened(_text(table, row)))
        for row, kind in sorted(stray.items())
    ]
    remain = [row not in stray for row in range(size)]
    rows = [*compress(range(size), remain)]
    return replace(
        table,
        columns=[selected(column, remain) for column in table.columns],
        places=SelectedPlaces(table.places, rows, range(len(table.headings))),
        parents=_parents(table.parents, rows),
        left_out=[*table.left_out, *left_out],
    )


def _parents(parents: Sequence[int], rows: Sequence[int]) -> Sequence[int]:
    if not parents:
        return parents
    number = {row: at for at, row in enumerate(rows)}
    return [number.get(parents[row], -1) for row in rows]


def _text(table: Table, row: int) -> str:
    """What stands in a row: a line of output can hold it."""
    cells = (column[row].strip() for column in table.columns)
    return ", ".join(cell for cell in cells if cell)


def _second_header(table: Table) -> dict[int, str]:
    """A first row that is no person: labels as SuccessFactors writes them, or a line of dashes."""
    first = [column[0] for column in table.columns]
    filled = [cell for cell in first if cell and not cell.isspace()]
    if filled and all(map(_RULER.fullmatch, filled)):
        return {0: RULER}
    alike = sum(
        1
        for heading, cell in zip(table.headings, first, strict=True)
        if cell and fold(heading) and fold(cell) == fold(heading)
    )
    return {0: REPEATED} if alike >= 2 else {}


def _repeated_headings(table: Table) -> dict[int, str]:
    """Rows that hold the headings once more, as printed reports do on each page."""
    heading, column = table.headings[0], table.columns[0]
    if heading not in different(column):
        return {}
    return {
        row: REPEATED
        for row, cell in enumerate(column)
        if cell == heading and _is_heading_again(table, row)
    }


def _is_heading_again(table: Table, row: int) -> bool:
    cells = [column[row].strip() for column in table.columns]
    filled = [pair for pair in zip(cells, table.headings, strict=True) if pair[0]]
    return len(filled) >= 2 and all(
        cell == heading or fold(cell) == fold(heading) for cell, heading in filled
    )


def _footers(table: Table) -> dict[int, str]:
    """Rows of totals, counts, page numbers and remarks."""
    folded = [fold(heading) for heading in table.headings]
    managers = [table.columns[at] for at, word in enumerate(folded) if word in RANK["reports_to"]]
    ids = {at for at, word in enumerate(folded) if word in RANK["id"]}
    kinds: dict[int, str] = {}
    # From the end, so that a remark is known to stand below all people.
    is_below = True
    for row in reversed(_without_manager(managers, len(table.columns[0]))):
        cells = {at: column[row].strip() for at, column in enumerate(table.columns) if column[row]}
        cells = {at: cell for at, cell in cells.items() if cell}
        is_below = is_below and row + len(kinds) + 1 == len(table.columns[0])
        kind = _kind(cells) or (is_below and _is_remark(cells, ids, table) and FOOTER)
        if kind:
            kinds[row] = kind
    return _without_managers(kinds, table, managers)


def _without_managers(
    kinds: Mapping[int, str], table: Table, managers: Sequence[Cells]
) -> dict[int, str]:
    """Those of the rows that hold nobody who is named as a manager."""
    if not kinds:
        return {}
    manager_names = {cell.strip() for column in managers for cell in different(column)}
    return {
        row: kind
        for row, kind in kinds.items()
        if manager_names.isdisjoint(
            cell for column in table.columns if (cell := column[row].strip())
        )
    }


def _without_manager(managers: Sequence[Cells], size: int) -> list[int]:
    """The rows that name no manager; without such a column, the last rows."""
    if not managers:
        return [*range(max(size - _LAST, 0), size)]
    blank = {cell for cell in texts_of(managers[0]) if not cell or cell.isspace()}
    rows = rows_with(managers[0], blank)
    for column in managers[1:]:
        rows = [row for row in rows if not column[row].strip()]
    return rows if len(rows) <= _MOST_LOOKED_AT else rows[-_LAST:]


def _kind(cells: Mapping[int, str]) -> str:
    """What a row is whose first cell says it, beside numbers at most; "" for a row of the table."""
    if not cells:
        return ""
    first, *others = cells.values()
    if len(first) > _LONGEST or not all(map(_is_amount, others)):
        return ""
    if _RULER.fullmatch(first):
        return RULER
    if _TOTAL.fullmatch(first) or _COUNT.fullmatch(first):
        return TOTAL
    return FOOTER if _FOOTER.fullmatch(first) else ""


def _is_amount(cell: str) -> bool:
    patterns = (_NUMBER, _TOTAL, _FOOTER, _RULER)
    return len(cell) <= _LONGEST and any(pattern.fullmatch(cell) for pattern in patterns)


def _is_remark(cells: Mapping[int, str], ids: set[int], table: Table) -> bool:
    """Whether a row is one sentence, below a table of several columns."""
    if len(cells) != 1 or len(table.columns) < 3 or not ids:
        return False
    (text,) = cells.values()
    return len(text) <= _LONGEST * 10 and bool(_SENTENCE.match(text))


def left_out_findings(table: Table) -> Iterator[Finding]:
    """ORG013, once for each kind of row that is left out, at the first; not for lines of dashes."""
    kinds: dict[str, list[LeftOutRow]] = defaultdict(list)
    for row in table.left_out:
        if not _RULER.fullmatch(row.text.replace(", ", "")):
            kinds[row.kind].append(row)
    for kind, rows in kinds.items():
        advice = _ADVICE.get(kind, "")
        if kind == SHEET:
            more = f", nor are {len(rows) - 1:,} more" if len(rows) > 1 else ""
            message, advice = f"the sheet `{rows[0].text}` is not read{more}", _SHEET_HELP
        else:
            message = _left_out(kind, rows)
        yield Finding("ORG013", message, rows[0].place, help=advice)


def _left_out(kind: str, rows: Sequence[LeftOutRow]) -> str:
    singular, plural = (
        ("a row is", "rows are") if kind in _ROW_KINDS else ("a part is", "parts are")
    )
    count = f"{len(rows):,} {plural}" if len(rows) > 1 else singular
    text = f": `{rows[0].text}`" if rows[0].text else ""
    return f"{count} left out ({kind}){text} in {_lines([row.place.line for row in rows])}"


def _lines(lines: Sequence[int]) -> str:
    """Some lines in words: `lines 7, 19 and 31`, of many the first."""
    if len(lines) == 1:
        return f"line {lines[0]}"
    if len(lines) > _LINES_SHOWN:
        first_lines = ", ".join(map(str, lines[:_LINES_SHOWN]))
        return f"lines {first_lines} and {len(lines) - _LINES_SHOWN:,} more"
    return f"lines {joined(map(str, lines), 'and')}"
