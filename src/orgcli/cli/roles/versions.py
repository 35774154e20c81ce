"""`orgcli compare --diff`: what differs between two versions of a role."""

from __future__ import annotations

from orgcli.cli.language import open_session
from orgcli.cli.output import chosen_format, fail, write_result
from orgcli.cli.roles.request import CompareRequest
from orgcli.cli.roles.selection import read_roles
from orgcli.cli.roles.sources import refuse_source
from orgcli.compare.versions.differences import differences
from orgcli.compare.versions.formats import DIFF_FORMATS
from orgcli.compare.versions.versions import Versions
from orgcli.read.roles.library import Libraries


def compare_versions(request: CompareRequest) -> None:
    """Write what came, went and changed between two versions of one role."""
    chosen = chosen_format(request.format, request.output, DIFF_FORMATS)
    session = open_session(request.lang)
    words = session.words.ask
    if len(request.roles) != 2:
        fail(words.diff_needs_two, "orgcli compare old.yaml roles/new.yaml --diff", words.help)
    selection = read_roles(request.roles, session, translated=False)
    refuse_source(request.output, session, selection)
    before, after = (role.file.role for role in selection.roles)
    labels = Libraries(session.words.tag, []).base.facets or {}
    versions = Versions(*request.roles, differences(before, after), labels)
    write_result(DIFF_FORMATS[chosen](versions, session.view(request)), request.output)
