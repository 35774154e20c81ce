"""The roles there are, as a listing: what each is called, and how much is said by whom."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from orgcli.compare.comparison.comparison import ComparedRole
from orgcli.compare.listing.listing import Listing, ListingField, ListingRow, ListingSection
from orgcli.language.words import RolesWords
from orgcli.model.roles.library import Library
from orgcli.model.roles.role import Role, Statement
from orgcli.render.works import marks_of

_LAST = 1000


@dataclass(frozen=True, slots=True)
class _RoleSummary:
    """A role with everything said of it."""

    compared: ComparedRole
    statements: tuple[Statement, ...]
    rank: int


def catalogue(
    roles: Sequence[ComparedRole], library: Library, replacing: Collection[str], says: RolesWords
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
        ListingSection(label, tuple(_entry(one, library, marks, replacing, says) for one in some))
        for label, some in ((says.own, own), (says.sales, ranked), (says.neighbours, rest))
        if some
    )
    every = {id(statement) for one in told for statement in one.statements}
    cited = {work for one in told for statement in one.statements for work in statement.sources}
    return Listing(
        "roles",
        says.library,
        (
            ListingField("id", says.role, "role", plain=True),
            ListingField("short", says.short, plain=True),
            ListingField("title", says.title, plain=True),
            ListingField("statements", says.statements, number=True),
            ListingField("works", says.works, "work", plain=True),
            ListingField("own", says.own, silent=True),
            ListingField("replaces", says.replaces, silent=True),
            ListingField("file", says.file, "quiet", plain=True, below=True),
        ),
        tuple(sections),
        tuple(work for work in library.works if work.key in cited),
        (
            says.totals.format(roles=len(told), statements=len(every)),
            says.see_one.format(command="orgcli role cso"),
            says.see_several.format(command="orgcli compare cso cro"),
        ),
    )


def in_order(roles: Iterable[ComparedRole]) -> list[ComparedRole]:
    """Roles of one's own as they come, then those in a hierarchy from the top, then the others."""
    own: list[ComparedRole] = []
    builtin: list[ComparedRole] = []
    for one in roles:
        (own if one.file else builtin).append(one)
    return [*own, *sorted(builtin, key=_rank)]


def _rank(one: ComparedRole) -> int:
    """Its place in a hierarchy, by whoever numbers one."""
    return min((statement.rank for statement in one.role.level if statement.rank), default=_LAST)


def _told(one: ComparedRole) -> _RoleSummary:
    return _RoleSummary(one, tuple(_statements(one)), _rank(one))


def _statements(one: ComparedRole) -> Iterable[Statement]:
    """Everything said of a role, by its own file and by libraries."""
    for _, statements in one.role.facets():
        yield from statements
    yield from (shared.statement for shared in one.shared)


def _entry(
    one: _RoleSummary,
    library: Library,
    marks: dict[str, str],
    replacing: Collection[str],
    says: RolesWords,
) -> ListingRow:
    role: Role = one.compared.role
    file = one.compared.file
    sources = dict.fromkeys(work for statement in one.statements for work in statement.sources)
    known = [work.key for work in library.works if work.key in sources]
    works = (*known, *(work for work in sources if work not in marks))
    replaces = file is not None and role.role in replacing
    where = f"{file} ({says.replaces})" if replaces else file or ""
    return ListingRow(
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
