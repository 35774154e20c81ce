"""The job description of a role, for a position of an organisation where one is named."""

from __future__ import annotations

from orgcli.cli.files.results import write_value
from orgcli.cli.inputs import Inputs
from orgcli.cli.language import Session
from orgcli.cli.output import chosen_format, fail
from orgcli.cli.project import read_inputs
from orgcli.cli.roles.request import RoleRequest
from orgcli.cli.roles.selection import narrowed, read_roles
from orgcli.cli.roles.sources import refuse_source
from orgcli.compare.job_description.formats import JOB_FORMATS
from orgcli.compare.job_description.job_description import JobSeat, job_description
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import Position
from orgcli.model.organisation.position_choice import UnknownPosition, position_called
from orgcli.model.organisation.snapshot import snapshot
from orgcli.model.project import role_titles


def write_job_description(word: str, request: RoleRequest, session: Session) -> None:
    """Read the role and the seat, and write; leaves with exit code 2 where one is not to be had."""
    chosen = chosen_format(request.format, request.output, JOB_FORMATS)
    if (request.with_org is None) != (request.position is None):
        fail("--with and --position belong together", "--with org.yaml --position cro")
    selection = read_roles([word], session)
    refuse_source(request.output, session, selection)
    seat = None
    if request.with_org is not None and request.position is not None:
        seat = _seat(request.with_org, request.position, session)
    job = job_description(narrowed(selection, session, full=True, facets=None), seat)
    page = session.view(request, request.sources)
    write_value(JOB_FORMATS, chosen, job, page, request.output)


def _seat(path: str, word: str, session: Session) -> JobSeat:
    """The facts on a position of an organisation that a job description has room for."""
    project, _ = read_inputs(Inputs(paths=(path,)))
    titles = role_titles(project, session.words.tag)
    errors: list[UnknownPosition] = []
    seats: list[JobSeat] = []
    for whole in project.organisations:
        organisation = snapshot(whole).organisation
        try:
            at = position_called(word, organisation, whole, titles)
        except UnknownPosition as error:
            errors.append(error)
        else:
            seats.append(_seat_of(organisation, at, titles))
    if not seats:
        message = f"--position: {errors[0]}" if errors else f"`{path}` has no positions"
        fail(message, errors[0].help if errors else "")
    return seats[0]


def _seat_of(organisation: Organisation, at: int, titles: Titles) -> JobSeat:
    position, manager = organisation.positions[at], organisation.lines.manager[at]
    reports = [
        report
        for report, above in zip(organisation.positions, organisation.lines.manager, strict=True)
        if above == at and report is not position
    ]
    return JobSeat(
        organisation.name or "",
        titles.of(position),
        position.location or "",
        " / ".join(position.holder),
        _called(organisation.positions[manager], titles) if manager >= 0 else "",
        tuple(_called(report, titles) for report in reports),
    )


def _called(position: Position, titles: Titles) -> str:
    """A position by its title and its holders, else by its id."""
    title, holder = titles.of(position), " / ".join(position.holder)
    return f"{title} ({holder})" if title and holder else title or holder or position.id
