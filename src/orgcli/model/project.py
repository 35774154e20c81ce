"""Everything one run has read: organisations, roles, libraries, and what is wrong in the files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from orgcli.language.tags import ENGLISH, LANGUAGES
from orgcli.model.findings.finding import Finding
from orgcli.model.findings.suppression import Suppression
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.roles.role_name import LocalName
from orgcli.model.source.source import Source

if TYPE_CHECKING:  # the role model costs a tenth of a small run that reads no role
    from orgcli.model.organisation.plan import PlanFile
    from orgcli.model.roles.library import Library, LibraryFile
    from orgcli.model.roles.role import Role, RoleFile, Statement
    from orgcli.model.roles.translation import RoleTranslation, TranslationFile
    from orgcli.model.roles.yardsticks import YardsticksFile
    from orgcli.model.table_reading import TableReading


_UNREAD = frozenset(f"ORG{number:03}" for number in (*range(1, 10), 15, 16))
"""Errors of reading: a file, an entry or a value is not there as it is written."""


class BuiltinRoles(Protocol):
    """The built-in roles and what they refer to, each file read when it is first needed."""

    def outline(self, role: str) -> Role | None:
        """What a role is called and how it stands to other roles, without its other facets."""

    def names(self, role: str, language: str) -> Sequence[LocalName]:
        """What a role is called in another language; nothing in its own."""

    def title(self, role: str, language: str) -> str | None:
        """What a role is called in a language, else in its own; None for one that is unknown."""

    def statements(self) -> Mapping[str, str]:
        """The id of every statement, with the stem of the file that makes it."""

    def library(self, own: Sequence[Library]) -> Library:
        """The built-in library with what others add; their entries win by key."""


@dataclass(frozen=True)
class Project:
    """What was read, in the order it was given.

    roles         the roles that came from the user's own files
    role_ids      ids of all roles that may be named, the built-in ones included
    findings      what the readers found wrong (codes ORG001 to ORG011), without level or name
    sources       decoded text by file, for excerpts
    files         every file that was read, or that could not be
    translations  those in the folders of the user's own roles
    libraries     the user's own `library.yaml` files
    comments      comments to orgcli by file, for the files that have any
    builtin       where the roles and keys are found that are not the user's own
    includes      what files include: the file, and the pattern as it stands there
    tables        which columns of the tables became which fields
    yardsticks    the user's own `shape.yaml` files
    plans         what is to change in the organisations
    """

    organisations: Sequence[Organisation] = ()
    roles: Sequence[RoleFile] = ()
    role_ids: Collection[str] = ()
    findings: Sequence[Finding] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    files: Sequence[str] = ()
    translations: Sequence[TranslationFile] = ()
    libraries: Sequence[LibraryFile] = ()
    comments: Mapping[str, Sequence[Suppression]] = field(default_factory=dict)
    builtin: BuiltinRoles | None = field(default=None, repr=False, compare=False)
    includes: Sequence[tuple[str, str]] = ()
    tables: Sequence[TableReading] = ()
    yardsticks: Sequence[YardsticksFile] = ()
    plans: Sequence[PlanFile] = ()

    @property
    def unreadable(self) -> Sequence[Finding]:
        """What could not be read as it is written: files, entries and values."""
        return [finding for finding in self.findings if finding.code in _UNREAD]

    @cached_property
    def shared(self) -> Collection[str]:
        """The files that several organisations include."""
        times = Counter(
            file for organisation in self.organisations for file in set(organisation.files)
        )
        return {file for file, number in times.items() if number > 1}

    @cached_property
    def own(self) -> Mapping[str, RoleFile]:
        """The user's own roles by id; the first file wins where two define one."""
        role_files: dict[str, RoleFile] = {}
        for file in self.roles:
            role_files.setdefault(file.role.role, file)
        return role_files

    def definition(self, role: str) -> Role | None:
        """A role of the user's own, else the outline of the built-in one, else None."""
        if role in self.own:
            return self.own[role].role
        return self.builtin.outline(role) if self.builtin else None

    def statements(self, role: str, facet: str) -> Sequence[Statement]:
        """The statements on a role under a facet: its own, then those of the user's libraries."""
        definition = self.definition(role)
        statements = definition.statements(facet) if definition else ()
        return (*statements, *self._in_libraries.get((role, facet), ()))

    @cached_property
    def _in_libraries(self) -> Mapping[tuple[str, str], Sequence[Statement]]:
        statements: dict[tuple[str, str], list[Statement]] = {}
        for file in self.libraries:
            for shared in file.library.shared:
                for role in shared.roles:
                    statements.setdefault((role, shared.facet), []).append(shared.statement)
        return statements

    @cached_property
    def library(self) -> Library:
        """The built-in library with what the user's own add; read when it is first needed."""
        own = [file.library for file in self.libraries]
        if self.builtin:
            return self.builtin.library(own)
        from orgcli.model.roles.library import Library

        return own[0] if own else Library("none")

    def names(self, role: str, languages: Collection[str] = LANGUAGES) -> Iterator[LocalName]:
        """The title, abbreviation and aliases of a role in some languages."""
        definition = self.definition(role)
        if definition is None:
            return
        if definition.language in languages:
            yield from _names(definition, definition.language)
        for language in languages:
            if role in self.own:
                for translation in self._own_translations.get((role, language), ()):
                    yield from _names(translation, language)
            elif self.builtin:
                yield from self.builtin.names(role, language)

    def title(self, role: str, language: str) -> str:
        """What a role is called in a language, else in its own; the id of one that is unknown."""
        if role not in self.own:
            return (self.builtin and self.builtin.title(role, language)) or role
        own = self.own[role].role
        if language == own.language:
            return own.name
        translations = self._own_translations.get((role, language), ())
        return next(
            (translation.title for translation in reversed(translations) if translation.title),
            own.name,
        )

    @cached_property
    def _own_translations(self) -> Mapping[tuple[str, str], Sequence[RoleTranslation]]:
        translations: dict[tuple[str, str], list[RoleTranslation]] = {}
        if not self.translations:
            return translations
        from orgcli.model.roles.translation import RoleTranslation

        for file in self.translations:
            if isinstance(file.translation, RoleTranslation):
                key = file.translation.translation, file.language
                translations.setdefault(key, []).append(file.translation)
        return translations


def role_titles(project: Project, language: str = ENGLISH) -> Titles:
    """What the roles are called that positions without a title of their own name.

    language  in which they are called, where they have a translation; one of LANGUAGES
    """
    roles = {
        position.role
        for organisation in project.organisations
        for position in organisation.positions
        if position.role and not position.title
    }
    return Titles({role: project.title(role, language) for role in sorted(roles)})


def _names(role: Role | RoleTranslation, language: str) -> Iterator[LocalName]:
    if role.title:
        yield LocalName(role.title, language, "title")
    if role.abbreviation:
        yield LocalName(role.abbreviation, language, "abbreviation")
    for alias in role.aliases:
        yield LocalName(alias.name, language, "alias", alias.ambiguous)
