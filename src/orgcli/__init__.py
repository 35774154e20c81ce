"""Org design as code: compare roles, check reporting lines, draw org charts.

The same functions as the command line, typed:

    project = orgcli.read_project([Path("org.yaml")])
    verdict = orgcli.validate(project, orgcli.Settings())
    drawing = orgcli.draw(
        project.organisations[0], orgcli.role_titles(project), "pdf", paper=orgcli.Paper(page="a3")
    )
"""

__version__ = "0.1.0"
__all__ = (
    "Appearance",
    "Drawing",
    "Finding",
    "Organisation",
    "Paper",
    "Place",
    "Position",
    "Project",
    "Selection",
    "Settings",
    "Verdict",
    "draw",
    "read_photo",
    "read_project",
    "role_titles",
    "validate",
)

TYPE_CHECKING = False  # type checkers take it for true; importing typing costs more than all else
if TYPE_CHECKING:
    from orgcli.chart.asked import Appearance, Paper, Selection
    from orgcli.chart.draw import draw
    from orgcli.chart.drawing import Drawing
    from orgcli.check.run import check as validate
    from orgcli.model.finding import Finding, Place, Verdict
    from orgcli.model.organisation import Organisation, Position
    from orgcli.model.project import Project
    from orgcli.model.settings import Settings
    from orgcli.read.photos import read_photo
    from orgcli.read.project import read_project
    from orgcli.read.titles import role_titles

_HOMES = {
    "Appearance": "orgcli.chart.asked",
    "Paper": "orgcli.chart.asked",
    "Selection": "orgcli.chart.asked",
    "Drawing": "orgcli.chart.drawing",
    "draw": "orgcli.chart.draw",
    "validate": "orgcli.check.run:check",
    "Finding": "orgcli.model.finding",
    "Place": "orgcli.model.finding",
    "Verdict": "orgcli.model.finding",
    "Organisation": "orgcli.model.organisation",
    "Position": "orgcli.model.organisation",
    "Project": "orgcli.model.project",
    "Settings": "orgcli.model.settings",
    "read_photo": "orgcli.read.photos",
    "read_project": "orgcli.read.project",
    "role_titles": "orgcli.read.titles",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is asked for, so that `--version` stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module `orgcli` has no `{name}`")
    from importlib import import_module

    home, _, called = _HOMES[name].partition(":")
    return getattr(import_module(home), called or name)


def __dir__() -> list[str]:
    return sorted([*_HOMES, "__version__"])
