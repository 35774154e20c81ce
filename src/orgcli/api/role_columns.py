"""Roles that were read as columns of a comparison."""

from __future__ import annotations

from orgcli.compare.comparison.comparison import ComparedRole
from orgcli.read.roles.role_selection import RoleSelection


def compared_roles(selection: RoleSelection, language: str) -> list[ComparedRole]:
    """The roles that were read as columns of a comparison in a language."""
    works = {work.key: work for work in selection.library.works}
    return [
        ComparedRole(
            role.file.role,
            role.shared,
            None if role.file.builtin else role.path,
            works.get(role.work or ""),
            role.untranslated,
            None if role.language == language else role.language,
        )
        for role in selection.roles
    ]
