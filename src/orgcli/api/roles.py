"""Comparing roles as `orgcli compare` does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from orgcli.api.role_columns import compared_roles
from orgcli.compare.answer.answer import RoleAnswer
from orgcli.compare.answer.choice import answer
from orgcli.compare.comparison.align import align
from orgcli.compare.comparison.vocabulary import Vocabulary
from orgcli.language.tags import LANGUAGES, speak_of_answers
from orgcli.model.request.flag import RequestError, refuse_unknown_word
from orgcli.read.roles.role_index import KnownRoles
from orgcli.read.roles.role_selection import RoleSelection, line_names, select_roles

OWN_FOLDERS = ("roles",)
"""Where roles of one's own are, from the current folder."""


def compare(
    roles: Sequence[str],
    *,
    language: str = "en",
    folders: Sequence[Path | str] | Path | str = OWN_FOLDERS,
) -> RoleAnswer:
    """What tells roles apart, and who says so; its `comparison` has every statement, aligned.

    roles     ids, abbreviations, titles, aliases or files; `cso@sbi` for what one work says
    language  the tag of the language of texts and titles
    folders   those with role files of one's own; none for the built-in roles alone
    Raises NoSuchRole where a word means no role, or several, and RequestError for fewer than two
    roles, an unknown language, and a role file with mistakes.
    """
    if isinstance(roles, str) or len(roles) < 2:
        raise RequestError("a comparison needs two roles", 'write ["cso", "cro"]')
    refuse_unknown_word("language", str(language), LANGUAGES)
    known = KnownRoles(folders_of(folders), language)
    selection = select_roles(list(roles), known, _no_stdin)
    for finding in selection.findings:
        raise RequestError(f"{finding.place}: {finding.message}", finding.help or "")
    return role_answer(selection, known)


def folders_of(folders: Sequence[Path | str] | Path | str) -> list[Path]:
    """One folder or several as paths."""
    return list(map(Path, [folders] if isinstance(folders, str | Path) else folders))


def _no_stdin() -> bytes:
    raise RequestError("`-` is standard input, which only the command line reads", "name a file")


def role_answer(selection: RoleSelection, known: KnownRoles) -> RoleAnswer:
    """The answer to which of some roles it should be, in the language of the roles there are."""
    roles = compared_roles(selection, known.language)
    comparison = align(roles, selection.library, selection.names)
    names = {**line_names(selection.roles, known), **selection.names}
    joint = speak_of_answers(known.language).or_
    return answer(roles, comparison, Vocabulary(selection.library, names), joint)
