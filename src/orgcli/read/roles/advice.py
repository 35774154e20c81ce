"""The advice of the library in a language, and the statements of the roles that it rests on."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from orgcli.model.findings.finding import Finding
from orgcli.model.roles.advice import Advice, AdviceTranslation, translate_advice
from orgcli.model.roles.role import Role, Statement
from orgcli.model.roles.translation import texts
from orgcli.model.source.source import Source
from orgcli.read.roles.builtin_roles import ADVICE, NOT_ROLES, builtin_folder
from orgcli.read.roles.library import Libraries
from orgcli.read.roles.translations import read_translation, role_in_language
from orgcli.read.syntax.mapping import read_file, read_value


@dataclass(frozen=True, slots=True)
class StatementOfRoles:
    """A statement with the roles it is made of; `text`, in a language, is empty for a relation."""

    id: str
    roles: tuple[str, ...]
    facet: str
    text: str
    statement: Statement


def read_advice(language: str, folder: Path | None = None) -> tuple[Advice | None, list[Finding]]:
    """The advice in a folder of roles, the built-in one unless named, with its translation.

    A text that is not translated stays and is marked. Findings as in read_role.
    """
    folder = folder or builtin_folder()
    advice, findings = read_file(folder / f"{ADVICE}.yaml", Advice, ADVICE)
    if advice is None or advice.language == language:
        return advice, findings
    translation, wrong = read_translation(folder, language, ADVICE, AdviceTranslation)
    translated = translate_advice(advice, texts(translation) if translation else {})
    return translated, [*findings, *wrong]


def read_statements(ids: Collection[str], language: str) -> dict[str, StatementOfRoles]:
    """The statements of the built-in roles with these ids, in a language.

    Only the files that name one of the ids are parsed. One that is not translated is marked.
    """
    statements = {entry.id: entry for entry in _of_one_role(ids, language)}
    for shared in Libraries(language, []).base.shared:
        statement = shared.statement
        if statement.id and statement.id in ids:
            text = statement.text or ""
            statements[statement.id] = StatementOfRoles(
                statement.id, shared.roles, shared.facet, text, statement
            )
    return statements


def _of_one_role(ids: Collection[str], language: str) -> Iterator[StatementOfRoles]:
    folder = builtin_folder()
    for path in sorted(folder.glob("*.yaml")):
        text = path.read_text("utf-8")
        if path.stem in NOT_ROLES or not any(f"id: {id}" in text for id in ids):
            continue
        role, _ = read_value(Source(path.as_posix(), text), Role, "role")
        if role is None:
            continue
        translated, _ = role_in_language(role, folder, language)
        for facet, statements in translated.role.facets():
            for statement in statements:
                if statement.id and statement.id in ids:
                    is_own = translated.language != language or statement in translated.untranslated
                    mark = f" [{role.language}]" if statement.text and is_own else ""
                    text = (statement.text or "") + mark
                    yield StatementOfRoles(statement.id, (role.role,), facet, text, statement)
