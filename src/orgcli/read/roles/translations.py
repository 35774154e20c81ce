"""Translations of roles and of the files beside them, `roles/<language>/<role>.yaml`."""

import re
from functools import partial
from pathlib import Path
from typing import TypeVar

from orgcli.language.tags import LANGUAGES, tag
from orgcli.model.findings.finding import Finding
from orgcli.model.roles.rewriting import TranslatedRole, translate_role
from orgcli.model.roles.role import Role
from orgcli.model.roles.translation import (
    LibraryTranslation,
    RoleTranslation,
    Translation,
    TranslationFile,
)
from orgcli.model.text import listed
from orgcli.read.roles.builtin_roles import LIBRARY, SHAPE
from orgcli.read.syntax.document import Document, Value
from orgcli.read.syntax.mapping import read_file, validated

FIRST = "translation"
"""The key that a translation begins with: the id of the role, `library`, `advice` or `shape`."""

T = TypeVar("T")

_NO_FILE_NAME = re.compile(r'[\x00-\x1f/\\:*?"<>|]')
_LONGEST = 100  # characters of an id or a language in the name of a file


def translation_path(folder: Path, language: str, name: str) -> Path:
    """Where the translation of a role, or of the library, in a folder of roles is.

    Both are what somebody wrote: they name a file in this folder and never one elsewhere.
    """
    return folder / (_file_name(language).lstrip(".") or "_") / f"{_file_name(name)}.yaml"


def _file_name(text: str) -> str:
    return _NO_FILE_NAME.sub("_", text)[:_LONGEST]


def read_translation(
    folder: Path, language: str, name: str, kind: type[T]
) -> tuple[T | None, list[Finding]]:
    """The translation of what a folder of roles describes; None where there is none.

    name  the id of a role, `library`, `advice` or `shape`
    Findings: those of read_file.
    """
    path = translation_path(folder, language, name)
    return read_file(path, kind, FIRST) if path.is_file() else (None, [])


def role_in_language(
    role: Role, folder: Path, language: str
) -> tuple[TranslatedRole, list[Finding]]:
    """A role of a folder by its translation; in its own language where there is none."""
    if language == role.language:
        return TranslatedRole(role, language), []
    translation, findings = read_translation(folder, language, role.role, RoleTranslation)
    if translation is None:
        return TranslatedRole(role, role.language), findings
    return translate_role(role, translation, language), findings


def translation_from(document: Document) -> tuple[TranslationFile | None, list[Finding]]:
    """The translation in a parsed file whose root is a mapping, in the language of its folder.

    Findings: those of `validated`, ORG005 where the folder is no language.
    """
    language = Path(document.source.path).resolve().parent.name
    if language not in LANGUAGES:
        message = f"a translation stands in the folder `{language}`, which is no language of orgcli"
        language_tag, several = tag(language), f"folders of translations are {listed(LANGUAGES)}"
        help = f"call the folder `{language_tag}`" if language_tag else several
        return None, [Finding("ORG005", message, document.key_place(0, FIRST), help=help)]
    translation, findings = validated(document, _kind(document.mapping.get(FIRST)), FIRST)
    if translation is None:
        return None, findings
    return TranslationFile(language, translation, partial(document.place, 0)), findings


def _kind(name: Value) -> type[Translation]:
    """The model of a translation by the name of what it translates."""
    if name == LIBRARY:
        return LibraryTranslation
    if name == SHAPE:
        from orgcli.model.roles.yardsticks import YardsticksTranslation  # few runs have any

        return YardsticksTranslation
    return RoleTranslation
