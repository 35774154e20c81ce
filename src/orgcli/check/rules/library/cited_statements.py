"""What roles and libraries of the user's own say, statement by statement, and who says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from orgcli.model.findings.finding import Place
from orgcli.model.project import LibraryFile, Project
from orgcli.render.sentences import listed

if TYPE_CHECKING:  # so that a run without roles does not pay for their model
    from orgcli.model.roles.role import RoleFile, Statement


class Saying(NamedTuple):
    """A statement with where it is written: `place("sources", 0)` is a part of it.

    entity  the id of the statement, else of the role that makes it
    """

    facet: str
    statement: Statement
    place: Callable[..., Place]
    entity: str


def sayings(project: Project) -> Iterator[Saying]:
    """Every statement in the user's own role files, then those shared in libraries."""
    for file in project.roles:
        yield from of_role(file)
    for library in project.libraries:
        yield from _shared(library)


def of_role(file: RoleFile) -> Iterator[Saying]:
    """Every statement of a role file, in table order."""
    other = file.role.other or {}
    for facet, statements in file.role.facets():
        path = ("other", facet) if facet in other else (facet,)
        for number, statement in enumerate(statements):
            place = partial(file.place, *path, number)
            yield Saying(facet, statement, place, statement.id or file.role.role)


def _shared(file: LibraryFile) -> Iterator[Saying]:
    for number, shared in enumerate(file.library.shared):
        place = partial(file.place, "shared", number, "statement")
        statement = shared.statement
        yield Saying(shared.facet, statement, place, statement.id or file.library.library)


def firm(project: Project, statement: Statement) -> bool:
    """Whether a statement is made firmly enough to expect it of an organisation."""
    return statement.hedge == "is" or statement.hedge in project.library().firm


def cited(project: Project, said: Iterable[Statement]) -> str:
    """The works that make statements, and how firmly: `QuotaPath (often) and pipl.ai`."""
    hedges: dict[str, str] = {}
    for statement in said:
        for source in statement.sources:
            hedges.setdefault(source, statement.hedge)
    if not hedges:
        return ""
    library = project.library()
    names = {work.key: work.name for work in library.works}
    works = (
        names.get(source, source) + _in_words(project, hedge) for source, hedge in hedges.items()
    )
    return listed(works, "and")


def hedged(project: Project, statement: Statement) -> str:
    """How firmly a statement is made, to be put behind it: ` (usually)`, or nothing."""
    return "" if statement.hedge == "is" else _in_words(project, statement.hedge)


def _in_words(project: Project, hedge: str) -> str:
    word = (project.library().hedges or {}).get(hedge, hedge)
    return f" ({word})" if word else ""


def disputed(said: Iterable[Statement]) -> str:
    """Where works disagree: how to see both sides, to be put behind a help."""
    keys = dict.fromkeys(statement.dispute for statement in said if statement.dispute)
    return "".join(f"; the works disagree: orgcli dispute {key}" for key in keys)
