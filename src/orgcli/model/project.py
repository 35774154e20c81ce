"""Everything one run has read: organisations, roles, and what was wrong with the files."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from orgcli.model.finding import Finding
from orgcli.model.organisation import Organisation
from orgcli.model.source import Source

if TYPE_CHECKING:  # the role model costs a tenth of a small run that reads no role
    from orgcli.model.role import RoleFile


@dataclass(frozen=True, slots=True)
class Project:
    """What was read, in the order it was given.

    roles     the roles that came from the user's own files
    role_ids  ids of all roles that positions may name, the built-in ones included
    findings  what the readers found wrong (codes ORG001 to ORG009), without level or name
    sources   decoded text by file, for excerpts
    files     every file that was read, or that could not be
    """

    organisations: Sequence[Organisation] = ()
    roles: Sequence[RoleFile] = ()
    role_ids: Collection[str] = ()
    findings: Sequence[Finding] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    files: Sequence[str] = ()
