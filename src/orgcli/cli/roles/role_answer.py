"""The answer to which of some roles it should be, from the roles that were read."""

from __future__ import annotations

from orgcli.cli.language import Session
from orgcli.cli.roles.selection import compared
from orgcli.compare.answer.answer import RoleAnswer
from orgcli.compare.answer.choice import answer
from orgcli.compare.comparison.align import align
from orgcli.compare.comparison.vocabulary import Vocabulary
from orgcli.language.tags import speak_of_answers
from orgcli.read.roles.role_selection import RoleSelection, line_names


def answered(selection: RoleSelection, session: Session) -> RoleAnswer:
    """The answer, in the words of the session's language."""
    roles = compared(selection, session)
    comparison = align(roles, selection.library, selection.names)
    names = {**line_names(selection.roles, session.roles()), **selection.names}
    joint = speak_of_answers(session.words.tag).or_
    return answer(roles, comparison, Vocabulary(selection.library, names), joint)
