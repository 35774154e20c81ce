"""Where what the cursor refers to is written, and where it is referred to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgcli.editor.cursor import CursorReference
from orgcli.editor.field_meaning import Meaning
from orgcli.editor.project_index import ProjectIndex
from orgcli.model.findings.finding import Place


def definitions(index: ProjectIndex, reference: CursorReference, file: str) -> Sequence[Place]:
    """Where the position, role or department is written; nothing for a role of the library.

    file  in which the cursor is: positions of its organisation alone, where it has the id
    """
    if reference.meaning is Meaning.POSITION:
        return [seat.place for seat in index.seats(reference.value, file)]
    if reference.meaning is Meaning.ROLE:
        own_role = index.project.own.get(reference.value)
        return [] if own_role is None else [own_role.place("role")]
    return list(_departments(index, reference.value, file))


def _departments(index: ProjectIndex, word: str, file: str) -> Iterator[Place]:
    for organisation in index.around(file):
        for number, department in enumerate(organisation.departments):
            if word.casefold() in (department.id.casefold(), (department.name or "").casefold()):
                yield organisation.department_place(number, "id")


def references(index: ProjectIndex, reference: CursorReference, with_own: bool) -> Sequence[Place]:
    """Where an id is written as a manager, a dotted line or a head of a department.

    with_own  whether the position itself counts as well
    """
    if reference.meaning is not Meaning.POSITION:
        return []
    seats = index.seats(reference.value)
    own = [seat.place for seat in seats] if with_own else []
    id = seats[0].id if seats else reference.value
    return sorted({*own, *index.references(id)})
