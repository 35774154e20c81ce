"""`orgcli columns`: which column of a table became which field, and what was not read."""

from __future__ import annotations

import typer

from orgcli.cli.columns.formats import COLUMN_FORMATS
from orgcli.cli.columns.request import ColumnsRequest
from orgcli.cli.console import page_width, wants_color_in
from orgcli.cli.inputs import Inputs
from orgcli.cli.options import Given, takes
from orgcli.cli.output import chosen_format, note, refuse_input, write_result
from orgcli.cli.project import NO_INPUT, read_inputs
from orgcli.render.view import Page


@takes(ColumnsRequest, Inputs)
def columns(given: Given) -> None:
    """Show what is read of tables: the field of each column, and what is left.

    \b
    orgcli columns people.csv
    orgcli columns people.csv --map title="Business title"
    orgcli columns people.xlsx -o columns.md

    Formats: table, markdown, json.
    """
    request, inputs = given.request(ColumnsRequest), given.request(Inputs)
    chosen = chosen_format(request.format, request.output, COLUMN_FORMATS)
    project, config = read_inputs(inputs)
    refuse_input(request.output, [*project.files, *([str(config.file)] if config.file else [])])
    if not project.tables:
        note("orgcli: there is no table here")
        note("  help: name one, as in `orgcli columns people.csv`; `orgcli validate` says more")
        raise typer.Exit(NO_INPUT)
    page = Page(page_width(request.output), wants_color_in(request.color, request.output))
    write_result(COLUMN_FORMATS[chosen](project.tables, page), request.output)
