"""What published figures in the user's own files refer to, and the works that they cite."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from orgcli.check.rules.files.complete_files import damaged_files, libraries_are_whole
from orgcli.check.rules.library.cited_statements import (
    Citation,
    Reference,
    cited_sides,
    cited_works,
    keys_of_statement,
)
from orgcli.model.findings.finding import Place
from orgcli.model.project import Project

if TYPE_CHECKING:
    from orgcli.model.roles.yardsticks import YardsticksFile


def yardstick_citations(project: Project) -> Iterator[Citation]:
    """Every figure, and every side of a dispute about some."""
    for file in project.yardsticks:
        yield from _citations(file)


def _citations(file: YardsticksFile) -> Iterator[Citation]:
    for number, statement in enumerate(file.yardsticks.statements):
        place = partial(file.place, "statements", number)
        yield Citation(f"the statement `{statement.id}`", statement.sources, place, statement.id)
    yield from cited_sides(file.yardsticks.disputes, file.place)


def yardstick_ids(project: Project) -> Iterator[tuple[str, Callable[..., Place]]]:
    """The id of every figure, and where it is."""
    for file in project.yardsticks:
        for number, statement in enumerate(file.yardsticks.statements):
            yield statement.id, partial(file.place, "statements", number)


def yardstick_references(
    project: Project,
) -> Iterator[tuple[list[Reference], Mapping[str, Mapping[str, None]]]]:
    """Per file, what it refers to, and the keys there are: works and disputes are its own.

    Keys of a file that could not be read whole are left out.
    """
    damaged = damaged_files(project)
    hedges: Mapping[str, None] = {}
    if project.yardsticks and libraries_are_whole(project):
        hedges = dict.fromkeys(project.library.hedges or ())
    for file in project.yardsticks:
        if file.place("yardsticks").file not in damaged:
            yield (
                [
                    reference
                    for reference in _references(file)
                    if reference.kind != "hedges" or hedges
                ],
                {
                    "works": dict.fromkeys(work.key for work in file.yardsticks.works),
                    "disputes": dict.fromkeys(dispute.key for dispute in file.yardsticks.disputes),
                    "hedges": hedges,
                },
            )


def _references(file: YardsticksFile) -> Iterator[Reference]:
    yield from cited_works(_citations(file))
    for number, statement in enumerate(file.yardsticks.statements):
        yield from keys_of_statement(
            statement, partial(file.place, "statements", number), statement.id
        )
