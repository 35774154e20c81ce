"""`orgcli diff`: read two states of an organisation, and write the changes between them."""

from __future__ import annotations

from orgcli.changes.report import ChangeReport
from orgcli.cli.diff.diff_run import Sides, compared, read_sides
from orgcli.cli.diff.outputs import refuse_inputs, requested_outputs, write_outputs
from orgcli.cli.diff.request import SIDE_WORDS, DiffRequest, spell_arguments
from orgcli.cli.diff.side_choice import chosen_sides
from orgcli.cli.language import Session, open_session
from orgcli.cli.options import Arguments, takes
from orgcli.cli.output import note
from orgcli.cli.plan.request import PlanInputs
from orgcli.cli.project import fail_without_input
from orgcli.language.tags import speak_of_changes

_WITH_FINDINGS = frozenset({"text", "markdown", "json"})


@takes(DiffRequest, PlanInputs, spell=spell_arguments, words=SIDE_WORDS)
def diff(arguments: Arguments) -> None:
    """Show what changes between two states of an organisation.

    \b
    orgcli diff                           HEAD and the working tree
    orgcli diff main                      a revision and the working tree
    orgcli diff v1 v2 -- org.yaml         two revisions of a file
    orgcli diff january.csv july.csv      two files
    orgcli diff --plan q3                 now, and as plans/q3.yaml leaves it
    orgcli diff --between 2027-01-01 2027-07-01
    orgcli diff --since 2027-01-01 -o changes.html    a page of what has changed since then
    orgcli diff --base origin/main -f markdown:comment.md

    Exit codes: 0; with --exit-code 1 if anything has changed; 1 if files could not be read;
    2 if orgcli could not run; 3 if there is nothing to read.
    """
    request, inputs = arguments.request(DiffRequest), arguments.request(PlanInputs)
    outputs = requested_outputs(request)
    session = open_session(request.lang)
    choice = chosen_sides(inputs.paths, request, inputs.plan)
    with_findings = any(output.format in _WITH_FINDINGS for output in outputs)
    language = session.words.tag
    sides = read_sides(choice, inputs, request.map_b, language, with_findings)
    refuse_inputs(outputs, [file for side in sides for file in side.project.files], session)
    report = compared(choice, sides, request, speak_of_changes(language))
    if not any(
        organisation.positions for side in sides for organisation in side.project.organisations
    ):
        _note_unread(sides, report, session)
        fail_without_input()
    write_outputs(outputs, report, request, session)
    _note_unread(sides, report, session)
    if any(side.project.unreadable for side in sides) or (request.exit_code and report.differs):
        raise SystemExit(1)


def _note_unread(sides: Sides, report: ChangeReport, session: Session) -> None:
    """What keeps either side from being read completely, and which has nothing in it."""
    for side, label in zip(sides, (report.before.label, report.after.label), strict=True):
        session.list_findings(side.project.unreadable)
        for line in side.notes:
            note(f"orgcli: {label}: {line}")
        if not side.project.organisations:
            note(f"orgcli: {report.words.nothing_in.format(side=label)}")
