"""What the commands on roles take: `compare`, `role`, `roles` and `dispute`."""

from dataclasses import dataclass
from typing import Annotated

from orgcli.cli.options import ResultRequest
from orgcli.model.request.flag import Flag

_COMPLETION = "orgcli.cli.completion"


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareRequest(ResultRequest):
    """Which roles are put side by side, and what of them is shown."""

    roles: Annotated[
        tuple[str, ...],
        Flag(
            "Id, abbreviation, title or alias; a file; or ROLE@WORK.",
            "ROLE...",
            argument=True,
            required=True,
            complete=f"{_COMPLETION}:complete_role",
        ),
    ]
    full: Annotated[bool, Flag("Every statement, not only the key ones.")] = False
    facet: Annotated[
        tuple[str, ...] | None,
        Flag(
            "Only these, in full: focus,metrics.",
            "FACETS",
            complete=f"{_COMPLETION}:complete_facets",
        ),
    ] = None
    only: Annotated[
        str | None,
        Flag(
            "different, shared, or unique to one role.",
            "KIND",
            choices="orgcli.compare.comparison.selection:ONLY",
        ),
    ] = None
    sources: Annotated[
        bool | None,
        Flag("With ids and the works in full; or no works.", negatable=True),
    ] = None
    diff: Annotated[bool, Flag("Two versions of one role: what came, went, changed.")] = False
    format: Annotated[
        str | None,
        Flag(
            "{choices}; else by the ending of FILE.",
            "FORMAT",
            short="-f",
            choices="orgcli.compare.comparison.formats:FORMATS",
        ),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRequest(ResultRequest):
    """Which role is shown, and what of it; or which file a new one begins with."""

    words: Annotated[
        tuple[str, ...],
        Flag(
            "Id, abbreviation, title or alias; a file; ROLE@WORK. Or `new` and an id.",
            "ROLE | new ID",
            argument=True,
            required=True,
            complete=f"{_COMPLETION}:complete_role_or_new",
        ),
    ]
    full: Annotated[bool, Flag("Every statement, not only the key ones.")] = False
    facet: Annotated[
        tuple[str, ...] | None,
        Flag(
            "Only these, in full: focus,metrics.",
            "FACETS",
            complete=f"{_COMPLETION}:complete_facets",
        ),
    ] = None
    sources: Annotated[
        bool | None,
        Flag("With ids and the works in full; or no works.", negatable=True),
    ] = None
    title: Annotated[str | None, Flag("With `new`: its title.", "TITLE")] = None
    format: Annotated[
        str | None,
        Flag(
            "{choices}; else by the ending of FILE.",
            "FORMAT",
            short="-f",
            choices="orgcli.compare.role_card.formats:CARD_FORMATS",
        ),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RolesRequest(ResultRequest):
    """How the roles there are, or their names, are listed."""

    aliases: Annotated[bool, Flag("Every other name, by language, and who uses it.")] = False
    coverage: Annotated[bool, Flag("What each language lacks, file by file.")] = False
    format: Annotated[
        str | None,
        Flag(
            "{choices}; else by the ending of FILE.",
            "FORMAT",
            short="-f",
            choices="orgcli.compare.listing.formats:LISTINGS",
        ),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeRequest(ResultRequest):
    """Which disputes are shown."""

    keys: Annotated[
        tuple[str, ...], Flag("As in K1; none lists them all.", "KEY", argument=True)
    ] = ()
    format: Annotated[
        str | None,
        Flag(
            "{choices}; else by the ending of FILE.",
            "FORMAT",
            short="-f",
            choices="orgcli.compare.disputes.formats:DISPUTE_FORMATS",
        ),
    ] = None
