"""Who reports to whom in a table: its columns of ids and managers, or what stands for them."""

from dataclasses import replace

from orgcli.model.findings.finding import Finding
from orgcli.read.tables.column import different, texts_of
from orgcli.read.tables.columns.content_choice import ids_by_content, managers_by_content
from orgcli.read.tables.columns.evidence import Evidence
from orgcli.read.tables.columns.line_columns import (
    LineColumns,
    choose_ids,
    choose_managers,
    names_units,
)
from orgcli.read.tables.columns.row_ids import with_ids
from orgcli.read.tables.grid import Fields, Table


def find_lines(
    table: Table, fields: Fields, mapped: frozenset[str], root: str
) -> tuple[Fields, list[Finding]]:
    """The fields with `reports_to` and `id`, where all others are known.

    mapped  the fields that the user named a column for
    root    the word, in small letters, that means nobody in the column of managers
    Where the structure of the file says the lines, only headings tell of other ones.
    """
    findings: list[Finding] = []
    lines = LineColumns(table, fields, Evidence(table), mapped, root)
    for step in _STEPS[:2] if table.parents else _STEPS:
        fields, new_findings = step(lines)
        findings += new_findings
        lines = replace(lines, fields=fields)
    fields = _with_titles(fields, table)
    if table.parents:
        return fields, findings
    if "id" not in fields.unresolved:
        fields, new_findings = with_ids(fields, table, root)
        findings += new_findings
    return fields, findings


_STEPS = (choose_managers, choose_ids, ids_by_content, managers_by_content)


def _with_titles(fields: Fields, table: Table) -> Fields:
    """Where the rows are units, and nothing else says what they are, their names are the titles."""
    units, line = fields.cells.get("department"), fields.column.get("reports_to")
    if units is None or line is None or "" in texts_of(units) or len(different(units)) < len(units):
        return fields
    is_of_units = "holder" not in fields.cells or names_units(table.headings[line])
    if not is_of_units or "title" in fields.cells or "role" in fields.cells:
        return fields
    column = fields.column["department"]
    return fields.without("department").assign("title", column, units)
