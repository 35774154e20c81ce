"""The people of an organisation, each with a manager that is one of them: what directories hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from orgcli.exchange.export import ExportJob, only
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Contact, Position
from orgcli.render.sentences import counted

_NO_CONTACT = Contact()


@dataclass(frozen=True, slots=True)
class DirectoryPerson:
    """A holder of a position.

    uid         the id of the position; the second of a job share has ` (2)` after it
    manager     the place of the manager among the people, -1 for nobody
    department  what its department is called
    """

    uid: str
    name: str
    position: Position
    title: str
    department: str
    manager: int = -1

    @property
    def contact(self) -> Contact:
        """How to reach the person."""
        return self.position.contact or _NO_CONTACT

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.split()[-1] if self.name.split() else self.name

    @property
    def forename(self) -> str:
        """The words before it."""
        return " ".join(self.name.split()[:-1])


@dataclass(frozen=True, slots=True)
class DirectoryPeople:
    """The people, and what they cannot hold of the organisation."""

    people: Sequence[DirectoryPerson]
    organisation: Organisation
    lost: Sequence[str]

    def manager_of(self, person: DirectoryPerson) -> DirectoryPerson | None:
        """The manager of one of the people, if any."""
        return self.people[person.manager] if person.manager >= 0 else None


def people_of(job: ExportJob, closed: bool = False) -> DirectoryPeople:
    """Everybody who holds a position, below the nearest manager above with a holder.

    closed  whether those of closed positions are among them
    """
    whole = job.shown
    held = [
        at
        for at, position in enumerate(whole.positions)
        if position.holder and (closed or position.status != "closed")
    ]
    organisation = whole if len(held) == len(whole.positions) else only(whole, held)
    names = {
        department.id: department.name or department.id for department in organisation.departments
    }
    people: list[DirectoryPerson] = []
    first, uids = _uids(organisation)
    for at, position in enumerate(organisation.positions):
        title, department = job.titles.of(position), position.department or ""
        above = organisation.lines.manager[at]
        manager = first[above] if above >= 0 else -1
        for name in position.holder:
            uid, department_name = uids[len(people)], names.get(department, department)
            people.append(DirectoryPerson(uid, name, position, title, department_name, manager))
    return DirectoryPeople(people, organisation, _left_out(whole, organisation))


def _uids(organisation: Organisation) -> tuple[Sequence[int], Sequence[str]]:
    """Per position the place of its first holder among all, and the uid of each of those."""
    used = {position.id for position in organisation.positions}
    first, uids = list[int](), list[str]()
    for position in organisation.positions:
        first.append(len(uids))
        uids.append(position.id)
        for number in range(2, len(position.holder) + 1):
            uid = f"{position.id} ({number})"
            while uid in used:
                uid += "'"
            used.add(uid)
            uids.append(uid)
    return first, uids


def _left_out(whole: Organisation, organisation: Organisation) -> Sequence[str]:
    """How many positions have nobody in them, and how many have several."""
    vacant = len(whole.positions) - len(organisation.positions)
    shared = sum(len(position.holder) > 1 for position in organisation.positions)
    lines = []
    if vacant:
        what = f"{counted(vacant, 'position')} that nobody holds"
        lines.append(f"left out: {what}; who reports to one reports to the next above")
    if shared:
        lines.append(f"each on its own: the holders of {counted(shared, 'position')}")
    return lines
