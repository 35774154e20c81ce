"""A dispute with every statement that belongs to its sides."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from orgcli.compare.comparison.comparison import Comparison, FacetRows, Wording
from orgcli.compare.parts.citations import Citations
from orgcli.language.words import RolesWords
from orgcli.model.roles.library import Dispute, Library, Side, Work
from orgcli.render.view import Page


@dataclass(frozen=True, slots=True)
class DisputeStatement:
    """A statement with the roles it is made of, under one facet.

    roles  what to call them; ids  theirs
    """

    wording: Wording
    roles: tuple[str, ...]
    ids: tuple[str, ...]
    facet: str
    label: str

    @property
    def with_label(self) -> Wording:
        """In words; a relation that only names a role comes with its facet."""
        if self.wording.statement.text:
            return self.wording
        return replace(self.wording, text=f"{self.label}: {self.wording.text}")


@dataclass(frozen=True, slots=True)
class DisputeDetail:
    """A dispute.

    sides   each with the statements that only its works make
    others  statements whose works are on several sides, or on none: nobody may guess on which
    works   those that it cites, in the order of the library
    """

    dispute: Dispute
    sides: tuple[tuple[Side, tuple[DisputeStatement, ...]], ...]
    others: tuple[DisputeStatement, ...]
    works: tuple[Work, ...]

    @property
    def statements(self) -> tuple[DisputeStatement, ...]:
        """Every statement that belongs to it."""
        return (
            *self.others,
            *(statement for _, statements in self.sides for statement in statements),
        )

    def citations(self, page: Page) -> Citations:
        """The marks of its works; statements carry their ids, and not the key of the dispute."""
        return Citations(self.works, replace(page, sources=True), keys=False)

    def works_of(self, side: Side) -> list[str]:
        """What to call the works of a side."""
        names = {work.key: work.label for work in self.works}
        return [names.get(work, work) for work in side.sources]

    def label_of_others(self, words: RolesWords) -> str:
        """What to call the statements of which nobody can tell the side by the work."""
        on_sides = any(statements for _, statements in self.sides)
        return words.said_on_no_side if on_sides else words.said_of_it


def dispute_detail(dispute: Dispute, comparison: Comparison, library: Library) -> DisputeDetail:
    """A dispute with the statements of a comparison of every role that belong to it."""
    on_sides: list[list[DisputeStatement]] = [[] for _ in dispute.sides]
    others: list[DisputeStatement] = []
    cited = {work for side in dispute.sides for work in side.sources}
    for statement in _statements(dispute.key, comparison):
        works = set(statement.wording.works)
        sides = [at for at, side in enumerate(dispute.sides) if works <= set(side.sources)]
        (on_sides[sides[0]] if works and len(sides) == 1 else others).append(statement)
        cited |= works
    return DisputeDetail(
        dispute,
        tuple(zip(dispute.sides, map(tuple, on_sides), strict=True)),
        tuple(others),
        tuple(work for work in library.works if work.key in cited),
    )


def works_cited(details: Sequence[DisputeDetail]) -> list[Work]:
    """The works of several disputes, each once."""
    return list({work.key: work for detail in details for work in detail.works}.values())


def _statements(key: str, comparison: Comparison) -> list[DisputeStatement]:
    """The statements of a dispute in the order of the roles, each once however many share it."""
    by_statement: dict[int, tuple[Wording, FacetRows, list[int]]] = {}
    for group, number, wording in comparison.statements():
        if wording.statement.dispute == key:
            by_statement.setdefault(id(wording.statement), (wording, group, []))[2].append(number)
    statements = []
    for wording, group, numbers in sorted(by_statement.values(), key=lambda entry: entry[2][0]):
        columns = [comparison.columns[number] for number in numbers]
        roles, ids = (tuple(map(attrgetter(name), columns)) for name in ("short", "id"))
        statements.append(DisputeStatement(wording, roles, ids, group.facet, group.label))
    return statements
