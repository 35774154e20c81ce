"""Two states of a team, with each kind of change, and the report of what changes between states."""

from dataclasses import replace

from changes.edited_organisations import organisation
from orgcli.changes.organisation_changes import organisation_changes
from orgcli.changes.report import ChangeReport, OrganisationChanges, SideLabel
from orgcli.changes.sides import AS_WRITTEN
from orgcli.model.organisation.position import DottedLine, Position

BEFORE = [
    Position("ceo", "CEO", holder=("Ann Berg",)),
    Position("cto", "CTO", holder=("Bo Chen",), reports_to="ceo"),
    Position("cro", "CRO", holder=("Cy Diaz",), reports_to="ceo"),
    Position("lead", "Lead", holder=("Di Eck",), reports_to="cto"),
    Position("eng", "Engineer", holder=("Ed Fay",), reports_to="lead"),
    Position("ae", "AE", holder=("Flo Graf",), reports_to="cro"),
    Position("sdr", "SDR", holder=("Gus Hunt",), reports_to="cro"),
    Position("same", "Analyst", holder=("Hal Ito",), reports_to="cro"),
]
AFTER = [
    *BEFORE[:3],
    replace(BEFORE[3], reports_to="cro"),
    replace(BEFORE[4], title="Senior Engineer"),
    replace(BEFORE[6], holder=("Ida Jung",), dotted_lines=(DottedLine("cto", "tools"),)),
    BEFORE[7],
    Position("new", "Designer", holder=("Jo Koch",), reports_to="cto"),
]


def report_of(
    before: list[Position], after: list[Position], context: int | None = None, named: bool = True
) -> ChangeReport:
    sides = organisation(before), organisation(after)
    changes = organisation_changes(*sides)
    one = OrganisationChanges("Acme", changes, sides=sides, views=(AS_WRITTEN, AS_WRITTEN))
    return ChangeReport(SideLabel("a"), SideLabel("b"), (one,), context=context, named=named)
