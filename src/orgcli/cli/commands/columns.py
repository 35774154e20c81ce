"""`orgcli columns`: which column of a table became which field, and what was not read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from orgcli.cli.columns.formats import COLUMN_FORMATS
from orgcli.cli.columns.request import ColumnsRequest
from orgcli.cli.console import page_width, wants_color_in
from orgcli.cli.inputs import Inputs
from orgcli.cli.options import Arguments, takes
from orgcli.cli.output import chosen_format, note, refuse_input, write_result
from orgcli.cli.project import NO_INPUT, read_inputs
from orgcli.render.sentences import counted
from orgcli.render.view import Page

if TYPE_CHECKING:
    from orgcli.model.project import Project

_FAULTS = frozenset({"ORG001", "ORG002", "ORG005", "ORG006", "ORG007", "ORG009"})
"""Findings about a file as a whole, or about its headings."""
_SHOWN = 10


@takes(ColumnsRequest, Inputs)
def columns(arguments: Arguments) -> None:
    """Show what is read of tables: the field of each column, and what is left.

    \b
    orgcli columns people.csv
    orgcli columns people.csv --map title="Business title"
    orgcli columns people.xlsx -o columns.md

    Formats: table, markdown, json.
    """
    request, inputs = arguments.request(ColumnsRequest), arguments.request(Inputs)
    chosen = chosen_format(request.format, request.output, COLUMN_FORMATS)
    project, config = read_inputs(inputs)
    refuse_input(request.output, [*project.files, *([str(config.file)] if config.file else [])])
    _list_faults(project)
    if not project.tables:
        _refuse_without_tables(project, inputs)
    page = Page(page_width(request.output), wants_color_in(request.color, request.output))
    write_result(COLUMN_FORMATS[chosen](project.tables, page), request.output)


def _list_faults(project: Project) -> None:
    """Notes on why a table, or a column named by the user, cannot be read."""
    faults = [finding for finding in project.findings if finding.code in _FAULTS]
    for finding in faults[:_SHOWN]:
        help = f" ({finding.help})" if finding.help else ""
        note(f"{finding.place}: error[{finding.code}] {finding.message}{help}")
    if len(faults) > _SHOWN:
        note(f"and {counted(len(faults) - _SHOWN, 'more error')}; orgcli validate lists them")


def _refuse_without_tables(project: Project, inputs: Inputs) -> NoReturn:
    """Leave with exit code 3, or 1 where a table could not be read."""
    note("orgcli: there is no table here that can be read")
    if inputs.source:
        note(f"  help: the columns of `--from {inputs.source}` are fixed: docs/tables.md")
    else:
        note("  help: name one: orgcli columns people.csv")
    raise SystemExit(
        1 if any(finding.code in _FAULTS for finding in project.findings) else NO_INPUT
    )
