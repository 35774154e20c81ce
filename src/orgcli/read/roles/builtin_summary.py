"""What rules need to know of the built-in roles, without reading more than that."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from orgcli.language.tags import ENGLISH
from orgcli.model.source.source import Source
from orgcli.read.roles.builtin_roles import ADVICE, builtin_folder, role_ids
from orgcli.read.syntax.decoding import top_level

if TYPE_CHECKING:  # imported below where a role is asked for, so that no other run pays for it
    from orgcli.model.roles.library import Library
    from orgcli.model.roles.role import Role
    from orgcli.model.roles.translation import RoleTranslation

T = TypeVar("T")


_NAMES = "title|abbreviation|aliases"
_OUTLINE = (
    f"role|{_NAMES}|language|single|level|archetypes|complements"
    "|reports_to|manages|hands_off_to|receives_from"
)
_CALLED = f"translation|{_NAMES}"
_ID = r"^[ \t]*-?[ \t]*id:[ \t]*([^\s#]+)"


class Builtin:
    """The built-in roles as in model.project.BuiltinRoles; every file is cut and parsed once."""

    def __init__(self) -> None:
        self._folder = builtin_folder()
        self._outlines: dict[str, Role | None] = {}
        self._translated: dict[tuple[str, str], RoleTranslation | None] = {}

    def outline(self, role: str) -> Role | None:
        """What a role is called and how it stands to other roles, without its other facets."""
        if role in self._ids and role not in self._outlines:
            from orgcli.model.roles.role import Role

            path = self._folder / f"{role}.yaml"
            self._outlines[role] = _cut(path, _OUTLINE, Role, "role")
        return self._outlines.get(role)

    def translated(self, role: str, language: str) -> RoleTranslation | None:
        """What a role is called in another language, without its statements."""
        key = role, language
        if role in self._ids and key not in self._translated:
            from orgcli.model.roles.translation import RoleTranslation
            from orgcli.read.roles.translations import FIRST, translation_path

            path = translation_path(self._folder, language, role)
            self._translated[key] = _cut(path, _CALLED, RoleTranslation, FIRST)
        return self._translated.get(key)

    def statements(self) -> Mapping[str, str]:
        """The id of every statement, with the stem of the file that makes it."""
        return {
            match[1]: path.stem
            for path in sorted(self._folder.glob("*.yaml"))
            if path.stem != ADVICE
            for match in re.finditer(_ID, path.read_text("utf-8"), re.MULTILINE)
        }

    def library(self, own: Sequence[Library]) -> Library:
        """The built-in library with what others add; their entries win by key."""
        from orgcli.read.roles.library import Libraries

        return Libraries(ENGLISH, []).merged(own)

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(role_ids())


def _cut(path: Path, keys: str, kind: type[T], first: str) -> T | None:
    """The value that some top-level keys make, each with everything indented under it.

    None where there is no such file.
    """
    from orgcli.read.syntax.mapping import validated
    from orgcli.read.syntax.yaml import load_yaml

    if not path.is_file():
        return None
    text = top_level(path.read_text("utf-8"), keys)
    document, _ = load_yaml(Source(path.as_posix(), text))
    return validated(document, kind, first)[0] if document else None
