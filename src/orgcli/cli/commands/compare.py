"""`orgcli compare`: read the roles named, align them, write them side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgcli.cli.files.results import write_value
from orgcli.cli.language import Session, open_session
from orgcli.cli.options import Arguments, takes
from orgcli.cli.output import chosen_format, fail
from orgcli.cli.roles.request import CompareRequest
from orgcli.cli.roles.selection import narrowed, read_roles
from orgcli.cli.roles.sources import refuse_source
from orgcli.compare.comparison.formats import (
    ALL_FORMATS,
    ANSWERS,
    FORMATS,
    PICTURES,
    is_picture,
)
from orgcli.compare.comparison.selection import by_agreement

if TYPE_CHECKING:
    from orgcli.compare.comparison.comparison import Comparison
    from orgcli.read.roles.role_selection import RoleSelection


@takes(CompareRequest)
def compare(arguments: Arguments) -> None:
    """Compare roles side by side, with their sources.

    \b
    orgcli compare cso cro vp                       the answer, on one screen
    orgcli compare cso cro vp --table               key statements side by side
    orgcli compare cso cro --full --lang sv
    orgcli compare cso cro --facet focus,metrics
    orgcli compare cso cro --only shared
    orgcli compare cso cro vp --chart -o lines.pdf  reporting lines, drawn
    orgcli compare cso@quotapath cso@sbi
    orgcli compare cso cro vp -o board.pdf          a document: .docx, .html, .md too
    orgcli compare cro roles/head-of-partnerships.yaml --table -o roles.html
    orgcli compare old.yaml roles/partnerships.yaml --diff

    Formats: answer, table, markdown, html, docx, pdf, csv, json; of the reporting lines:
    svg, png, and with --chart pdf; --diff: table, markdown, json.
    """
    request = arguments.request(CompareRequest)
    if request.diff and not request.chart:
        from orgcli.cli.roles.versions import compare_versions  # what only --diff needs

        compare_versions(request)
        return
    formats = PICTURES if request.chart else ALL_FORMATS
    chosen = chosen_format(request.format, request.output, formats)
    wants_rows = _wants_rows(request)
    if request.format is None and chosen == "answer" and wants_rows:
        chosen = "table"
    session = open_session(request.lang)
    words = session.words.ask
    if len(request.roles) < 2:
        fail(words.needs_two, f"{words.name_another}: orgcli compare cso cro", words.help)
    drawn = is_picture(chosen, request.chart)
    if drawn and (flag := _flag_of_rows(request)):
        first = "--chart" if request.chart else f"-f {chosen}"
        session.fail(words.not_together.format(first=first, second=flag))
    selection = read_roles(request.roles, session)
    refuse_source(request.output, session, selection)
    page = session.view(request, request.sources)
    if drawn:
        from orgcli.cli.roles.answer_picture import write_picture  # a table needs none of it

        write_picture(selection, chosen, page, request, session)
    elif chosen in ANSWERS and not (wants_rows and chosen in FORMATS):
        from orgcli.api.roles import role_answer

        answer = role_answer(selection, session.roles())
        write_value(ANSWERS, chosen, answer, page, request.output)
    else:
        comparison = _rows(selection, request, session)
        write_value(FORMATS, chosen, comparison, page, request.output)


def _rows(selection: RoleSelection, request: CompareRequest, session: Session) -> Comparison:
    """The requested rows; what roles share is only right if nothing is left out."""
    full = request.full or request.only is not None
    comparison = narrowed(selection, session, full, request.facet)
    return comparison if request.only is None else by_agreement(comparison, request.only)


def _wants_rows(request: CompareRequest) -> bool:
    """Whether a flag is there that is about the rows of the table."""
    return bool(_flag_of_rows(request)) or request.sources is True


def _flag_of_rows(request: CompareRequest) -> str:
    """The first flag that is about the rows of a table, or empty."""
    flags = {
        "--table": request.table,
        "--full": request.full,
        "--facet": request.facet is not None,
        "--only": request.only is not None,
        "--diff": request.diff,
    }
    return next((name for name, is_there in flags.items() if is_there), "")
