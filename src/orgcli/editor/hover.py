"""The details of the position or role that the cursor is on, as `orgcli show` prints them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from orgcli.editor.cursor import CursorReference
from orgcli.editor.field_meaning import Meaning
from orgcli.editor.project_index import ProjectIndex
from orgcli.figures.position.position_details import position_details
from orgcli.figures.position.position_report import PositionReport
from orgcli.figures.position.text import position_text
from orgcli.language.tags import speak, speak_of_figures
from orgcli.model.roles.role import Role
from orgcli.model.text import visible
from orgcli.read.roles.builtin_roles import role_ids
from orgcli.render.view import Page

_WIDTH = 100
_MOST_STATEMENTS = 8
_MOST_LINES = 40
"""Of what is said of a position; the reports of one may be hundreds."""


def hover_text(index: ProjectIndex, reference: CursorReference, file: str) -> str:
    """What is to be known, as lines of plain text; empty where nothing is.

    file  in which the cursor is
    """
    if reference.meaning is Meaning.POSITION:
        return _position(index, reference.value, file)
    if reference.meaning is Meaning.ROLE:
        return "\n".join(_role(index, reference.value))
    return ""


def _position(index: ProjectIndex, id: str, file: str) -> str:
    seats = index.seats(id, file)
    if not seats:
        return ""
    details = [position_details(seat.organisation, seat.id, index.titles) for seat in seats]
    report = PositionReport(details, speak_of_figures(index.language))
    lines = position_text(report, Page(_WIDTH, words=speak(index.language))).splitlines()
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], "…"]
    return "\n".join(lines)


def _role(index: ProjectIndex, id: str) -> Iterator[str]:
    role = index.project.definition(id)
    if role is None:
        return
    if id not in index.project.own:
        role = _builtin(id, index.language) or role
    title = role.title or index.project.title(id, index.language)
    short = f" ({visible(role.abbreviation)})" if role.abbreviation else ""
    yield f"{visible(title)}{short} · {visible(id)}"
    texts = [statement.text for statement in role.summary if statement.text]
    for text in texts[:_MOST_STATEMENTS]:
        yield f"- {visible(text)}"
    if len(texts) > _MOST_STATEMENTS:
        yield "…"


@lru_cache(maxsize=64)
def _builtin(id: str, language: str) -> Role | None:
    """A role of the library, whole and in a language; its file is opened here."""
    if id not in role_ids():
        return None
    from orgcli.read.roles.role_index import KnownRoles
    from orgcli.read.roles.role_selection import NoSuchRole, select_roles

    try:
        selection = select_roles([id], KnownRoles(language=language), bytes)
    except NoSuchRole:
        return None
    return selection.roles[0].file.role if selection.roles else None
