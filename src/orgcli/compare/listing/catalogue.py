"""The roles there are, as a listing: their names, and how many statements of which works."""

from collections.abc import Collection, Iterable, Sequence

from orgcli.compare.comparison.comparison import ComparedRole
from orgcli.compare.listing.listing import Listing, ListingField, ListingRow, ListingSection
from orgcli.language.words import RolesWords
from orgcli.model.roles.library import Library
from orgcli.render.works import marks_of

_NO_RANK = 1000


def catalogue(
    roles: Sequence[ComparedRole], library: Library, replacing: Collection[str], words: RolesWords
) -> Listing:
    """Roles of one's own, then those that stand in a hierarchy from the top, then the others.

    replacing  ids of the roles of one's own that take the place of a built-in one
    """
    sections: list[list[ListingRow]] = [[], [], []]
    for role in in_order(roles):
        section = 0 if role.file else 1 if _rank(role) < _NO_RANK else 2
        sections[section].append(_row(role, library, replacing, words))
    labels = (words.own, words.sales, words.neighbours)
    statements = [statement for role in roles for statement in role.statements]
    cited = {work for statement in statements for work in statement.sources}
    return Listing(
        "roles",
        words.library,
        (
            ListingField("id", words.role, "role", plain=True),
            ListingField("short", words.short, plain=True),
            ListingField("title", words.title, plain=True),
            ListingField("statements", words.statements, number=True),
            ListingField("works", words.works, "work", plain=True),
            ListingField("own", words.own, silent=True),
            ListingField("replaces", words.replaces, silent=True),
            ListingField("file", words.file, "quiet", plain=True, below=True),
        ),
        tuple(
            ListingSection(label, tuple(rows))
            for label, rows in zip(labels, sections, strict=True)
            if rows
        ),
        tuple(work for work in library.works if work.key in cited),
        (
            words.totals.format(roles=len(roles), statements=len(set(map(id, statements)))),
            words.see_one.format(command="orgcli role cso"),
            words.see_several.format(command="orgcli compare cso cro"),
        ),
    )


def in_order(roles: Iterable[ComparedRole]) -> list[ComparedRole]:
    """Roles of one's own as they come, then those in a hierarchy from the top, then the others."""
    return sorted(roles, key=lambda role: -1 if role.file else _rank(role))


def _rank(role: ComparedRole) -> int:
    """Its place in a hierarchy, by whoever numbers one."""
    return min(
        (statement.rank for statement in role.role.level if statement.rank), default=_NO_RANK
    )


def _row(
    compared: ComparedRole, library: Library, replacing: Collection[str], words: RolesWords
) -> ListingRow:
    role, file = compared.role, compared.file
    marks = marks_of(library.works)
    sources = dict.fromkeys(work for statement in compared.statements for work in statement.sources)
    marked = [key for key in marks if key in sources]
    works = (*marked, *(work for work in sources if work not in marks))
    replaces = file is not None and role.role in replacing
    where = f"{file} ({words.replaces})" if replaces else file or ""
    return ListingRow(
        {
            "id": role.role,
            "short": role.abbreviation,
            "title": role.name,
            "statements": len(compared.statements),
            "works": works,
            "own": file is not None,
            "replaces": replaces,
            "file": file,
        },
        {"works": " ".join(marks.get(work, work) for work in works), "file": where},
    )
