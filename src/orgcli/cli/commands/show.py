"""`orgcli show`: one position, with all its fields, and the positions around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from orgcli.cli.inputs import Inputs
from orgcli.cli.language import open_session
from orgcli.cli.options import Arguments, ResultRequest, format_flag, takes
from orgcli.cli.output import chosen_format, made_of_each, write_result
from orgcli.cli.project import fail_without_input, read_inputs
from orgcli.figures.position.formats import POSITION_FORMATS
from orgcli.figures.position.position_details import PositionDetails, position_details
from orgcli.figures.position.position_report import PositionReport
from orgcli.language.tags import speak_of_figures
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.project import role_titles
from orgcli.model.request.flag import Flag
from orgcli.read.revisions.line_history import line_history


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ShowRequest(ResultRequest):
    """How a position is shown."""

    format: Annotated[
        str | None, format_flag("orgcli.figures.position.formats:POSITION_FORMATS", "text")
    ] = None


_WORDS = Flag(
    "Id, holder or title of a position; then files, folders, or - for stdin.",
    "POSITION [PATHS]",
    argument=True,
    required=True,
)


@takes(ShowRequest, Inputs, words=_WORDS)
def show(arguments: Arguments) -> None:
    """Show one position: who it reports to, who reports to it, where it is written since when.

    \b
    orgcli show cro
    orgcli show "Keiko Eriksen" org.yaml
    orgcli show cro org.yaml -f json

    Exit codes: 0; 1 if files could not be read; 2 if orgcli could not run, or there is no such
    position; 3 if there is nothing to read.
    """
    request, inputs = arguments.request(ShowRequest), arguments.request(Inputs)
    word, *paths = inputs.paths
    session = open_session(request.lang)
    chosen = chosen_format(request.format, request.output, POSITION_FORMATS)
    project, _ = read_inputs(replace(inputs, paths=tuple(paths)))
    organisations = [
        organisation for organisation in project.organisations if organisation.positions
    ]
    if not organisations:
        session.list_findings(project.unreadable)
        fail_without_input()
    session.refuse_input(request.output, project.files)
    titles = role_titles(project, session.words.tag)
    details = made_of_each(organisations, lambda organisation: _details(word, organisation, titles))
    report = PositionReport(details, speak_of_figures(session.words.tag))
    write_result(POSITION_FORMATS[chosen](report, session.view(request)), request.output)
    session.list_findings(project.unreadable)
    if project.unreadable:
        raise SystemExit(1)


def _details(word: str, organisation: Organisation, titles: Titles) -> PositionDetails:
    details = position_details(organisation, word, titles)
    place = details.place
    if place.cell or not place.line:
        return details
    history = line_history(Path(place.file), details.first, details.last, place.line)
    return replace(details, history=history)
