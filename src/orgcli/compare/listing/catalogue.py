"""The roles there are, as a listing: what each is called, and how much is said by whom."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from orgcli.compare.comparison.comparison import Compared
from orgcli.compare.listing.listing import Entry, Field, Listing, Section
from orgcli.language.words import RolesWords
from orgcli.model.roles.library import Library
from orgcli.model.roles.role import Role, Statement
from orgcli.render.works import marks_of

_LAST = 1000


@dataclass(frozen=True, slots=True)
class _Told:
    """A role with everything said of it."""

    compared: Compared
    statements: tuple[Statement, ...]
    rank: int


def catalogue(
    roles: Sequence[Compared], library: Library, replacing: Collection[str], says: RolesWords
) -> Listing:
    """Roles of one's own, then those that stand in a hierarchy from the top, then the others.

    replacing  ids of the roles of one's own that take the place of a built-in one
    """
    told = [_told(one) for one in in_order(roles)]
    marks = marks_of(library.works)
    own = [one for one in told if one.compared.file]
    builtin = [one for one in told if not one.compared.file]
    ranked = [one for one in builtin if one.rank < _LAST]
    rest = [one for one in builtin if one.rank == _LAST]
    sections = (
        Section(label, tuple(_entry(one, library, marks, replacing, says) for one in some))
        for label, some in ((says.own, own), (says.sales, ranked), (says.neighbours, rest))
        if some
    )
    every = {id(statement) for one in told for statement in one.statements}
    cited = {work for one in told for statement in one.statements for work in statement.sources}
    return Listing(
        "roles",
        says.library,
        (
            Field("id", says.role, "role", plain=True),
            Field("short", says.short, plain=True),
            Field("title", says.title, plain=True),
            Field("statements", says.statements, number=True),
            Field("works", says.works, "work", plain=True),
            Field("own", says.own, silent=True),
            Field("replaces", says.replaces, silent=True),
            Field("file", says.file, "quiet", plain=True, below=True),
        ),
        tuple(sections),
        tuple(work for work in library.works if work.key in cited),
        (
            says.totals.format(roles=len(told), statements=len(every)),
            says.see_one.format(command="orgcli role cso"),
            says.see_several.format(command="orgcli compare cso cro"),
        ),
    )


def in_order(roles: Iterable[Compared]) -> list[Compared]:
    """Roles of one's own as they come, then those in a hierarchy from the top, then the others."""
    own: list[Compared] = []
    builtin: list[Compared] = []
    for one in roles:
        (own if one.file else builtin).append(one)
    return [*own, *sorted(builtin, key=_rank)]


def _rank(one: Compared) -> int:
    """Its place in a hierarchy, by whoever numbers one."""
    return min((said.rank for said in one.role.level if said.rank), default=_LAST)


def _told(one: Compared) -> _Told:
    return _Told(one, tuple(_statements(one)), _rank(one))


def _statements(one: Compared) -> Iterable[Statement]:
    """Everything said of a role, by its own file and by libraries."""
    for _, statements in one.role.facets():
        yield from statements
    yield from (shared.statement for shared in one.shared)


def _entry(
    one: _Told,
    library: Library,
    marks: dict[str, str],
    replacing: Collection[str],
    says: RolesWords,
) -> Entry:
    role: Role = one.compared.role
    file = one.compared.file
    sources = dict.fromkeys(work for said in one.statements for work in said.sources)
    known = [work.key for work in library.works if work.key in sources]
    works = (*known, *(work for work in sources if work not in marks))
    replaces = file is not None and role.role in replacing
    where = f"{file} ({says.replaces})" if replaces else file or ""
    return Entry(
        {
            "id": role.role,
            "short": role.abbreviation,
            "title": role.name,
            "statements": len(one.statements),
            "works": works,
            "own": file is not None,
            "replaces": replaces,
            "file": file,
        },
        {"works": " ".join(marks.get(work, work) for work in works), "file": where},
    )
