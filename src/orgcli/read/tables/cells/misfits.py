"""The findings about cells that do not fit the field which their heading means, ORG012."""

from collections.abc import Sequence
from dataclasses import dataclass

from orgcli.model.findings.finding import Finding, Related
from orgcli.model.organisation.position_fields import POSITION_FIELDS
from orgcli.model.text import quoted, shortened
from orgcli.read.tables.cells.column_cells import ColumnCells
from orgcli.read.tables.grid import Table

_DRAWN = frozenset({"status", "start", "end", "headcount", "assistant", "photo"})
"""The fields that change a chart even where no option shows them."""
_ELSEWHERE = frozenset({"assistant", "photo"})
"""Those of them whose headings also stand above something else: names, addresses of pictures."""
_UNREPORTED = frozenset({"role", "reports_to"})
"""Fields whose headings stand above something else as a rule: such a column is no loss."""
_EXPECTED = {
    "start": "a date",
    "end": "a date",
    "assistant": "yes or no",
    "photo": "an image file",
    "email": "an e-mail address",
    "url": "an address with `://`",
    "role": "a role of the library",
    "reports_to": "a manager",
}


@dataclass(frozen=True, slots=True)
class Misfit:
    """Cells of a column that do not fit a field, and whether the others are read as it."""

    name: str
    column: int
    read: ColumnCells

    @property
    def is_reported(self) -> bool:
        """Whether it is a finding: a few headings hold something else as a rule."""
        return self.read.is_field or self.name not in _UNREPORTED


def findings_of(misfit: Misfit, table: Table) -> list[Finding]:
    """ORG012 at the heading: once for dates of two readings, once for all other cells."""
    cells, ambiguous = table.columns[misfit.column], misfit.read.ambiguous
    unsure = [row for row in misfit.read.misfits if cells[row].strip() in ambiguous]
    others = [row for row in misfit.read.misfits if cells[row].strip() not in ambiguous]
    findings = []
    if others:
        findings.append(_other_cells(misfit, table, others))
    if unsure:
        findings.append(_two_readings(misfit, table, unsure))
    return findings


def reason_of(misfit: Misfit, table: Table) -> str:
    """Why a column is not the field that its heading means: `"Full-Time", row 2 and 170 more`."""
    rows = misfit.read.misfits
    cell, line = table.columns[misfit.column][rows[0]].strip(), _line(misfit, table, rows[0])
    more = f" and {len(rows) - 1:,} more" if len(rows) > 1 else ""
    return f'not read as {misfit.name}: "{shortened(cell)}", row {line}{more}'


def _other_cells(misfit: Misfit, table: Table, rows: Sequence[int]) -> Finding:
    name, heading = misfit.name, table.headings[misfit.column]
    listed = _listed(misfit, table, rows)
    verb = f"are not {_expected(name)}" if len(rows) > 1 else f"is not {_expected(name)}"
    if misfit.read.is_field:
        count = f"{len(rows):,} cells" if len(rows) > 1 else "one cell"
        message = f"`{heading}` is read as `{name}` but for {count}: {listed} {verb}"
        kept = "they are kept as attributes" if len(rows) > 1 else "it is kept as an attribute"
        advice = f"{_advice(name)}; {kept}"
    else:
        message = f"`{heading}` is not read as `{name}`: {listed} {verb}"
        advice = f"{_advice(name)}; the column is kept as an attribute"
    return _finding(misfit, table, rows[0], message, advice)


def _two_readings(misfit: Misfit, table: Table, rows: Sequence[int]) -> Finding:
    heading = table.headings[misfit.column]
    cell = table.columns[misfit.column][rows[0]].strip()
    first, second = misfit.read.ambiguous[cell]
    verb = "is partly read as" if misfit.read.is_field else "is not read as"
    more = f", and so can {len(rows) - 1:,} more" if len(rows) > 1 else ""
    message = (
        f"`{heading}` {verb} `{misfit.name}`: `{cell}` in line {_line(misfit, table, rows[0])} "
        f"can be {first} or {second}{more}"
    )
    advice = "say which with `--date-format day-first` or `--date-format month-first`"
    return _finding(misfit, table, rows[0], message, advice)


def _finding(misfit: Misfit, table: Table, row: int, message: str, advice: str) -> Finding:
    cell = table.cell(row, misfit.column)
    is_minor = misfit.name not in _DRAWN or (misfit.name in _ELSEWHERE and not misfit.read.is_field)
    return Finding(
        "ORG012",
        message,
        table.places.heading(misfit.column, row),
        help=advice,
        related=(Related(cell, "this cell is the first"),),
        is_minor=is_minor,
    )


def _listed(misfit: Misfit, table: Table, rows: Sequence[int]) -> str:
    cell = table.columns[misfit.column][rows[0]].strip()
    more = f" and {len(rows) - 1:,} more" if len(rows) > 1 else ""
    return f"`{shortened(cell)}` in line {_line(misfit, table, rows[0])}{more}"


def _line(misfit: Misfit, table: Table, row: int) -> int:
    return table.cell(row, misfit.column).line


def _expected(name: str) -> str:
    field = POSITION_FIELDS[name]
    if name in _EXPECTED:
        return _EXPECTED[name]
    if field.choices:
        return f"a {name}" if name == "status" else quoted(field.choices)
    kind = "a whole number" if field.kind is int else "a number"
    return f"{kind} from {int(field.least)} to {int(field.most):,}"


def _advice(name: str) -> str:
    field = POSITION_FIELDS[name]
    if name in ("start", "end"):
        return "write dates as 2027-01-31"
    if name == "photo":
        return "a photo is a .jpg, .png or .webp file beside the table"
    if field.choices:
        return f"write {quoted(field.choices)}"
    return f"write {_expected(name)}"
