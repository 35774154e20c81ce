"""Roles that were read as columns of a comparison."""

from __future__ import annotations

from orgcli.compare.comparison.comparison import ComparedRole
from orgcli.read.roles.role_selection import RoleSelection


def compared_roles(selection: RoleSelection, language: str) -> list[ComparedRole]:
    """The roles that were read as columns of a comparison in a language."""
    works = {work.key: work for work in selection.library.works}
    return [
        ComparedRole(
            one.file.role,
            one.shared,
            None if one.file.builtin else one.path,
            works.get(one.work or ""),
            one.untranslated,
            None if one.language == language else one.language,
        )
        for one in selection.roles
    ]
