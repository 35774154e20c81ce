"""Look-ups in a project that was read: who has an id, who refers to it, where it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from orgcli.model.appearance import plain
from orgcli.model.findings.finding import Place
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import Position
from orgcli.model.project import Project, role_titles
from orgcli.model.source.notation import Notation, notation
from orgcli.read.organisation.first_keys import is_ours
from orgcli.read.syntax.document import Document
from orgcli.read.syntax.parsing import parse

Step = str | int


@dataclass(frozen=True, slots=True)
class SeatPlace:
    """A position of an organisation, by its number there."""

    organisation: Organisation
    at: int

    @property
    def id(self) -> str:
        """Its id."""
        return self.organisation.positions[self.at].id

    @property
    def place(self) -> Place:
        """Where its id is written."""
        return self.organisation.place(self.at, "id")


@dataclass(frozen=True, slots=True)
class NamedId:
    """An id that may be written, and what it stands for.

    search  what somebody may type to find it, in small letters
    """

    id: str
    detail: str
    search: str


class ProjectIndex:
    """Look-ups in a project, each made when it is first needed.

    language  in which roles are named
    parsed    the documents that were needed so far, by file; those of earlier readings are used
              where the text is still the same
    """

    def __init__(
        self, project: Project, language: str, parsed: Mapping[str, Document] | None = None
    ) -> None:
        self.project, self.language = project, language
        self.parsed = dict(parsed or {})
        self._rows: dict[str, Mapping[int, SeatPlace]] = {}

    @cached_property
    def titles(self) -> Titles:
        """What roles are called that positions name instead of a title."""
        return role_titles(self.project, self.language)

    def document(self, file: str) -> Document | None:
        """The parsed text of a file of ours in YAML or JSON; None for any other."""
        source = self.project.sources.get(file)
        if source is None or notation(source) is Notation.TABLE:
            return None
        document = self.parsed.get(file)
        if document is None or document.source.text != source.text:
            new_document, _ = parse(source)
            if new_document is None or not is_ours(new_document.root):
                self.parsed.pop(file, None)
                return None
            document = self.parsed[file] = new_document
        return document

    def seats(self, id: str, file: str = "") -> Sequence[SeatPlace]:
        """The positions that have an id, one in each organisation.

        Where none has it, those whose id looks like it: these are read as one. Where an
        organisation of the file has any, that of the file alone.
        """
        seats = self._seats(id) or self._seats(self._by_look.get(plain(id), ""))
        return [seat for seat in seats if file in seat.organisation.files] or seats

    def _seats(self, id: str) -> Sequence[SeatPlace]:
        return [
            SeatPlace(organisation, organisation.lines.index[id])
            for organisation in self.project.organisations
            if id in organisation.lines.index
        ]

    @cached_property
    def _by_look(self) -> Mapping[str, str]:
        return {plain(named_id.id): named_id.id for named_id in reversed(self.ids)}

    def around(self, file: str) -> Sequence[Organisation]:
        """The organisations that a file is of, else all of them."""
        own = [
            organisation
            for organisation in self.project.organisations
            if file in organisation.files
        ]
        return own or self.project.organisations

    def references(self, id: str) -> Iterator[Place]:
        """Where an id is written, but for positions that have it."""
        for organisation, at, path in self._references.get(id, ()):
            place = organisation.place(at, *path)
            if place != organisation.place(at):  # nested, so that it is not written
                yield place
        for organisation in self.project.organisations:
            for number, department in enumerate(organisation.departments):
                if department.head == id:
                    yield organisation.department_place(number, "head")

        for plan in self.project.plans:
            for step, key in plan.naming(id):
                yield plan.step_place(step, key)

    def prepare(self) -> None:
        """Make the look-ups that most questions need."""
        _ = self.ids, self.roles, self.departments, self._references

    def referring(self, organisation: Organisation, id: str) -> Sequence[int]:
        """The positions whose manager or dotted line an id is, each once, by their numbers."""
        positions = (at for owner, at, _ in self._references.get(id, ()) if owner is organisation)
        return list(dict.fromkeys(positions))

    @cached_property
    def _references(self) -> Mapping[str, Sequence[tuple[Organisation, int, tuple[Step, ...]]]]:
        references: dict[str, list[tuple[Organisation, int, tuple[Step, ...]]]] = {}
        for organisation in self.project.organisations:
            for at, position in enumerate(organisation.positions):
                if position.reports_to is not None:
                    references.setdefault(position.reports_to, []).append(
                        (organisation, at, ("reports_to",))
                    )
                for number, line in enumerate(position.dotted_lines):
                    steps = ("dotted_lines", number, "to")
                    references.setdefault(line.to, []).append((organisation, at, steps))
        return references

    @cached_property
    def ids(self) -> Sequence[NamedId]:
        """The ids of all positions, each once, in the order of the files."""
        by_id: dict[str, NamedId] = {}
        for organisation in self.project.organisations:
            for position in organisation.positions:
                if position.id not in by_id:
                    detail = self.detail_of(position)
                    search = f"{position.id} {detail}".casefold()
                    by_id[position.id] = NamedId(position.id, detail, search)
        return list(by_id.values())

    def detail_of(self, position: Position) -> str:
        """Who holds a position, and its title."""
        parts = (" / ".join(position.holder), self.titles.of(position))
        return " · ".join(filter(None, parts))

    @cached_property
    def roles(self) -> Sequence[NamedId]:
        """The ids of the roles that may be named, with their titles."""
        return [
            NamedId(role, title, f"{role} {title}".casefold())
            for role in sorted(self.project.role_ids)
            for title in [self.project.title(role, self.language)]
        ]

    @cached_property
    def departments(self) -> Sequence[NamedId]:
        """Departments by their ids, and those that positions name."""
        name_by_id: dict[str, str] = {}
        for organisation in self.project.organisations:
            for department in organisation.departments:
                name_by_id.setdefault(department.id, department.name or "")
        names = {name.casefold() for name in name_by_id.values()}
        for organisation in self.project.organisations:
            for position in organisation.positions:
                word = position.department
                if word and word.casefold() not in names:
                    name_by_id.setdefault(word, "")
        return [NamedId(id, name, f"{id} {name}".casefold()) for id, name in name_by_id.items()]

    def rows(self, file: str) -> Mapping[int, SeatPlace]:
        """The positions of a table by the lines in which their ids are written."""
        if file not in self._rows:
            self._rows[file] = {
                organisation.place(at, "id").line: SeatPlace(organisation, at)
                for organisation in self.project.organisations
                if file in organisation.files
                for at in range(len(organisation.positions))
                if organisation.place(at).file == file
            }
        return self._rows[file]
