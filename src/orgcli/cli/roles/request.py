"""What the commands on roles take: `compare`, `role`, `roles` and `dispute`."""

from dataclasses import dataclass
from typing import Annotated

from orgcli.cli.options import ResultRequest, format_flag
from orgcli.model.request.flag import Flag

_COMPLETION = "orgcli.cli.arguments.completion"

KINDS = ("card", "job-description")
"""What `orgcli role` writes of a role."""
_Full = Annotated[bool, Flag("Show all statements, not only the key ones.")]
_Facets = Annotated[
    tuple[str, ...] | None,
    Flag(
        "Show only these facets, in full: focus,metrics.",
        "FACETS",
        complete=f"{_COMPLETION}:complete_facets",
    ),
]
_Sources = Annotated[
    bool | None, Flag("Show ids and the works in full; or hide the works.", negatable=True)
]


def _format(table: str) -> Flag:
    """The flag for one of the formats in a table, `module:TABLE`; `chosen_format` judges it."""
    return format_flag(table, "the ending of FILE", open=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareRequest(ResultRequest):
    """Which roles are put side by side, and what of them is shown."""

    roles: Annotated[
        tuple[str, ...],
        Flag(
            "Id, abbreviation, title, alias or file of a role; ROLE@WORK for one work.",
            "ROLE...",
            argument=True,
            required=True,
            complete=f"{_COMPLETION}:complete_role",
        ),
    ]
    table: Annotated[
        bool, Flag("Show the key statements of all facets side by side, as -f table.")
    ] = False
    chart: Annotated[bool, Flag("Draw the reporting lines of the answer: svg, png or pdf.")] = False
    full: _Full = False
    facet: _Facets = None
    only: Annotated[
        str | None,
        Flag(
            "Show only rows that are different, shared or unique to one role.",
            "KIND",
            choices="orgcli.compare.comparison.selection:ONLY",
        ),
    ] = None
    sources: _Sources = None
    diff: Annotated[bool, Flag("Show the changes between two versions of a role.")] = False
    format: Annotated[str | None, _format("orgcli.compare.comparison.formats:ALL_FORMATS")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRequest(ResultRequest):
    """Which role is shown, and what of it; or which file a new one begins with."""

    words: Annotated[
        tuple[str, ...],
        Flag(
            "Id, abbreviation, title, alias or file of a role; ROLE@WORK; or `new` and an id.",
            "ROLE | new ID",
            argument=True,
            required=True,
            complete=f"{_COMPLETION}:complete_role_or_new",
        ),
    ]
    full: _Full = False
    facet: _Facets = None
    sources: _Sources = None
    as_: Annotated[
        str, Flag("Write it as {choices}.", "KIND", name="as", choices=f"{__name__}:KINDS")
    ] = "card"
    with_org: Annotated[
        str | None, Flag("Organisation that the job description is for.", "FILE", name="with")
    ] = None
    position: Annotated[
        str | None, Flag("Its position there: an id, a holder or a title.", "ID")
    ] = None
    title: Annotated[str | None, Flag("Title of the new role (with `new`).", "TITLE")] = None
    format: Annotated[str | None, _format("orgcli.compare.role_card.formats:CARD_FORMATS")] = None

    @property
    def is_job(self) -> bool:
        """Whether a job description is requested."""
        return self.as_ == KINDS[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class RolesRequest(ResultRequest):
    """How the roles there are, or their names, are listed."""

    aliases: Annotated[
        bool, Flag("List the other names of roles by language, with their sources.")
    ] = False
    concepts: Annotated[bool, Flag("List the concepts that statements of several roles share.")] = (
        False
    )
    format: Annotated[str | None, _format("orgcli.compare.listing.formats:LISTINGS")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeRequest(ResultRequest):
    """Which disputes are shown."""

    keys: Annotated[
        tuple[str, ...],
        Flag("Key of a dispute, such as K1; default: list all.", "KEY", argument=True),
    ] = ()
    format: Annotated[str | None, _format("orgcli.compare.disputes.formats:DISPUTE_FORMATS")] = None
