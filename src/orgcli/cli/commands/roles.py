"""`orgcli roles`: the roles there are, and their other names."""

from collections.abc import Sequence

from orgcli.cli.language import Speech, speech
from orgcli.cli.options import Given, takes
from orgcli.cli.output import chosen_format, write_result
from orgcli.cli.roles.all_roles import named_role, read_all
from orgcli.cli.roles.request import RolesRequest
from orgcli.cli.roles.sources import refuse_findings, refuse_source
from orgcli.compare.listing.catalogue import catalogue
from orgcli.compare.listing.formats import LISTINGS
from orgcli.compare.listing.listing import Listing
from orgcli.compare.listing.other_names import other_names
from orgcli.model.findings.finding import Finding
from orgcli.read.roles.builtin_roles import role_ids
from orgcli.read.roles.library import Libraries
from orgcli.read.roles.other_names import OtherNames


@takes(RolesRequest)
def roles(given: Given) -> None:
    """List all roles: built-in and your own.

    \b
    orgcli roles --lang sv
    orgcli roles --aliases
    orgcli roles --aliases -o names.csv

    Formats: table, markdown, csv, json.
    """
    request = given.request(RolesRequest)
    chosen = chosen_format(request.format, request.output, LISTINGS)
    spoken = speech(request.lang)
    refuse_source(request.output, spoken)
    listing, findings = _named(spoken) if request.aliases else _listed(spoken)
    write_result(LISTINGS[chosen](listing, spoken.view(request)), request.output)
    refuse_findings(findings, spoken)


def _listed(spoken: Speech) -> tuple[Listing, Sequence[Finding]]:
    asked, compared = read_all(spoken)
    listing = catalogue(compared, asked.library, role_ids(), spoken.words.roles)
    return listing, asked.findings


def _named(spoken: Speech) -> tuple[Listing, Sequence[Finding]]:
    known = spoken.roles()
    findings: list[Finding] = []
    libraries = Libraries(spoken.words.tag, findings)
    own = (libraries.beside(folder) for folder in dict.fromkeys(spoken.folders))
    library = libraries.merged([one for one in own if one])
    names = OtherNames(known)
    roles = [named_role(role, names) for role in known.all()]
    return other_names(roles, library, spoken.words.roles), findings
