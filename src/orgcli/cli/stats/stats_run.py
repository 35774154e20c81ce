"""One run of `orgcli stats`: organisations are read, counted, and set beside an earlier state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from orgcli.cli.diff.side_choice import side_before
from orgcli.cli.diff.side_reading import read_side
from orgcli.cli.inputs import Inputs, configuration
from orgcli.cli.output import made_of_each
from orgcli.cli.plan.plan_reading import read_planned
from orgcli.cli.stats.request import StatsRequest
from orgcli.figures.figures import OrganisationFigures, SortBy
from orgcli.figures.organisation_figures import organisation_figures
from orgcli.figures.report import PLOTS, FigureReport
from orgcli.figures.rules import FigureRules
from orgcli.language.tags import speak_of_changes, speak_of_figures
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.project import Project, role_titles
from orgcli.model.request.day import date_of

if TYPE_CHECKING:
    from orgcli.model.roles.yardsticks import Yardsticks

_USUAL_PLOTS = ("span",)
_WHOLE = frozenset({"csv", "json"})
"""Formats that show the requested figures alone."""
_MOST_DEPARTMENTS = 30
"""Departments that an overview lists; more are listed with `--by department`."""


def figure_rules(request: StatsRequest, project: Project, language: str) -> FigureRules:
    """How organisations are counted, by the request."""
    return FigureRules(
        by=request.by,
        subdepartments=request.subdepartments,
        root=request.root,
        day=date_of(request.as_of),
        sums=request.sum,
        sort=cast("SortBy | None", request.sort),
        titles=_titles(project, request, language),
        levels=_role_levels(project) if "level" in request.by else {},
    )


def _titles(project: Project, request: StatsRequest, language: str) -> Titles:
    """What roles are called: all where they are groups, else those that stand for titles."""
    if "role" not in request.by:
        return role_titles(project, language)
    roles = {
        position.role
        for organisation in project.organisations
        for position in organisation.positions
    } - {None}
    return Titles({role: project.title(role, language) for role in sorted(filter(None, roles))})


def _role_levels(project: Project) -> Mapping[str, int]:
    """The levels that roles of the user's own state; places of built-in ones are no levels."""
    levels: dict[str, int] = {}
    for role in project.own:
        ranks = [
            statement.rank
            for statement in project.statements(role, "level")
            if statement.rank is not None
        ]
        if ranks:
            levels[role] = ranks[0]
    return levels


def figure_report(
    inputs: Inputs, request: StatsRequest, format: str, language: str
) -> tuple[FigureReport, Project]:
    """What is written, and what it was read from."""
    project, _, _ = read_planned(inputs, configuration(inputs), date_of(request.as_of))
    organisations = [
        organisation for organisation in project.organisations if organisation.positions
    ]
    overview = _is_overview(request) and format not in _WHOLE
    if overview and _has_few_departments(organisations):
        request = replace(request, by=("department",))
    rules = figure_rules(request, project, language)
    figures = made_of_each(
        organisations, lambda organisation: organisation_figures(organisation, rules)
    )
    before: list[OrganisationFigures | None] = []
    sides = ("", "")
    if request.against is not None:
        before, sides = _earlier(inputs, request, language, figures)
    report = FigureReport(
        figures,
        speak_of_figures(language),
        before,
        sides,
        request.by,
        tuple(
            plot for plot in PLOTS if plot in (request.plot or (_USUAL_PLOTS if overview else ()))
        ),
        request.top,
        request.over,
        request.define,
        _yardsticks(language) if request.sources else None,
        overview,
    )
    return report, project


def _yardsticks(language: str) -> Yardsticks:
    from orgcli.read.roles.yardsticks import read_yardsticks  # only for `--sources`

    return read_yardsticks(language)


def _is_overview(request: StatsRequest) -> bool:
    """Whether the request names no table and no plot."""
    choices = (request.by, request.plot, request.sum, request.over, request.against)
    return all(choice in (None, ()) for choice in choices)


def _has_few_departments(organisations: Sequence[Organisation]) -> bool:
    departments = {
        position.department for organisation in organisations for position in organisation.positions
    } - {None}
    return 1 < len(departments) <= _MOST_DEPARTMENTS


def _earlier(
    inputs: Inputs, request: StatsRequest, language: str, figures: Sequence[OrganisationFigures]
) -> tuple[list[OrganisationFigures | None], tuple[str, str]]:
    """The earlier state of each organisation, by its name or as the only one; and their names."""
    choice = side_before(request.against or "", inputs.paths)
    side = read_side(choice.before, inputs, choice.repository, language, with_findings=False)
    rules = figure_rules(request, side.project, language)
    organisations = [
        organisation for organisation in side.project.organisations if organisation.positions
    ]
    earlier_figures = made_of_each(
        organisations, lambda organisation: organisation_figures(organisation, rules)
    )
    by_name = {earlier.name: earlier for earlier in earlier_figures}
    if len(earlier_figures) == len(figures) == 1:
        pairs: list[OrganisationFigures | None] = [earlier_figures[0]]
    else:
        pairs = [by_name.get(figure.name) for figure in figures]
    working_tree = speak_of_changes(language).working_tree
    return pairs, (choice.before.label or working_tree, _label(inputs, working_tree))


def _label(inputs: Inputs, working_tree: str) -> str:
    """What the later state is called: its plan, else its one path."""
    if inputs.plan is not None:
        return inputs.plan
    return inputs.paths[0] if len(inputs.paths) == 1 else working_tree
