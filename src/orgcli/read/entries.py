"""What every format hands over: position entries by field name, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from orgcli.model.findings.finding import Finding, Place
from orgcli.model.organisation.position import Position
from orgcli.read.syntax.document import Value

if TYPE_CHECKING:
    from orgcli.model.table_reading import TableReading
    from orgcli.model.table_settings import TableSettings


def _nowhere(*_: object) -> Place:
    return Place("")


@dataclass(frozen=True, slots=True)
class Entries:
    """Position entries of one file, not validated yet.

    records    one mapping per entry, in file order; keys are fields of Position
    place      place(i) is entry `i`, place(i, "reports_to") the value of that field,
               place(i, "dotted_lines", 0) goes deeper; falls back to what encloses it
    key_place  the same for the key (or column heading) of the last field
    findings   what was wrong with the file itself
    headings   what its columns are called, for a table
    positions  what the records are, validated already; None where they are still to be
    top_word   what the format writes instead of a manager at the top; "" for nothing
    reading    which columns of a table became which fields
    title      the name of the organisation that a table is of
    """

    records: Sequence[dict[str, Value]]
    place: Callable[..., Place] = _nowhere
    key_place: Callable[..., Place] = _nowhere
    findings: Sequence[Finding] = ()
    headings: Sequence[str] = ()
    positions: Sequence[Position] | None = None
    top_word: str = ""
    reading: TableReading | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class TableOptions:
    """How to read the columns of a table (CSV, spreadsheet, or a list of records).

    columns      field name -> heading, from `--map field=Heading`; wins over recognition
    root_token   a word in the manager column that means "reports to nobody", any case
    source       what `--from` says wrote the table, where its columns mean more than they say
    encoding     of a text that is not UTF-8, by the name Python gives it; None to recognise it
    delimiter    the character between the cells of a line; None to recognise it
    sheet        the name of the sheet of a spreadsheet; None for the one that names fields
    date_format  the order of day, month and year in dates: one of DATE_FORMATS; None to infer it
    skip         how many lines stand above the headings; None to find the headings
    title        the name of the organisation in the table; None where the file gives it none
    """

    columns: tuple[tuple[str, str], ...] = ()
    root_token: str | None = None
    source: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    date_format: str | None = None
    skip: int | None = None
    title: str | None = None

    def over(self, others: TableOptions) -> TableOptions:
        """These options, and those of others where these say nothing; columns field by field."""
        values: dict[str, Any] = {}
        for option in fields(self):
            mine = getattr(self, option.name)
            values[option.name] = getattr(others, option.name) if mine is None else mine
        own = {_plain(field) for field, _ in self.columns}
        more = (pair for pair in others.columns if _plain(pair[0]) not in own)
        return TableOptions(**{**values, "columns": (*self.columns, *more)})


def _plain(field: str) -> str:
    return field.removeprefix("contact.")


def options_from(settings: TableSettings) -> TableOptions:
    """The options that a configuration or an organisation file says."""
    values: dict[str, Any] = {
        field.name: getattr(settings, field.name, None) for field in fields(TableOptions)
    }
    return TableOptions(**{**values, "columns": tuple(settings.map.items())})


DATE_FORMATS = ("day-first", "month-first", "year-first")
"""What `--date-format` takes."""
