"""Translations of roles and libraries, `roles/<language>/<role>.yaml`."""

import re
from functools import partial
from pathlib import Path

from orgcli.model.findings.finding import Finding
from orgcli.model.roles.translation import (
    LibraryTranslation,
    RoleTranslation,
    Translation,
    TranslationFile,
)
from orgcli.model.source.source import Source
from orgcli.read.roles.builtin_roles import LIBRARY
from orgcli.read.syntax.document import Document
from orgcli.read.syntax.mapping import load_mapping, validated

FIRST = "translation"
"""The key that a translation begins with: the id of the role, or `library`."""


_NO_FILE_NAME = re.compile(r'[\x00-\x1f/\\:*?"<>|]')
_LONGEST = 100  # characters of an id in the name of a file


def translation_path(folder: Path, language: str, name: str) -> Path:
    """Where the translation of a role, or of the library, in a folder of roles is.

    An id is what its user wrote: it names a file in this folder and never one elsewhere.
    """
    return folder / language / f"{_NO_FILE_NAME.sub('_', name)[:_LONGEST]}.yaml"


def read_translation(source: Source, language: str) -> tuple[TranslationFile | None, list[Finding]]:
    """The translation in a file, and what is wrong with it, as in read_role."""
    document, findings = load_mapping(source, f"a translation begins with `{FIRST}:`")
    if document is None:
        return None, findings
    file, wrong = translation_from(document, language)
    return file, [*findings, *wrong]


def translation_from(
    document: Document, language: str
) -> tuple[TranslationFile | None, list[Finding]]:
    """The translation in a parsed file whose root is a mapping."""
    root = document.root
    assert isinstance(root, dict)
    kind: type[Translation] = LibraryTranslation if root.get(FIRST) == LIBRARY else RoleTranslation
    translation, findings = validated(document, kind, FIRST)
    if translation is None:
        return None, findings
    return TranslationFile(language, translation, partial(document.place, 0)), findings
