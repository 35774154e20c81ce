"""`orgcli stats`: read organisations, and write the figures of their size and shape."""

from __future__ import annotations

from orgcli.cli.files.results import write_value
from orgcli.cli.language import open_session
from orgcli.cli.options import Arguments, takes
from orgcli.cli.output import chosen_format
from orgcli.cli.plan.request import PlanInputs
from orgcli.cli.project import fail_without_input
from orgcli.cli.stats.request import StatsRequest
from orgcli.cli.stats.stats_run import figure_report
from orgcli.figures.formats import FORMATS


@takes(StatsRequest, PlanInputs)
def stats(arguments: Arguments) -> None:
    """Count seats, people, spans of control and layers.

    \b
    orgcli stats org.yaml
    orgcli stats org.yaml --over 8                        who has more than 8 direct reports
    orgcli stats people.csv --by department --by location -o heads.xlsx
    orgcli stats org.yaml --against v1 --by department    before, after, net
    orgcli stats org.yaml --plan q3 --against .           what the plan changes
    orgcli stats org.yaml --as-of 2027-01-01 --root cro
    orgcli stats org.yaml --plot layers --plot open -o shape.svg

    Exit codes: 0; 1 if files could not be read; 2 if orgcli could not run; 3 if there is
    nothing to read.
    """
    request, inputs = arguments.request(StatsRequest), arguments.request(PlanInputs)
    session = open_session(request.lang)
    chosen = chosen_format(request.format, request.output, FORMATS)
    report, project = figure_report(inputs, request, chosen, session.words.tag)
    broken = project.unreadable
    if not report.organisations:
        session.list_findings(broken)
        fail_without_input()
    session.refuse_input(request.output, project.files)
    write_value(FORMATS, chosen, report, session.view(request), request.output)
    session.list_findings(broken)
    if broken:
        raise SystemExit(1)
