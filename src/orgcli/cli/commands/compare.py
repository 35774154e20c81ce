"""`orgcli compare`: read the roles asked for, align them, write them side by side."""

from __future__ import annotations

from orgcli.cli.files.results import write_value
from orgcli.cli.language import open_session
from orgcli.cli.options import Given, takes
from orgcli.cli.output import chosen_format, fail
from orgcli.cli.roles.request import CompareRequest
from orgcli.cli.roles.selection import narrowed, read_roles
from orgcli.cli.roles.sources import refuse_source
from orgcli.compare.comparison.formats import ALL_FORMATS, ANSWERS, FORMATS
from orgcli.compare.comparison.selection import by_agreement


@takes(CompareRequest)
def compare(given: Given) -> None:
    """Compare roles side by side, with their sources.

    \b
    orgcli compare cso cro vp                       the answer, on one screen
    orgcli compare cso cro vp --table               key statements side by side
    orgcli compare cso cro --full --lang sv
    orgcli compare cso cro --facet focus,metrics
    orgcli compare cso cro --only shared
    orgcli compare cso@quotapath cso@sbi
    orgcli compare cso cro vp -o board.pdf          a document: .docx, .html, .md too
    orgcli compare cro roles/head-of-partnerships.yaml --table -o roles.html
    orgcli compare old.yaml roles/partnerships.yaml --diff

    Formats: answer, table, markdown, html, docx, pdf, csv, json; --diff: table, markdown, json.
    """
    request = given.request(CompareRequest)
    if request.diff:
        from orgcli.cli.roles.versions import compare_versions  # what only --diff needs

        compare_versions(request)
        return
    chosen = chosen_format(request.format, request.output, ALL_FORMATS)
    is_answer = chosen in ANSWERS and not _wants_rows(request)
    if chosen == "answer" and request.format is None and not is_answer:
        chosen = "table"
    session = open_session(request.lang)
    words = session.words.ask
    if len(request.roles) < 2:
        fail(words.needs_two, f"{words.name_another}: orgcli compare cso cro", words.help)
    selection = read_roles(request.roles, session)
    refuse_source(request.output, session, selection)
    page = session.view(request, request.sources)
    if is_answer or chosen == "answer":
        from orgcli.cli.roles.role_answer import answered  # a table needs none of it

        write_value(ANSWERS, chosen, answered(selection, session), page, request.output)
        return
    # What roles share, or what sets them apart, is only right if nothing is left out.
    full = request.full or request.only is not None
    comparison = narrowed(selection, session, full, request.facet)
    if request.only is not None:
        comparison = by_agreement(comparison, request.only)
    write_value(FORMATS, chosen, comparison, page, request.output)


def _wants_rows(request: CompareRequest) -> bool:
    """Whether a flag is there that is about the rows of the table."""
    about_rows = (request.table, request.full, request.sources)
    return True in about_rows or request.facet is not None or request.only is not None
