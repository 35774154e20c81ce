"""The names that roles go by, in any language, besides those they are listed under."""

from collections.abc import Iterator

from orgcli.language.tags import LANGUAGES
from orgcli.model.roles.role_name import LocalName, squeeze
from orgcli.read.roles.role_index import KnownRoles
from orgcli.read.roles.role_name import RoleName, name_in


class OtherNames:
    """Every name of every role, looked at once, so that a name's other meanings cost nothing."""

    def __init__(self, known: KnownRoles) -> None:
        self._known = known
        roles = known.all()
        self._ids = {squeeze(role.id) for role in roles}
        self._names = {role.path: list(self._all_names(role)) for role in roles}
        self._roles_by_name: dict[str, dict[str, None]] = {}
        for role in roles:
            for name in self._names[role.path]:
                self._roles_by_name.setdefault(squeeze(name.name), {})[role.id] = None

    def of(self, role: RoleName) -> Iterator[LocalName]:
        """The other names of a role, in the order of the languages and of its files."""
        listed = {squeeze(name) for name in (role.id, role.title, role.abbreviation) if name}
        for name in self._names.get(role.path) or self._all_names(role):
            key = squeeze(name.name)
            if key not in listed:
                roles = () if key in self._ids else tuple(self._roles_by_name.get(key, ()))
                yield name._replace(may_mean=roles if len(roles) > 1 else ())

    def _all_names(self, role: RoleName) -> Iterator[LocalName]:
        """Every name in every language; the file may name the role in another than its own."""
        own = name_in(role.path, role.builtin) or role
        for language in dict.fromkeys((*LANGUAGES, own.language)):
            is_own = own.language == language
            names = own if is_own else self._known.translation(own, language)
            if names is not None:
                yield from names.names()
