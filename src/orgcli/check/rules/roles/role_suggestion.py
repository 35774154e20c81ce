"""Which role a word most likely means that is no role's id."""

from collections.abc import Mapping, Sequence
from functools import cache, cached_property

from orgcli.model.findings.finding import Fix
from orgcli.model.likeness import close_fix, nearest_words
from orgcli.model.project import Project
from orgcli.model.roles.role_name import squeeze
from orgcli.model.text import quoted


class RoleSuggestions:
    """Looks words up among what roles are called, in every language, then among like words."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._ids = cache(self._ids_of)

    def help(self, word: str, otherwise: str) -> str:
        """What to write instead of a word, or `otherwise` where nothing is like it."""
        ids = self._ids(word)
        return f"did you mean {quoted(ids)}?" if ids else otherwise

    def fix(self, word: str) -> Fix | None:
        """The exact edit, where a word can only be one role's id misspelt."""
        return close_fix(word, tuple(self._ids(word)))

    def _ids_of(self, word: str) -> Sequence[str]:
        """The roles that a word most likely means: several where they share a name, or none."""
        if ids := self._names.get(squeeze(word)):
            return ids
        if near := nearest_words(word, sorted(self._project.role_ids)):
            return near
        like = nearest_words(squeeze(word), self._names)
        return tuple(dict.fromkeys(role for name in like for role in self._names[name]))

    @cached_property
    def _names(self) -> Mapping[str, Sequence[str]]:
        roles_of: dict[str, dict[str, None]] = {}
        for role in sorted(self._project.role_ids):
            for name in self._project.names(role):
                roles_of.setdefault(squeeze(name.name), {})[role] = None
        ids = {squeeze(role): (role,) for role in sorted(self._project.role_ids)}
        return {**{name: tuple(roles) for name, roles in roles_of.items()}, **ids}
