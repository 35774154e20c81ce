"""What translations lack: every text of roles, libraries and advice, against what is there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from orgcli.language.tags import LANGUAGES
from orgcli.model.findings.finding import Finding
from orgcli.model.roles.advice import Advice, AdviceTranslation, rewrite_advice
from orgcli.model.roles.library import Library
from orgcli.model.roles.rewriting import rewrite_library, rewrite_role, texts_of
from orgcli.model.roles.role import Role
from orgcli.model.roles.translation import LibraryTranslation, RoleTranslation, texts
from orgcli.read.roles.builtin_roles import ADVICE, LIBRARY, builtin_folder
from orgcli.read.roles.role_names import KnownRoles
from orgcli.read.roles.translations import FIRST, translation_path
from orgcli.read.syntax.mapping import read_file

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Covered:
    """One file in one language.

    file     the id of a built-in role, `library`, `advice`, or the path of a file of one's own
    beside   where its translation is, or would be
    there    whether it is there
    texts    how many texts the file has
    lacking  keys of those that are not in the language
    unnamed  whether some of them have no id by which they could be translated
    """

    language: str
    file: str
    beside: str
    there: bool
    texts: int
    lacking: tuple[str, ...]
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class _File:
    """A file to be translated: the keys of its texts, and sentences that no key names."""

    path: Path
    name: str
    stem: str
    language: str
    wanted: tuple[str, ...]
    unnamed: tuple[str, ...] = ()


@dataclass
class Coverage:
    """Reads files and their translations; what is wrong with them goes to `findings`."""

    findings: list[Finding]

    def of_every(self, known: KnownRoles, own: Sequence[Path]) -> Iterator[Covered]:
        """Every role that is known, and the libraries and the advice beside them.

        own  folders that may hold a library of one's own
        """
        builtin = builtin_folder()
        for role in known.all():
            if found := self._read(role.path, Role, "role"):
                name = role.id if role.builtin else role.path.as_posix()
                wanted, unnamed = texts_of(rewrite_role, found), _unnamed(found)
                file = _File(role.path, name, found.role, found.language, tuple(wanted), unnamed)
                yield from self._of(file, RoleTranslation)
        others = {one.resolve(): one for one in own if one.resolve() != builtin.resolve()}
        for folder in (builtin, *others.values()):
            for stem in (LIBRARY, ADVICE):
                path = folder / f"{stem}.yaml"
                if path.is_file():
                    name = stem if folder == builtin else path.as_posix()
                    yield from self._beside(path, name, stem)

    def _beside(self, path: Path, name: str, stem: str) -> Iterator[Covered]:
        """A library, or advice."""
        if stem == LIBRARY:
            if library := self._read(path, Library, stem):
                wanted = tuple(texts_of(rewrite_library, library))
                file = _File(path, name, stem, library.language, wanted)
                yield from self._of(file, LibraryTranslation)
        elif advice := self._read(path, Advice, stem):
            wanted = tuple(texts_of(rewrite_advice, advice))
            file = _File(path, name, stem, advice.language, wanted)
            yield from self._of(file, AdviceTranslation)

    def _of(self, file: _File, kind: type[object]) -> Iterator[Covered]:
        """The file in each language."""
        texts_in_all = len(file.wanted) + len(file.unnamed)
        for language in LANGUAGES:
            beside = translation_path(file.path.parent, language, file.stem)
            builtin = file.name == file.path.stem
            shown = beside.relative_to(file.path.parent) if builtin else beside
            there = language == file.language or beside.is_file()
            lacking: list[str] = []
            if language != file.language:
                said = self._said(beside, kind) if there else {}
                lacking = [*(key for key in file.wanted if key not in said), *file.unnamed]
            unnamed = bool(file.unnamed and lacking)
            yield Covered(
                language, file.name, shown.as_posix(), there, texts_in_all, tuple(lacking), unnamed
            )

    def _said(self, path: Path, kind: type[object]) -> Mapping[str, str]:
        translation = self._read(path, kind, FIRST)
        return texts(translation) if translation is not None else {}

    def _read(self, path: Path, kind: type[T], first: str) -> T | None:
        value, findings = read_file(path, kind, first)
        self.findings.extend(findings)
        return value


def _unnamed(role: Role) -> tuple[str, ...]:
    """Sentences that have no id, by facet and number: no translation can name them."""
    return tuple(
        f"{facet}.{number}"
        for facet, statements in role.facets()
        for number, one in enumerate(statements, start=1)
        if one.text and not one.id
    )
