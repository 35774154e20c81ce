"""Which roles there are and what they are called, without reading more than their names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from orgcli.language.tags import ENGLISH, LANGUAGES
from orgcli.model.findings.finding import Finding
from orgcli.model.likeness import nearest_word
from orgcli.model.role_name_key import squeeze
from orgcli.model.source.source import Source
from orgcli.read.roles.builtin_roles import NOT_ROLES, builtin_folder
from orgcli.read.roles.translations import translation_path
from orgcli.read.syntax.decoding import decode, top_level
from orgcli.read.syntax.yaml import load_yaml

SUFFIXES = (".yaml", ".yml", ".json")
"""How a file must end to be looked at as a role file."""

# The few lines that name a role are cut out of the file and only they are parsed.
_NAMING = "role|translation|title|abbreviation|aliases|language"


@dataclass(frozen=True, slots=True)
class Called:
    """One name of a role in one language.

    sources    keys of the works that call it so
    editorial  True for an alias that no work is named for
    ambiguous  True where its file says that other roles go by it too
    """

    name: str
    language: str
    sources: tuple[str, ...] = ()
    editorial: bool = False
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class RoleName:
    """What one role is called in one language, and the file that says so."""

    id: str
    path: Path
    builtin: bool = False
    title: str | None = None
    abbreviation: str | None = None
    aliases: tuple[Called, ...] = ()
    language: str = ENGLISH

    @property
    def short(self) -> str:
        """What to call the role where there is little room."""
        return self.abbreviation or self.title or self.id

    def all(self) -> tuple[str, ...]:
        """Everything it answers to in its language."""
        return tuple(one.name for one in self.called())

    def called(self) -> Iterator[Called]:
        """Everything it answers to in its language, and who says so."""
        for name in (self.id, self.abbreviation, self.title):
            if name:
                yield Called(name, self.language)
        yield from self.aliases


@dataclass(frozen=True, slots=True)
class Candidate:
    """A role that a name may mean, and in which languages it goes by that name."""

    role: RoleName
    called: tuple[Called, ...]


class KnownRoles:
    """The built-in roles and those in folders of one's own, which come first.

    language  in which roles are named, where they have a translation
    folders   those of one's own that are there
    A name is looked up as an id before any file is opened, so that asking for two roles by id
    costs the same whether there are three roles or three hundred.
    """

    def __init__(
        self,
        own: Path | Sequence[Path] | None = None,
        builtin: Path | None = None,
        language: str = ENGLISH,
    ) -> None:
        self.language = language
        self._folder = builtin or builtin_folder()
        self._files = {path.stem: path for path in self._folder.glob("*.yaml")}
        for stem in NOT_ROLES:
            self._files.pop(stem, None)
        self._heads: dict[str, RoleName] = {}
        self._own: list[RoleName] = []
        self._misread: list[Path] = []
        self.folders: list[Path] = []
        folders = [own] if isinstance(own, Path) else own or ()
        for folder in {folder.resolve(): folder for folder in folders}.values():
            if folder.is_dir() and folder.resolve() != self._folder.resolve():
                self.folders.append(folder)
                for path in _in_folder(folder):
                    role = name_in(path)
                    if role is None:
                        self._misread.append(path)
                    else:
                        self._own.append(role)

    @cached_property
    def _own_by_id(self) -> dict[str, RoleName]:
        """One's own roles; of several with one id the first."""
        return {role.id: role for role in reversed(self._own)}

    def by_id(self, id: str) -> RoleName | None:
        """The role with exactly this id, named in the language: one's own, else the built-in."""
        role = self._own_by_id.get(id) or self._builtin(id)
        return self._named(role) if role else None

    def _named(self, role: RoleName) -> RoleName:
        if role.language == self.language:
            return role
        said = self.translation(role, self.language)
        if said is None:
            return role
        return replace(
            role,
            title=said.title or role.title,
            abbreviation=said.abbreviation or role.abbreviation,
        )

    def overrides(self, role: RoleName) -> bool:
        """Whether a role of one's own stands in the place of a built-in one."""
        return not role.builtin and role.id in self._files

    def called(self, name: str) -> list[RoleName]:
        """The roles a name may mean in any language; see `candidates`."""
        return [candidate.role for candidate in self.candidates(name)]

    def candidates(self, name: str) -> list[Candidate]:
        """The roles a name may mean: one where it is clear, several where it is not, or none.

        An id wins over abbreviations, titles and aliases, a role of one's own over a built-in
        one of the same id. Case, spaces, hyphens and underscores are ignored.
        """
        wanted = squeeze(name)
        if not wanted:
            return []
        mine = [role for role in self._own if squeeze(role.id) == wanted]
        if mine:
            return [Candidate(role, ()) for role in mine]
        for stem in self._files:
            if squeeze(stem) == wanted and (found := self._builtin(stem)):
                return [Candidate(found, ())]
        candidates = []
        for role in self._every():
            called = [one for one in role.called() if squeeze(one.name) == wanted]
            for language in LANGUAGES:
                if said := self.translation(role, language, wanted):
                    called += [one for one in said.called() if squeeze(one.name) == wanted]
            if called:
                candidates.append(Candidate(role, tuple(called)))
        return candidates

    def all(self) -> list[RoleName]:
        """Every role, named in the language: one's own first, the built-in ones by id."""
        return [self._named(role) for role in self._every()]

    def misread(self, name: str) -> Path | None:
        """The file of one's own that is called so and yet no role: what is wrong is in there."""
        wanted = squeeze(name)
        return next((path for path in self._misread if squeeze(path.stem) == wanted), None)

    def nearest(self, name: str) -> str | None:
        """The name of a role that a mistyped one most likely meant, in any language."""
        return nearest_word(name, dict.fromkeys(self._every_name()))

    def translation(self, role: RoleName, language: str, having: str = "") -> RoleName | None:
        """What a role is called in another language, by the file beside its own.

        having  a squeezed name: None where the file surely does not have it
        """
        path = translation_path(role.path.parent, language, role.id)
        if language == role.language or not path.is_file():
            return None
        said = name_in(path, role.builtin, language, having)
        return replace(said, id=role.id) if said else None

    def _every(self) -> Iterator[RoleName]:
        yield from self._own
        for stem in sorted(self._files):
            if stem not in self._own_by_id and (role := self._builtin(stem)):
                yield role

    def _every_name(self) -> Iterator[str]:
        for role in self._every():
            yield from role.all()
            for language in LANGUAGES:
                if said := self.translation(role, language):
                    yield from said.all()

    def _builtin(self, id: str) -> RoleName | None:
        if id in self._files and id not in self._heads:
            path = self._files[id]
            self._heads[id] = name_in(path, builtin=True) or RoleName(id, path, builtin=True)
        return self._heads.get(id)


