"""Org design as code: compare roles, check reporting lines, draw org charts.

The same functions as the command line, typed:

    project = orgcli.read(["org.yaml"], config="orgcli.toml")
    verdict = orgcli.validate(project, orgcli.read_settings("orgcli.toml"))
    request = orgcli.ChartRequest(format="pdf", page="a3")
    drawing = orgcli.draw(project.organisations[0], orgcli.role_titles(project), request)
    project = orgcli.read("people.csv", options=orgcli.TableOptions(root_token="XX"))
    project.tables[0].sources  # field -> heading
    changes = orgcli.diff(before.organisations[0], project.organisations[0])
    figures = orgcli.stats(project.organisations[0], orgcli.FigureRules(by=("department",)))
    project = orgcli.planned_project(project, project.plans[0])
    details = orgcli.show(project.organisations[0], "cro")
    exported = orgcli.export(project, orgcli.ExportRequest(format="xlsx"))
    document = orgcli.render(orgcli.compare(["cso", "cro"]), "docx")
    advice = orgcli.advise(project.organisations[0])
"""

__version__ = "0.1.0"
__all__ = (
    "Changes",
    "ChartRequest",
    "Comparison",
    "ComparisonRules",
    "ConfigError",
    "Drawing",
    "ExportRequest",
    "Exported",
    "FigureError",
    "FigureRules",
    "Finding",
    "NoSuchRole",
    "Organisation",
    "OrganisationFigures",
    "Place",
    "PlanError",
    "PlanFile",
    "Position",
    "PositionDetails",
    "Project",
    "Recommendation",
    "RequestError",
    "ResultError",
    "RoleAnswer",
    "Settings",
    "TableOptions",
    "UnknownPosition",
    "Unreadable",
    "Verdict",
    "advise",
    "compare",
    "diff",
    "draw",
    "export",
    "planned_project",
    "read",
    "read_photo",
    "read_project",
    "read_settings",
    "render",
    "role_titles",
    "show",
    "stats",
    "validate",
)

TYPE_CHECKING = False  # type checkers take it for true; importing typing costs more than all else
if TYPE_CHECKING:
    from types import ModuleType

    from orgcli.advise.recommendation import Recommendation
    from orgcli.api.advice import advise
    from orgcli.api.chart import draw
    from orgcli.api.export import export
    from orgcli.api.reading import read, read_settings
    from orgcli.api.rendering import render
    from orgcli.api.roles import compare
    from orgcli.changes.changes import Changes
    from orgcli.changes.organisation_changes import ComparisonRules
    from orgcli.changes.organisation_changes import organisation_changes as diff
    from orgcli.chart.drawing import Drawing
    from orgcli.check.run import check as validate
    from orgcli.compare.answer.answer import RoleAnswer
    from orgcli.compare.comparison.comparison import Comparison
    from orgcli.exchange.export import Exported
    from orgcli.figures.figures import FigureError, OrganisationFigures
    from orgcli.figures.organisation_figures import organisation_figures as stats
    from orgcli.figures.position.position_details import PositionDetails
    from orgcli.figures.position.position_details import position_details as show
    from orgcli.figures.rules import FigureRules
    from orgcli.model.findings.finding import Finding, Place, Verdict
    from orgcli.model.organisation.organisation import Organisation
    from orgcli.model.organisation.plan import PlanFile
    from orgcli.model.organisation.position import Position
    from orgcli.model.organisation.position_choice import UnknownPosition
    from orgcli.model.project import Project, role_titles
    from orgcli.model.request.chart_request import ChartRequest
    from orgcli.model.request.export_request import ExportRequest
    from orgcli.model.request.flag import RequestError
    from orgcli.model.settings import Settings
    from orgcli.plans.plan_outcome import PlanError, planned_project
    from orgcli.read.config import ConfigError
    from orgcli.read.entries import TableOptions
    from orgcli.read.organisation.photos import read_photo
    from orgcli.read.organisation.project import read_project
    from orgcli.read.roles.role_selection import NoSuchRole
    from orgcli.read.syntax.decoding import Unreadable
    from orgcli.render.view import ResultError
else:
    import sys

    ModuleType = type(sys)

_HOMES = {
    "ChartRequest": "orgcli.model.request.chart_request",
    "Changes": "orgcli.changes.changes",
    "ComparisonRules": "orgcli.changes.organisation_changes",
    "diff": "orgcli.changes.organisation_changes:organisation_changes",
    "FigureError": "orgcli.figures.figures",
    "FigureRules": "orgcli.figures.rules",
    "OrganisationFigures": "orgcli.figures.figures",
    "PositionDetails": "orgcli.figures.position.position_details",
    "UnknownPosition": "orgcli.model.organisation.position_choice",
    "show": "orgcli.figures.position.position_details:position_details",
    "stats": "orgcli.figures.organisation_figures:organisation_figures",
    "RequestError": "orgcli.model.request.flag",
    "Drawing": "orgcli.chart.drawing",
    "draw": "orgcli.api.chart",
    "read": "orgcli.api.reading",
    "read_settings": "orgcli.api.reading",
    "compare": "orgcli.api.roles",
    "advise": "orgcli.api.advice",
    "export": "orgcli.api.export",
    "render": "orgcli.api.rendering",
    "RoleAnswer": "orgcli.compare.answer.answer",
    "Comparison": "orgcli.compare.comparison.comparison",
    "Recommendation": "orgcli.advise.recommendation",
    "ExportRequest": "orgcli.model.request.export_request",
    "Exported": "orgcli.exchange.export",
    "ConfigError": "orgcli.read.config",
    "Unreadable": "orgcli.read.syntax.decoding",
    "NoSuchRole": "orgcli.read.roles.role_selection",
    "ResultError": "orgcli.render.view",
    "PlanError": "orgcli.plans.plan_outcome",
    "PlanFile": "orgcli.model.organisation.plan",
    "planned_project": "orgcli.plans.plan_outcome",
    "validate": "orgcli.check.run:check",
    "Finding": "orgcli.model.findings.finding",
    "Place": "orgcli.model.findings.finding",
    "Verdict": "orgcli.model.findings.finding",
    "Organisation": "orgcli.model.organisation.organisation",
    "Position": "orgcli.model.organisation.position",
    "Project": "orgcli.model.project",
    "Settings": "orgcli.model.settings",
    "TableOptions": "orgcli.read.entries",
    "read_photo": "orgcli.read.organisation.photos",
    "read_project": "orgcli.read.organisation.project",
    "role_titles": "orgcli.model.project",
}


class _Package(ModuleType):
    """The package; `compare` and others of its functions are called as folders of it are.

    Whoever imports a module of such a folder has Python set the folder as an attribute of the
    package, where it would hide the function. It is found all the same: imports look elsewhere.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, so that `--version` stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module `orgcli` has no `{name}`")
    from importlib import import_module

    home, _, called = _HOMES[name].partition(":")
    return getattr(import_module(home), called or name)


def __dir__() -> list[str]:
    return sorted([*_HOMES, "__version__"])


if not TYPE_CHECKING:
    sys.modules[__name__].__class__ = _Package
