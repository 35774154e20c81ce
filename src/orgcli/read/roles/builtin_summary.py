"""Facts about the built-in roles that rules need, read without loading the roles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING

from orgcli.language.tags import ENGLISH
from orgcli.model.source.source import Source
from orgcli.read.roles.builtin_roles import ADVICE, SHAPE, builtin_folder, role_ids
from orgcli.read.syntax.decoding import top_level

if TYPE_CHECKING:  # imported below where a role is looked up, so that no other run pays for it
    from orgcli.model.roles.library import Library
    from orgcli.model.roles.role import Role
    from orgcli.model.roles.role_name import LocalName
    from orgcli.read.roles.role_index import KnownRoles

_OUTLINE = (
    "role|title|abbreviation|aliases|language|single|level|archetypes|complements"
    "|reports_to|manages|hands_off_to|receives_from"
)
_ID = r"^[ \t]*-?[ \t]*id:[ \t]*([^\s#]+)"


class BuiltinSummary:
    """The built-in roles as in model.project.BuiltinRoles; every file is cut and parsed once."""

    def __init__(self) -> None:
        self._folder = builtin_folder()
        self._outlines: dict[str, Role | None] = {}
        self._names: dict[tuple[str, str], Sequence[LocalName]] = {}

    def outline(self, role: str) -> Role | None:
        """What a role is called and how it stands to other roles, without its other facets."""
        if role in self._ids and role not in self._outlines:
            from orgcli.model.roles.role import Role
            from orgcli.read.syntax.mapping import read_value

            path = self._folder / f"{role}.yaml"
            source = Source(path.as_posix(), top_level(path.read_text("utf-8"), _OUTLINE))
            self._outlines[role], _ = read_value(source, Role, "role")
        return self._outlines.get(role)

    def names(self, role: str, language: str) -> Sequence[LocalName]:
        """What a role is called in another language; nothing in its own."""
        key = role, language
        if key not in self._names:
            role_name = self._known.by_id(role)
            translated = self._known.translation(role_name, language) if role_name else None
            names = translated.names() if translated else ()
            self._names[key] = [name for name in names if name.kind != "id"]
        return self._names[key]

    def title(self, role: str, language: str) -> str | None:
        """What a role is called in a language, else in its own; None for one that is unknown."""
        role_name = self._known.by_id(role)
        titles = (name.name for name in self.names(role, language) if name.kind == "title")
        return next(titles, role_name.title if role_name else None)

    def statements(self) -> Mapping[str, str]:
        """The id of every statement, with the stem of the file that makes it."""
        return {
            match[1]: path.stem
            for path in sorted(self._folder.glob("*.yaml"))
            if path.stem not in (ADVICE, SHAPE)
            for match in re.finditer(_ID, path.read_text("utf-8"), re.MULTILINE)
        }

    def library(self, own: Sequence[Library]) -> Library:
        """The built-in library with what others add; their entries win by key."""
        from orgcli.read.roles.library import Libraries

        return Libraries(ENGLISH, []).merged(own)

    @cached_property
    def _known(self) -> KnownRoles:
        from orgcli.read.roles.role_index import KnownRoles

        return KnownRoles()

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(role_ids())


@cache
def builtin_summary() -> BuiltinSummary:
    """The one of this process, in which the built-in roles do not change."""
    return BuiltinSummary()
