"""The libraries that roles refer to: the built-in one, one's own beside it, in one language."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol, TypeVar

from orgcli.model.findings.finding import Finding
from orgcli.model.roles.library import Library
from orgcli.model.roles.rewriting import translate_library
from orgcli.model.roles.translation import LibraryTranslation, texts
from orgcli.read.roles.builtin_roles import LIBRARY, builtin_folder
from orgcli.read.roles.role_file import read_library
from orgcli.read.roles.translations import read_translation, translation_path
from orgcli.read.syntax.mapping import read_source


@dataclass
class Libraries:
    """Reads libraries in a language; what is wrong with them goes to `findings`."""

    language: str
    findings: list[Finding]

    @cached_property
    def base(self) -> Library:
        """The built-in library."""
        return self.beside(builtin_folder()) or Library("none")

    def beside(self, folder: Path) -> Library | None:
        """The library in a folder of roles; None where there is none."""
        path = folder / f"{LIBRARY}.yaml"
        if not path.is_file():
            return None
        source = read_source(path)
        if isinstance(source, Finding):
            self.findings.append(source)
            return None
        library, wrong = read_library(source)
        self.findings.extend(wrong)
        return self._translated(library, folder) if library else None

    def merged(self, own: Sequence[Library]) -> Library:
        """The built-in library with what one's own add; their entries win by key."""
        library = self.base
        for one in own:
            library = merged(library, one)
        return library

    def _translated(self, library: Library, folder: Path) -> Library:
        path = translation_path(folder, self.language, LIBRARY)
        if self.language == library.language:
            return library
        if not path.is_file():
            return translate_library(library, {})
        source = read_source(path)
        if isinstance(source, Finding):
            self.findings.append(source)
            return library
        file, wrong = read_translation(source, self.language)
        self.findings.extend(wrong)
        if file is None or not isinstance(file.translation, LibraryTranslation):
            return library
        return translate_library(library, texts(file.translation))


class _Keyed(Protocol):
    @property
    def key(self) -> str: ...


K = TypeVar("K", bound=_Keyed)


def merged(base: Library, own: Library) -> Library:
    """The base with what one's own library adds; its entries win by key."""

    def entries(below: tuple[K, ...], above: tuple[K, ...]) -> tuple[K, ...]:
        return tuple({entry.key: entry for entry in (*below, *above)}.values())

    return Library(
        library=own.library,
        works=entries(base.works, own.works),
        concepts=entries(base.concepts, own.concepts),
        disputes=entries(base.disputes, own.disputes),
        axes=entries(base.axes, own.axes),
        shared=(*base.shared, *own.shared),
        firm=tuple(dict.fromkeys((*base.firm, *own.firm))),
        hedges={**(base.hedges or {}), **(own.hedges or {})},
        conditions={**(base.conditions or {}), **(own.conditions or {})},
        facets={**(base.facets or {}), **(own.facets or {})},
    )
