"""`orgcli roles`: the roles there are, and their other names."""

from collections.abc import Sequence

from orgcli.cli.language import Session, open_session
from orgcli.cli.options import Arguments, takes
from orgcli.cli.output import chosen_format, write_result
from orgcli.cli.roles.all_roles import named_role, read_all
from orgcli.cli.roles.request import RolesRequest
from orgcli.cli.roles.sources import refuse_findings, refuse_source
from orgcli.compare.listing.catalogue import catalogue
from orgcli.compare.listing.concepts import concepts
from orgcli.compare.listing.formats import LISTINGS
from orgcli.compare.listing.listing import Listing
from orgcli.compare.listing.other_names import other_names
from orgcli.model.findings.finding import Finding
from orgcli.read.roles.builtin_roles import role_ids
from orgcli.read.roles.library import Libraries
from orgcli.read.roles.other_names import OtherNames


@takes(RolesRequest)
def roles(arguments: Arguments) -> None:
    """List all roles: built-in and your own.

    \b
    orgcli roles --lang sv
    orgcli roles --aliases
    orgcli roles --aliases -o names.csv
    orgcli roles --concepts

    Formats: table, markdown, csv, json.
    """
    request = arguments.request(RolesRequest)
    chosen = chosen_format(request.format, request.output, LISTINGS)
    session = open_session(request.lang)
    if request.aliases and request.concepts:
        texts = session.words.ask.not_together
        session.fail(texts.format(first="--aliases", second="--concepts"))
    refuse_source(request.output, session)
    listed = _with_concepts if request.concepts else _with_names if request.aliases else _listed
    listing, findings = listed(session)
    write_result(LISTINGS[chosen](listing, session.view(request)), request.output)
    refuse_findings(findings, session)


def _listed(session: Session) -> tuple[Listing, Sequence[Finding]]:
    selection, compared = read_all(session)
    listing = catalogue(compared, selection.library, role_ids(), session.words.roles)
    return listing, selection.findings


def _with_concepts(session: Session) -> tuple[Listing, Sequence[Finding]]:
    selection, compared = read_all(session)
    return concepts(compared, selection.library, session.words.roles), selection.findings


def _with_names(session: Session) -> tuple[Listing, Sequence[Finding]]:
    known = session.roles()
    findings: list[Finding] = []
    libraries = Libraries(session.words.tag, findings)
    own = (libraries.beside(folder) for folder in dict.fromkeys(session.folders))
    library = libraries.merged([library for library in own if library])
    names = OtherNames(known)
    roles = [named_role(role, names) for role in known.all()]
    return other_names(roles, library, session.words.roles), findings
