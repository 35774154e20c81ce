"""`--dry-run`: what an edit would change in the files, and in the organisation."""

from __future__ import annotations

from orgcli.changes.formats import FORMATS
from orgcli.cli.diff.diff_run import compared
from orgcli.cli.diff.request import DiffRequest
from orgcli.cli.diff.side_choice import SideChoice, SideSource
from orgcli.cli.diff.side_reading import SideProject
from orgcli.cli.edit.request import EditRequest
from orgcli.cli.edit.results import EditedFiles
from orgcli.cli.files.text_files import difference
from orgcli.cli.language import open_session
from orgcli.cli.options import ResultRequest
from orgcli.cli.output import write_result
from orgcli.language.tags import speak_of_changes
from orgcli.model.project import role_titles


def show_preview(files: EditedFiles, request: EditRequest) -> None:
    """Print the files as a unified diff, a line between, and the changes as `orgcli diff` does."""
    session = open_session(request.lang)
    language = session.words.tag
    sides = tuple(
        SideProject(project, files.config, role_titles(project, language))
        for project in (files.before, files.after)
    )
    rename = tuple(f"{old}={new}" for old, new in files.changes.renamed.items())
    words = speak_of_changes(language)
    choice = SideChoice(SideSource(words.before), SideSource(words.after))
    report = compared(choice, (sides[0], sides[1]), DiffRequest(rename=rename), words)
    page = session.view(ResultRequest(color=request.color))
    text = FORMATS["text"](report, page)
    assert isinstance(text, str)
    lines = [line for file, pair in files.texts.items() for line in difference(file, *pair)]
    write_result("".join(lines) + "\n" + text, None)