def name_in(
    path: Path, builtin: bool = False, language: str | None = None, having: str = ""
) -> RoleName | None:
    """What the role in a file is called; None where the file is no role or cannot be read.

    language  of the file; else what it says itself, else English
    having   a squeezed name: None also where the lines that name the role do not have it
    """
    try:
        source = decode(path.as_posix(), path.read_bytes())
    except OSError:
        return None
    if isinstance(source, Finding):
        return None
    if path.suffix.lower() == ".json":
        from orgcli.read.syntax.json import load_json

        document, _ = load_json(source)
    else:
        head = top_level(source.text, _NAMING) or source.text
        # A name on several lines or with escapes is not found so; the built-in ones have none.
        if builtin and having and having not in squeeze(head):
            return None
        document, _ = load_yaml(Source(source.path, head))
    root = document.root if document else None
    return _name(root, path, builtin, language) if isinstance(root, dict) else None


def _name(root: dict[str, Any], path: Path, builtin: bool, language: str | None) -> RoleName | None:
    id = root.get("role", root.get("translation"))
    if not isinstance(id, str):
        return None
    stated = root.get("language")
    language = language or (stated if isinstance(stated, str) else ENGLISH)
    title, abbreviation = root.get("title"), root.get("abbreviation")
    aliases = root.get("aliases")
    several = aliases if isinstance(aliases, list) else [aliases]
    return RoleName(
        id,
        path,
        builtin,
        title if isinstance(title, str) else None,
        abbreviation if isinstance(abbreviation, str) else None,
        tuple(found for alias in several if (found := _alias(alias, language))),
        language,
    )


def _alias(alias: object, language: str) -> Called | None:
    if isinstance(alias, str):
        return Called(alias, language, editorial=True)
    if not isinstance(alias, dict) or not isinstance(alias.get("name"), str):
        return None
    sources = alias.get("sources")
    several = sources if isinstance(sources, list) else [sources]
    return Called(
        alias["name"],
        language,
        tuple(source for source in several if isinstance(source, str)),
        alias.get("status") != "sourced",
        alias.get("ambiguous") == "true",
    )


def _in_folder(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in SUFFIXES and path.stem not in NOT_ROLES and path.is_file():
            yield path
