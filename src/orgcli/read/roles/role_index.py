"""The roles there are: the built-in ones and one's own, found by any of their names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from os.path import isdir  # pathlib's raises where a folder cannot be read
from pathlib import Path

from orgcli.language.tags import ENGLISH, LANGUAGES
from orgcli.model.likeness import Near, nearest_words
from orgcli.model.roles.role_name import LocalName, squeeze
from orgcli.model.source.notation import JSON_SUFFIX, YAML_SUFFIXES
from orgcli.read.roles.builtin_roles import NOT_ROLES, builtin_folder
from orgcli.read.roles.role_name import RoleName, name_in
from orgcli.read.roles.translations import translation_path
from orgcli.read.syntax.paths import files_in, foreign, link_outside

SUFFIXES = (*YAML_SUFFIXES, JSON_SUFFIX)
"""How a file must end to be looked at as a role file."""


_ABBREVIATION = 4
"""Letters that an abbreviation of a role has at most."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A role that a name may mean, and in which languages it goes by that name."""

    role: RoleName
    names: tuple[LocalName, ...]


class KnownRoles:
    """The built-in roles and those in folders of one's own, which come first.

    language  in which roles are named, where they have a translation
    folders   those of one's own that are there
    A name is looked up as an id before any file is opened, so that asking for two roles by id
    costs the same whether there are three roles or three hundred.
    """

    def __init__(self, own: Path | Sequence[Path] | None = None, language: str = ENGLISH) -> None:
        self.language = language
        builtin = builtin_folder()
        self._files = {
            path.stem: path for path in builtin.glob("*.yaml") if path.stem not in NOT_ROLES
        }
        self._builtins: dict[str, RoleName] = {}
        self._own: list[RoleName] = []
        self._broken: list[Path] = []
        self.folders: list[Path] = []
        folders = [own] if isinstance(own, Path) else own or ()
        for folder in {folder.resolve(): folder for folder in folders}.values():
            if not isdir(folder) or folder.resolve() == builtin.resolve():  # noqa: PTH112
                continue
            if link_outside(folder):  # `orgcli validate` reports it
                continue
            self.folders.append(folder)
            for path in files_in(folder, SUFFIXES):
                if path.stem in NOT_ROLES:
                    continue
                if role := name_in(path):
                    self._own.append(role)
                else:
                    self._broken.append(path)

    @cached_property
    def _own_by_id(self) -> dict[str, RoleName]:
        """One's own roles; of several with one id the first."""
        return {role.id: role for role in reversed(self._own)}

    def by_id(self, id: str) -> RoleName | None:
        """The role with exactly this id, named in the language: one's own, else the built-in."""
        role = self._own_by_id.get(id) or self._builtin(id)
        return self._translated_name(role) if role else None

    def _translated_name(self, role: RoleName) -> RoleName:
        translated = self.translation(role, self.language) or role
        return replace(
            role,
            title=translated.title or role.title,
            abbreviation=translated.abbreviation or role.abbreviation,
        )

    def overrides(self, role: RoleName) -> bool:
        """Whether a role of one's own stands in the place of a built-in one."""
        return not role.builtin and role.id in self._files

    def candidates(self, name: str) -> list[Candidate]:
        """The roles a name may mean: one where it is clear, several where it is not, or none.

        An id wins over abbreviations, titles and aliases, a role of one's own over a built-in
        one of the same id. Case, spaces, hyphens and underscores are ignored.
        """
        squeezed = squeeze(name)
        if not squeezed:
            return []
        if own := [role for role in self._own if squeeze(role.id) == squeezed]:
            return [Candidate(role, ()) for role in own]
        for stem in self._files:
            if squeeze(stem) == squeezed and (builtin := self._builtin(stem)):
                return [Candidate(builtin, ())]
        candidates = []
        for role in self._all():
            names = self._names(role, squeezed)
            if same := tuple(name for name in names if squeeze(name.name) == squeezed):
                candidates.append(Candidate(role, same))
        return candidates

    def all(self) -> list[RoleName]:
        """Every role, named in the language: one's own first, the built-in ones by id."""
        return [self._translated_name(role) for role in self._all()]

    def broken_file(self, name: str) -> Path | None:
        """The file of one's own that is called so and yet no role: what is wrong is in there."""
        squeezed = squeeze(name)
        return next((path for path in self._broken if squeeze(path.stem) == squeezed), None)

    def nearest(self, name: str) -> Near:
        """The names of roles that a mistyped one most likely stands for, in any language.

        An abbreviation such as CGO stands for another role and not for CSO, mistyped: only letters
        in another order are a slip there.
        """
        names = (local_name.name for role in self._all() for local_name in self._names(role))
        if len(word := squeeze(name)) <= _ABBREVIATION:
            letters = sorted(word)
            names = (known_name for known_name in names if sorted(squeeze(known_name)) == letters)
        return nearest_words(name, dict.fromkeys(names))

    def near_in_meaning(self, name: str) -> Sequence[RoleName] | None:
        """The roles near to a title that no role has; None where it says nothing that is known."""
        from orgcli.model.roles.title_meaning import nearest_meanings, title_meaning

        if not title_meaning(name).is_known:
            return None
        titles = ((role, role.title or role.id) for role in self._all())
        return [self._translated_name(role) for role in nearest_meanings(name, titles)]

    def _names(self, role: RoleName, having: str = "") -> Iterator[LocalName]:
        """What a role is called in any language; see `translation` for what is left out."""
        yield from role.names()
        for language in LANGUAGES:
            if translated := self.translation(role, language, having):
                yield from translated.names()

    def translation(self, role: RoleName, language: str, having: str = "") -> RoleName | None:
        """What a role is called in another language, by the file beside its own.

        having  a squeezed name: None where the file surely does not have it
        """
        path = translation_path(role.path.parent, language, role.id)
        if language == role.language or foreign(path, path.parent):
            return None
        translated = name_in(path, role.builtin, language, having)
        return replace(translated, id=role.id) if translated else None

    def _all(self) -> Iterator[RoleName]:
        yield from self._own
        for stem in sorted(self._files):
            if stem not in self._own_by_id and (role := self._builtin(stem)):
                yield role

    def _builtin(self, id: str) -> RoleName | None:
        if id in self._files and id not in self._builtins:
            path = self._files[id]
            self._builtins[id] = name_in(path, builtin=True) or RoleName(id, path, builtin=True)
        return self._builtins.get(id)
