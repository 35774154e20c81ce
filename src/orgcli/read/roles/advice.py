"""The advice of the library in a language, and the statements of the roles that it rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from orgcli.model.findings.finding import Finding
from orgcli.model.roles.advice import Advice, AdviceTranslation, translate_advice
from orgcli.model.roles.role import Role, Statement
from orgcli.model.roles.translation import RoleTranslation, texts
from orgcli.model.source.source import Source
from orgcli.read.roles.builtin_roles import ADVICE, NOT_ROLES, builtin_folder
from orgcli.read.roles.library import Libraries
from orgcli.read.roles.translations import FIRST, translation_path
from orgcli.read.syntax.mapping import load_mapping, read_file, validated

T = TypeVar("T")


def read_advice(language: str, folder: Path | None = None) -> tuple[Advice | None, list[Finding]]:
    """The advice in a folder of roles, the built-in one unless named, with its translation.

    A text that is not translated stays and is marked. Findings as in read_role.
    """
    folder = folder or builtin_folder()
    advice, findings = read_file(folder / f"{ADVICE}.yaml", Advice, ADVICE)
    if advice is None or advice.language == language:
        return advice, findings
    path = translation_path(folder, language, ADVICE)
    said: AdviceTranslation | None = None
    if path.is_file():
        said, wrong = read_file(path, AdviceTranslation, FIRST)
        findings.extend(wrong)
    return translate_advice(advice, texts(said) if said else {}), findings


def read_statements(ids: Collection[str], language: str) -> dict[str, Stated]:
    """The statements of the built-in roles with these ids, in a language.

    Only the files that name one of the ids are parsed. One that is not translated is marked.
    """
    folder = builtin_folder()
    found: dict[str, Stated] = {}
    for path in sorted(folder.glob("*.yaml")):
        text = path.read_text("utf-8")
        if path.stem not in NOT_ROLES and any(f"id: {id}" in text for id in ids):
            for one in _stated(path, text, language):
                if one.id in ids:
                    found[one.id] = one
    for shared in Libraries(language, []).base.shared:
        statement = shared.statement
        if statement.id and statement.id in ids:
            found[statement.id] = Stated(
                statement.id, shared.roles, shared.facet, statement.text or "", statement
            )
    return found


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement with the roles it is made of; `text`, in a language, is empty for a relation."""

    id: str
    roles: tuple[str, ...]
    facet: str
    text: str
    statement: Statement


def _stated(path: Path, text: str, language: str) -> Iterator[Stated]:
    """The statements in a role file, in a language."""
    document, _ = load_mapping(Source(path.as_posix(), text), "")
    role = validated(document, Role, "role")[0] if document else None
    if role is None:
        return
    said: RoleTranslation | None = None
    other = translation_path(path.parent, language, path.stem)
    if language != role.language and other.is_file():
        said, _ = read_file(other, RoleTranslation, FIRST)
    mark = "" if language == role.language else f" [{role.language}]"
    for facet, statements in role.facets():
        for one in statements:
            if one.id:
                words = (said.statements.get(one.id) if said else None) or (one.text or "") + mark
                yield Stated(one.id, (role.role,), facet, words if one.text else "", one)
