"""`orgcli import`: read what another program wrote, and write it as YAML."""

from __future__ import annotations

from dataclasses import replace

from orgcli.check.run import check
from orgcli.cli.columns.notes import note_tables
from orgcli.cli.export.export_run import (
    organisation_of,
    requested,
    requested_job,
    write_export,
)
from orgcli.cli.export.request import ImportRequest
from orgcli.cli.inputs import Inputs
from orgcli.cli.options import Arguments, takes
from orgcli.cli.output import note
from orgcli.cli.project import known_rules_only, read_inputs
from orgcli.cli.validate.run import failing_levels, unsuppressed
from orgcli.model.findings.finding import Verdict
from orgcli.model.request.export_request import ExportRequest
from orgcli.report.formats import FORMATS
from orgcli.report.rendering import Rendering

_SHOWN = 20
"""Findings that are listed; `orgcli validate` lists all."""


@takes(ImportRequest, Inputs)
def import_(arguments: Arguments) -> None:
    """Write a table, a directory or a drawing as an organisation in YAML.

    \b
    orgcli import people.csv -o org.yaml
    orgcli import export.xlsx --name "Northwind" --split department -o org/
    orgcli import people.csv --map reports_to="Line manager" -o org.yaml

    What was read, and what is wrong with it, is said on stderr. Exit codes: 0; 1 if there are
    errors; 2 if orgcli could not run; 3 if there is nothing to read.
    """
    request, inputs = arguments.request(ImportRequest), arguments.request(Inputs)
    export_request = requested(ExportRequest(format="yaml", split=request.split), request.output)
    project, config = read_inputs(inputs)
    with known_rules_only(config):
        verdict = unsuppressed(check(project, config.settings))
    failing = failing_levels(config.settings.fail_on)
    organisation = organisation_of(project)
    if request.name is not None:
        organisation = replace(organisation, name=request.name)
    job = requested_job(project, organisation, export_request)
    if request.name is not None:
        job = replace(job, source_text=None)
    read = [*project.files, *([str(config.file)] if config.file else [])]
    write_export(job, str(export_request.format), request.output, read)
    note_tables(project.tables, inputs, request.show_columns)
    _list_findings(verdict)
    if any(finding.level in failing for finding in verdict.findings):
        raise SystemExit(1)


def _list_findings(verdict: Verdict) -> None:
    """The findings, each on a line, and how many there are."""
    if verdict.findings:
        for line in FORMATS["concise"].write(verdict, Rendering(max_findings=_SHOWN)).splitlines():
            note(line)
