"""Rules about statements themselves: ORG404 and ORG406."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from orgcli.check.rule import Rule
from orgcli.check.rules.files.complete_files import LIBRARY
from orgcli.check.rules.library.cited_statements import Citation, citations, cited_statements
from orgcli.model.findings.finding import Finding, Level, Place, Related
from orgcli.model.project import Project


def unsourced_statements(project: Project) -> Iterator[Finding]:
    """ORG404, at everything that is to cite works and cites none."""
    for cited in _all_citations(project):
        if not cited.works:
            help = "add `sources:` with the keys of the works that say it"
            yield Finding(
                "ORG404", f"{cited.what} names no work", cited.place(), help, cited.entity
            )


def _all_citations(project: Project) -> Iterator[Citation]:
    yield from citations(project)
    if project.yardsticks:
        from orgcli.check.rules.library.yardsticks import yardstick_citations

        yield from yardstick_citations(project)


def duplicate_ids(project: Project) -> Iterator[Finding]:
    """ORG406, at every role and statement after the first with its id, built-in ones included."""
    yield from _duplicate_roles(project)
    stated = ((statement.statement.id, statement.place) for statement in cited_statements(project))
    yield from _duplicate_statements(stated, _visible_builtin(project))
    if project.yardsticks:
        from orgcli.check.rules.library.yardsticks import yardstick_ids

        yield from _duplicate_statements(yardstick_ids(project), {})


def _duplicate_statements(
    stated: Iterable[tuple[str | None, Callable[..., Place]]], builtin: Mapping[str, str]
) -> Iterator[Finding]:
    """ORG406 for statements of one kind.

    stated   their ids, and where each is written
    builtin  the roles that make built-in ones, by the ids of these
    """
    first: dict[str, Callable[..., Place]] = {}
    for id, place in stated:
        if id is None:
            continue
        first_place, elsewhere = first.setdefault(id, place), builtin.get(id)
        if first_place is place and elsewhere is None:
            continue
        related = () if first_place is place else (Related(first_place("id"), "first used here"),)
        where = f" of the built-in role `{elsewhere}`" if elsewhere else ""
        message = f"the id `{id}` is also the id of another statement{where}"
        help = "give it an id of its own; translations refer to statements by id"
        yield Finding("ORG406", message, place("id"), help, id, related=related, group=id)


def _duplicate_roles(project: Project) -> Iterator[Finding]:
    first: dict[str, Place] = {}
    for file in project.roles:
        id, place = file.role.role, file.place("role")
        first_place = first.setdefault(id, place)
        if first_place is not place:
            message = f"the role `{id}` is also described in another file"
            help = "only the first is used; give one of them an id of its own"
            related = (Related(first_place, "first described here"),)
            yield Finding("ORG406", message, place, help, id, related=related, group=id)


def _visible_builtin(project: Project) -> dict[str, str]:
    """Ids of built-in statements with the role that makes them, without roles that are replaced.

    Nothing, at no cost, where no statement of the user's own has an id.
    """
    builtin = project.builtin
    if builtin is None or not any(cited.statement.id for cited in cited_statements(project)):
        return {}
    # In a checkout of the built-in library, that is what is the user's own.
    own = [file.library.library for file in project.libraries]
    hidden = {*project.own, LIBRARY} if own and builtin.library(()).library in own else project.own
    return {id: stem for id, stem in builtin.statements().items() if stem not in hidden}


RULES = (
    Rule(
        "ORG404", "unsourced-statement", Level.OFF, "a statement that names no work",
        "Every statement of the built-in library names a work. Turn the rule on if your library "
        "follows the same standard: `select = [\"ALL\", \"ORG404\"]`, or `--select ALL,ORG404`.",
        "# roles/closer.yaml\nrole: closer\nfocus: [Closing deals]\n",
        "# roles/closer.yaml\nrole: closer\nfocus:\n  - {text: Closing deals, sources: [pipl]}\n",
        roles=unsourced_statements,
    ),
    Rule(
        "ORG406", "duplicate-statement-id", Level.ERROR, "two roles or two statements share an id",
        "Translations and advice refer to a statement by its id, so one of the two would get the "
        "text of the other. Of two roles with the same id, only the first is used. A role of your "
        "own that replaces a built-in one may keep its ids.",
        "# roles/closer.yaml\nrole: closer\nfocus:\n  - {id: C-1, text: Closing deals}\n"
        "metrics:\n  - {id: C-1, text: Win rate}\n",
        "# roles/closer.yaml\nrole: closer\nfocus:\n  - {id: C-1, text: Closing deals}\n"
        "metrics:\n  - {id: C-2, text: Win rate}\n",
        roles=duplicate_ids,
    ),
)  # fmt: skip
