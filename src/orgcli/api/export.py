"""Exporting as `orgcli export` does."""

from __future__ import annotations

from orgcli.api.export_job import export_job, judged_export, only_organisation
from orgcli.exchange.export import Exported
from orgcli.exchange.formats import FORMATS
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.project import Project
from orgcli.model.request.export_request import ExportRequest
from orgcli.model.request.flag import RequestError


def export(
    project: Project, request: ExportRequest | str, organisation: Organisation | None = None
) -> Exported:
    """An organisation in the format of another program, as `orgcli export` writes it.

    request       the format, and what is exported; the defaults are those of the command line.
                  The name of a format alone is enough
    organisation  the one of the project to write; None where it has only one
    Returns its bytes, or those of each file where it is several, and what the format cannot hold.
    Raises RequestError where the request has wrong values or cannot be meant, ResultError where
    the format needs what is not installed or cannot hold so much, and SelectionError where there is
    nothing to draw.
    """
    judged = judged_export(ExportRequest(format=request) if isinstance(request, str) else request)
    if organisation is None:
        organisation = only_organisation(
            project, "say which: export(project, request, organisation)"
        )
    if organisation is None:
        raise RequestError("there is nothing to export", "read files with positions")
    job, _ = export_job(project, organisation, judged)
    return FORMATS[str(judged.format)].write(job)
