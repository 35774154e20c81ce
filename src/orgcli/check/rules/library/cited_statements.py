"""The statements of the user's own roles and libraries, each with the works that it cites."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from orgcli.model.findings.finding import Place
from orgcli.model.project import Project
from orgcli.model.text import joined

if TYPE_CHECKING:  # so that a run without roles does not pay for their model
    from orgcli.model.roles.library import Dispute
    from orgcli.model.roles.role import RoleFile, Statement


class CitedStatement(NamedTuple):
    """A statement with where it is written: `place("sources", 0)` is a part of it.

    entity  the id of the statement, else of the role that makes it
    """

    facet: str
    statement: Statement
    place: Callable[..., Place]
    entity: str


def cited_statements(project: Project) -> Iterator[CitedStatement]:
    """Every statement in the user's own role files, then those shared in libraries."""
    for role in project.roles:
        yield from statements_of_role(role)
    for file in project.libraries:
        for number, shared in enumerate(file.library.shared):
            place = partial(file.place, "shared", number, "statement")
            entity = shared.statement.id or file.library.library
            yield CitedStatement(shared.facet, shared.statement, place, entity)


def statements_of_role(file: RoleFile) -> Iterator[CitedStatement]:
    """Every statement of a role file, in table order."""
    other_facets = file.role.other or {}
    for facet, statements in file.role.facets():
        path = ("other", facet) if facet in other_facets else (facet,)
        for number, statement in enumerate(statements):
            place = partial(file.place, *path, number)
            yield CitedStatement(facet, statement, place, statement.id or file.role.role)


class Citation(NamedTuple):
    """Something that works are cited for, and where it is written.

    what    what a message calls it
    works   the keys of the works
    single  whether it has one `source` rather than `sources`
    """

    what: str
    works: Sequence[str]
    place: Callable[..., Place]
    entity: str
    single: bool = False

    def work_place(self, number: int) -> Place:
        """Where one of the works is named, by its number."""
        return self.place("source") if self.single else self.place("sources", number)


class Reference(NamedTuple):
    """A word that stands for something defined elsewhere: what it is, and where it stands.

    kind  what the library calls such things: works, concepts, disputes, hedges, conditions
    """

    kind: str
    word: str
    place: Callable[[], Place]
    entity: str


_KEYS = {"concepts": "concept", "disputes": "dispute", "hedges": "hedge", "conditions": "when"}
"""What a statement names by its key -> the field that does."""


def keys_of_statement(
    statement: object, place: Callable[..., Place], entity: str
) -> Iterator[Reference]:
    """What a statement of a role, or a published figure, names by keys of the library."""
    for kind, field in _KEYS.items():
        if word := getattr(statement, field, None):
            yield Reference(kind, word, partial(place, field), entity)


def cited_works(cited: Iterable[Citation]) -> Iterator[Reference]:
    """The works that are cited."""
    for citation in cited:
        for number, work in enumerate(citation.works):
            yield Reference("works", work, partial(citation.work_place, number), citation.entity)


def cited_sides(disputes: Iterable[Dispute], place: Callable[..., Place]) -> Iterator[Citation]:
    """The sides of the disputes of a file."""
    for number, dispute in enumerate(disputes):
        for at, side in enumerate(dispute.sides):
            side_place = partial(place, "disputes", number, "sides", at)
            yield Citation(f"a side of `{dispute.key}`", side.sources, side_place, dispute.key)


def citations(project: Project) -> Iterator[Citation]:
    """Everything in the user's own files that is to cite works, but the aliases of roles."""
    for cited in cited_statements(project):
        id, works = cited.statement.id, cited.statement.sources
        what = f"the statement `{id}`" if id else f"a statement under `{cited.facet}`"
        yield Citation(what, works, cited.place, cited.entity)
    for file in project.roles:
        role = file.role.role
        for number, claim in enumerate(file.role.archetypes):
            place = partial(file.place, "archetypes", number)
            works = (claim.source,) if claim.source else ()
            yield Citation(f"the archetype of `{role}`", works, place, role, single=True)
    for library in project.libraries:
        yield from cited_sides(library.library.disputes, library.place)
        for number, axis in enumerate(library.library.axes):
            for at, standing in enumerate(axis.places):
                place = partial(library.place, "axes", number, "places", at)
                yield Citation(f"a place on `{axis.key}`", standing.sources, place, axis.key)


def is_firm(project: Project, statement: Statement) -> bool:
    """Whether a statement is made firmly enough to expect it of an organisation."""
    return statement.hedge == "is" or statement.hedge in project.library.firm


def citation_text(project: Project, statements: Iterable[Statement]) -> str:
    """The works that make statements, and how firmly: `QuotaPath (often) and pipl.ai`."""
    hedges: dict[str, str] = {}
    for statement in statements:
        for source in statement.sources:
            hedges.setdefault(source, statement.hedge)
    if not hedges:
        return ""
    names = {work.key: work.name for work in project.library.works}
    works = (names.get(key, key) + _hedge_words(project, hedge) for key, hedge in hedges.items())
    return joined(works, "and")


def hedge_text(project: Project, statement: Statement) -> str:
    """How firmly a statement is made, to be put behind it: ` (usually)`, or nothing."""
    return "" if statement.hedge == "is" else _hedge_words(project, statement.hedge)


def _hedge_words(project: Project, hedge: str) -> str:
    word = (project.library.hedges or {}).get(hedge, hedge)
    return f" ({word})" if word else ""


def dispute_hint(statements: Iterable[Statement]) -> str:
    """Where works disagree: how to see both sides, to be put behind a help."""
    keys = dict.fromkeys(statement.dispute for statement in statements if statement.dispute)
    return "".join(f"; works disagree on this: orgcli dispute {key}" for key in keys)
