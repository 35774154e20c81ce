"""The other names of roles, as a listing: their languages, their works, and who else has them."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from orgcli.compare.listing.listing import Listing, ListingField, ListingRow, ListingSection
from orgcli.language.words import RolesWords
from orgcli.model.roles.library import Library
from orgcli.render.works import marks_of

_NOBODY = "–"


@dataclass(frozen=True, slots=True)
class OtherName:
    """One name of a role besides the one it is listed under.

    languages  tags of those that have the name
    status     title, abbreviation, sourced (an alias that works use) or editorial
    works      keys of the works that call it so
    ambiguous  whether other roles go by it too
    may_mean   ids of the roles here that it may mean, where there are several
    """

    name: str
    languages: tuple[str, ...]
    status: str
    works: tuple[str, ...] = ()
    ambiguous: bool = False
    may_mean: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedRole:
    """A role as it is listed, with its other names."""

    id: str
    title: str
    names: tuple[OtherName, ...]


def other_names(roles: Sequence[NamedRole], library: Library, words: RolesWords) -> Listing:
    """The other names of each role that has any."""
    marks = marks_of(library.works)
    sections = tuple(
        ListingSection(
            " ".join((role.id, role.title) if role.title != role.id else (role.id,)),
            tuple(_row(role, name, marks, words) for name in role.names),
        )
        for role in roles
        if role.names
    )
    cited = {work for role in roles for name in role.names for work in name.works}
    return Listing(
        "names",
        words.names,
        (
            ListingField("role", words.role, silent=True),
            ListingField("name", words.name, "role", plain=True),
            ListingField("languages", words.language, plain=True),
            ListingField("status", words.status, plain=True),
            ListingField("works", words.works, silent=True),
            ListingField("ambiguous", words.not_clear, silent=True),
            ListingField("may_mean", words.may_mean, "disputed"),
        ),
        sections,
        tuple(work for work in library.works if work.key in cited),
        (f"{_NOBODY} {words.editorial}", words.ambiguous_names),
    )


def _status(name: OtherName, marks: dict[str, str], words: RolesWords) -> str:
    """What kind of a name it is, or the works that use it."""
    if name.status == "sourced" and name.works:
        return " ".join(marks.get(work, work) for work in name.works)
    kinds = {"title": words.title, "abbreviation": words.is_abbreviation}
    return kinds.get(name.status, _NOBODY)


def merge_languages(names: Sequence[OtherName]) -> Iterator[OtherName]:
    """The same names, those of several languages once."""
    languages: dict[OtherName, list[str]] = {}
    for name in names:
        languages.setdefault(replace(name, languages=()), []).extend(name.languages)
    for name, tags in languages.items():
        yield replace(name, languages=tuple(dict.fromkeys(tags)))


def by_language(names: Sequence[OtherName]) -> list[tuple[str, list[OtherName]]]:
    """The names of each language, or of those that have them in common, under their tags."""
    by_tags: dict[str, list[OtherName]] = {}
    for name in names:
        by_tags.setdefault(" ".join(name.languages), []).append(name)
    return list(by_tags.items())


def _row(role: NamedRole, name: OtherName, marks: dict[str, str], words: RolesWords) -> ListingRow:
    others = ", ".join(name.may_mean)
    return ListingRow(
        {"role": role.id, **asdict(name)},
        {
            "languages": " ".join(name.languages),
            "status": _status(name, marks, words),
            "may_mean": others or (words.other_roles if name.ambiguous else ""),
        },
    )
