"""The other names of roles, as a listing: in which language, who calls them so, who else does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgcli.compare.listing.listing import Listing, ListingField, ListingRow, ListingSection
from orgcli.language.words import RolesWords
from orgcli.model.roles.library import Library
from orgcli.render.works import marks_of

_NOBODY = "–"
UNCLEAR = "(?)"
"""AxisPlace behind a name that may mean other roles too, so that colour is not the only sign."""


@dataclass(frozen=True, slots=True)
class OtherName:
    """One name of a role besides the one it is listed under.

    languages  tags of those that have the name
    kind       title, abbreviation, sourced (an alias that works use) or editorial
    sources    keys of the works that call it so
    ambiguous  whether other roles go by it too
    may_mean   ids of the roles here that it may mean, where there are several
    """

    name: str
    languages: tuple[str, ...]
    kind: str
    sources: tuple[str, ...] = ()
    ambiguous: bool = False
    may_mean: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedRole:
    """A role as it is listed, with its other names."""

    id: str
    title: str
    names: tuple[OtherName, ...]


def other_names(roles: Sequence[NamedRole], library: Library, says: RolesWords) -> Listing:
    """The other names of each role that has any."""
    marks = marks_of(library.works)
    sections = tuple(
        ListingSection(
            " ".join((role.id, role.title) if role.title != role.id else (role.id,)),
            tuple(_entry(role, name, marks, says) for name in role.names),
        )
        for role in roles
        if role.names
    )
    cited = {work for role in roles for name in role.names for work in name.sources}
    return Listing(
        "names",
        says.names,
        (
            ListingField("role", says.role, silent=True),
            ListingField("name", says.name, "role", plain=True),
            ListingField("languages", says.language, plain=True),
            ListingField("status", says.status, plain=True),
            ListingField("works", says.works, silent=True),
            ListingField("ambiguous", says.not_clear, silent=True),
            ListingField("may_mean", says.may_mean, "disputed"),
        ),
        sections,
        tuple(work for work in library.works if work.key in cited),
        (f"{_NOBODY} {says.editorial}", says.ambiguous_names),
    )


def in_words(name: OtherName, marks: dict[str, str], says: RolesWords) -> str:
    """What kind of a name it is, or who calls a role so."""
    if name.kind == "sourced" and name.sources:
        return " ".join(marks.get(work, work) for work in name.sources)
    kinds = {"title": says.is_title, "abbreviation": says.is_abbreviation}
    return kinds.get(name.kind, _NOBODY)


def joined(names: Sequence[OtherName]) -> Iterator[OtherName]:
    """The same names, those of several languages once."""
    found: dict[object, list[OtherName]] = {}
    for name in names:
        key = (name.name, name.kind, name.sources, name.ambiguous, name.may_mean)
        found.setdefault(key, []).append(name)
    for same in found.values():
        first = same[0]
        languages = dict.fromkeys(tag for name in same for tag in name.languages)
        yield OtherName(
            first.name, tuple(languages), first.kind, first.sources, first.ambiguous, first.may_mean
        )


def by_language(names: Sequence[OtherName]) -> list[tuple[str, list[OtherName]]]:
    """The names of each language, or of those that have them in common, under their tags."""
    found: dict[str, list[OtherName]] = {}
    for name in names:
        found.setdefault(" ".join(name.languages), []).append(name)
    return list(found.items())


def _entry(role: NamedRole, name: OtherName, marks: dict[str, str], says: RolesWords) -> ListingRow:
    others = ", ".join(name.may_mean)
    return ListingRow(
        {
            "role": role.id,
            "name": name.name,
            "languages": name.languages,
            "status": name.kind,
            "works": name.sources,
            "ambiguous": name.ambiguous,
            "may_mean": name.may_mean,
        },
        {
            "languages": " ".join(name.languages),
            "status": in_words(name, marks, says),
            "may_mean": others or (says.other_roles if name.ambiguous else ""),
        },
    )
