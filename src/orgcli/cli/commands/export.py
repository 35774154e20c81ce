"""`orgcli export`: read an organisation, and write it in the format of another program."""

from __future__ import annotations

from dataclasses import replace

from orgcli.cli.export.export_run import (
    organisation_of,
    requested,
    requested_job,
    write_export,
)
from orgcli.cli.export.request import ExportTarget
from orgcli.cli.inputs import configuration
from orgcli.cli.language import open_session
from orgcli.cli.options import Arguments, takes
from orgcli.cli.plan.plan_reading import read_planned
from orgcli.cli.plan.request import PlanInputs
from orgcli.model.request.day import date_of
from orgcli.model.request.export_request import ExportRequest


@takes(ExportTarget, ExportRequest, PlanInputs)
def export(arguments: Arguments) -> None:
    """Write an organisation for other programs.

    \b
    orgcli export org.yaml -o people.csv
    orgcli export people.xlsx -f json --fields id,title,manager_name | jq .
    orgcli export org.yaml -o org.xlsx --filter department=Sales
    orgcli export org.yaml --split department -o org/
    orgcli export org.yaml -f ldif --as-of 2027-01-01

    What a format cannot hold is said on stderr. Exit codes: 0; 1 if files could not be read;
    2 if orgcli could not run; 3 if there is nothing to read.
    """
    target, inputs = arguments.request(ExportTarget), arguments.request(PlanInputs)
    session = open_session(target.lang)
    request = replace(arguments.request(ExportRequest), language=session.words.tag)
    request = requested(request, target.output)
    project, config, plan = read_planned(inputs, configuration(inputs), date_of(request.as_of))
    job = requested_job(project, organisation_of(project), request, plan is not None)
    read = [*project.files, *([str(config.file)] if config.file else [])]
    write_export(job, str(request.format), target.output, read)
    session.list_findings(project.unreadable)
    if project.unreadable:
        raise SystemExit(1)
