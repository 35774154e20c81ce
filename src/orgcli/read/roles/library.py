"""The libraries that roles refer to: the built-in one, one's own beside it, in one language."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from pathlib import Path
from typing import Any

from orgcli.model.findings.finding import Finding
from orgcli.model.roles.library import Library
from orgcli.model.roles.rewriting import translate_library
from orgcli.model.roles.translation import LibraryTranslation
from orgcli.read.roles.builtin_roles import LIBRARY, builtin_folder
from orgcli.read.roles.translations import read_translation
from orgcli.read.syntax.mapping import read_file


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
        library, wrong = read_file(path, Library, LIBRARY)
        self.findings.extend(wrong)
        if library is None or library.language == self.language:
            return library
        translation, wrong = read_translation(folder, self.language, LIBRARY, LibraryTranslation)
        self.findings.extend(wrong)
        return translate_library(library, translation)

    def merged(self, own: Sequence[Library]) -> Library:
        """The built-in library with what one's own add; their entries win by key."""
        return reduce(_merged, own, self.base)


def _merged(base: Library, own: Library) -> Library:
    merged: dict[str, Any] = {}
    for name in ("works", "concepts", "disputes", "axes"):
        entries = (*getattr(base, name), *getattr(own, name))
        merged[name] = tuple({entry.key: entry for entry in entries}.values())
    for name in ("hedges", "conditions", "facets"):
        merged[name] = (getattr(base, name) or {}) | (getattr(own, name) or {})
    firm = tuple(dict.fromkeys((*base.firm, *own.firm)))
    return Library(own.library, shared=(*base.shared, *own.shared), firm=firm, **merged)
