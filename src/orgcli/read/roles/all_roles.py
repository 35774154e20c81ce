"""Every role there is, read whole, and every name that roles go by in any language."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from orgcli.language.en import WORDS
from orgcli.language.tags import LANGUAGES
from orgcli.language.words import AskWords
from orgcli.model.role_name_key import squeeze
from orgcli.read.roles.role_names import Called, KnownRoles, RoleName, name_in
from orgcli.read.roles.role_selection import Asked, read_asked

Kind = Literal["id", "title", "abbreviation", "alias"]


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name of a role that is neither its id nor what it is called in the language asked for.

    may_mean  ids of the roles that it may mean, where there are several
    """

    called: Called
    kind: Kind
    may_mean: tuple[str, ...] = ()


def read_every(known: KnownRoles, says: AskWords = WORDS.ask) -> Asked:
    """Every role, one's own first, and the libraries beside them; findings as in read_asked."""
    words = [role.id if role.builtin else role.path.as_posix() for role in known.all()]
    return read_asked(list(dict.fromkeys(words)), known, bytes, says)


class OtherNames:
    """The names that roles go by besides those they are listed under.

    Every name is looked at once, so that a name's other meanings cost nothing.
    """

    def __init__(self, known: KnownRoles) -> None:
        self._known = known
        self._ids = {squeeze(role.id) for role in known.all()}
        self._meant: dict[str, dict[str, None]] = {}
        self._of: dict[str, list[tuple[Called, Kind]]] = {}
        for role in known.all():
            for called, _ in self._every(role):
                self._meant.setdefault(squeeze(called.name), {})[role.id] = None

    def of(self, role: RoleName) -> Iterator[OtherName]:
        """The other names of a role, in the order of the languages and of its files."""
        listed = {squeeze(name) for name in (role.id, role.title, role.abbreviation) if name}
        for called, kind in self._every(role):
            wanted = squeeze(called.name)
            if wanted not in listed:
                meant = () if wanted in self._ids else tuple(self._meant.get(wanted, ()))
                yield OtherName(called, kind, meant if len(meant) > 1 else ())

    def _every(self, role: RoleName) -> Sequence[tuple[Called, Kind]]:
        key = role.path.as_posix()
        if key not in self._of:
            self._of[key] = list(_names(role, self._known.translation))
        return self._of[key]


def _names(
    role: RoleName, translation: Callable[[RoleName, str], RoleName | None]
) -> Iterator[tuple[Called, Kind]]:
    """Every name of a role in every language; its file may be named in another than its own."""
    own = name_in(role.path, role.builtin) or role
    for language in dict.fromkeys((*LANGUAGES, own.language)):
        said = own if own.language == language else translation(own, language)
        if said is not None:
            yield from _named(said)


def _named(said: RoleName) -> Iterator[tuple[Called, Kind]]:
    kinds: tuple[tuple[str | None, Kind], ...] = (
        (said.id, "id"),
        (said.title, "title"),
        (said.abbreviation, "abbreviation"),
    )
    for name, kind in kinds:
        if name:
            yield Called(name, said.language), kind
    for alias in said.aliases:
        yield alias, "alias"
