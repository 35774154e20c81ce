"""`orgcli advise`: ask or read answers, and write the advice that follows, with its works."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from orgcli.advise.formats import FORMATS, GAP_FORMATS
from orgcli.cli.advise.advisor import Advisor
from orgcli.cli.advise.request import AdviseRequest
from orgcli.cli.files.results import write_value
from orgcli.cli.inputs import Inputs
from orgcli.cli.language import Session, open_session
from orgcli.cli.options import Arguments, takes
from orgcli.cli.output import chosen_format, is_same_file, write_result
from orgcli.cli.roles.sources import refuse_source
from orgcli.model.roles.advice import Answer
from orgcli.read.syntax.paths import STDIN

if TYPE_CHECKING:
    from orgcli.model.project import Project


@takes(AdviseRequest, Inputs)
def advise(arguments: Arguments) -> None:
    """Show which sales leader fits, and what to add.

    \b
    orgcli advise                          asks thirteen questions; all are optional
    orgcli advise --template -o answers.yaml
    orgcli advise --answers answers.yaml
    orgcli advise org.yaml                 reads roles and reporting lines
    orgcli advise --gap "To whom does a CRO report?"
    """
    request, inputs = arguments.request(AdviseRequest), arguments.request(Inputs)
    answers, output, save = request.answers, request.output, request.save
    format = request.format
    if format is not None or not request.template:
        format = chosen_format(format, output, FORMATS)
    session = open_session(request.lang)
    page = session.view(request, request.sources)
    advisor = Advisor(session, with_statements=request.sources is True or format == "json")
    asks = {
        "PATHS": inputs.paths,
        "--answers": answers,
        "--template": request.template,
        "--save": save,
    }
    if request.gaps or request.gap is not None:
        flag = "--gaps" if request.gaps else "--gap"
        _refuse_with(flag, {"--gap": request.gaps and request.gap, **asks}, session)
        write_value(GAP_FORMATS, format or "text", advisor.gap_report(request.gap), page, output)
        return
    if request.template:
        _refuse_with("--template", {"--format": format}, session)
    _refuse_twice(inputs.paths, answers, output, save, session)
    project, read = _project(inputs, session)
    also = [*read, answers] if answers else read
    refuse_source(output, session, also=also)
    refuse_source(save, session, also=also, flag="--save")
    own_answers = advisor.answers_in(answers) if answers else []
    if not (answers or project or request.template):
        own_answers = _ask(advisor, session)
    if save:
        write_result(advisor.template(own_answers, project), save)
    if request.template:
        write_result(advisor.template(own_answers, project), output)
    else:
        write_value(
            FORMATS, format or "text", advisor.recommend(own_answers, project), page, output
        )
    if project and project.findings:
        session.list_findings(project.findings)
        raise SystemExit(1)


def _ask(advisor: Advisor, session: Session) -> list[Answer]:
    """The answers of whoever sits at the terminal; leaves where nobody does."""
    if sys.stdin is None or not sys.stdin.isatty():
        session.fail(session.words.advise.nothing_to_do, session.words.advise.nothing_help)
    return advisor.ask()


def _project(inputs: Inputs, session: Session) -> tuple[Project | None, Sequence[str]]:
    """What was read of the organisations named, and the files; leaves without a position."""
    if not inputs.paths:
        return None, ()
    from orgcli.cli.project import read_inputs  # answers alone need no organisation

    project, config = read_inputs(inputs)
    if not any(organisation.positions for organisation in project.organisations):
        session.list_findings(project.findings)
        session.fail(session.words.advise.no_organisation, session.words.advise.name_positions)
    return project, (*project.files, *([str(config.file)] if config.file else []))


def _refuse_with(flag: str, others: Mapping[str, object], session: Session) -> None:
    """Leave where a flag stands with another that would have no effect."""
    for other, value in others.items():
        if value not in (None, False, ()):
            session.fail(session.words.ask.not_together.format(first=flag, second=other))


def _refuse_twice(
    paths: Sequence[str],
    answers: str | None,
    output: str | None,
    save: str | None,
    session: Session,
) -> None:
    """Leave where standard input would be read twice, or two results would go to one place."""
    if answers == STDIN and STDIN in paths:
        session.fail(session.words.ask.stands_twice.format(name=STDIN))
    both_printed = save == STDIN and output in (None, STDIN)
    if save and (both_printed or is_same_file(save, output or STDIN)):
        _refuse_with("--save", {"--output": True}, session)
