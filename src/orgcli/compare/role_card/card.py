"""The card of one role: what it says, where it stands, what it is, what else it is called."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from orgcli.compare.comparison.comparison import Comparison, Group, Mark, Said
from orgcli.compare.listing.other_names import OtherName
from orgcli.language.words import RolesWords, Words
from orgcli.model.roles.library import Library
from orgcli.model.roles.role import FACETS, Role

_LINE = "reports_to"


@dataclass(frozen=True, slots=True)
class Cited:
    """A few words with the keys of the works that say them."""

    text: str
    works: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stands:
    """Where works put the role between the two ends of an axis."""

    key: str
    label: str
    ends: tuple[str, ...]
    places: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class RoleCard:
    """One role.

    comparison  of this role alone, with every work that the card cites
    archetypes  what kind of holder works see in it
    names       the other names it goes by; more_names says how many are left out
    unstated    labels of the facets of which nothing is said anywhere
    """

    comparison: Comparison
    archetypes: tuple[Cited, ...] = ()
    stands: tuple[Stands, ...] = ()
    names: tuple[OtherName, ...] = ()
    more_names: int = 0
    unstated: tuple[str, ...] = ()


def role_card(
    comparison: Comparison,
    role: Role,
    library: Library,
    names: Sequence[OtherName],
    words: Words,
) -> RoleCard:
    """The whole card. Where no work says to whom the role reports, the card says that too.

    comparison  of the role alone, short or full
    names       everything else it is called; a short card has those of the language spoken and
                those that works use
    """
    called = tuple(
        one for one in names if comparison.full or words.tag in one.languages or one.sources
    )
    work = comparison.columns[0].work
    only = work.key if work else None
    archetypes = tuple(_archetypes(role, only, words.roles))
    stands = tuple(_stands(role.role, library, only))
    stated = {group.facet for group in comparison.groups if not group.silent}
    labels = library.facets or {}
    unstated = tuple(
        labels.get(facet, facet)
        for facet in FACETS
        if facet not in stated and not _says(role, facet, library)
    )
    groups = comparison.groups
    if _LINE not in stated and labels.get(_LINE, _LINE) in unstated:
        groups = _with_line(groups, Group(_LINE, labels.get(_LINE, _LINE), (), (0,), (0,)))
    cited = _cited(comparison, archetypes, stands, called)
    works = tuple(one for one in library.works if one.key in cited)
    return RoleCard(
        replace(comparison, groups=groups, works=works),
        archetypes,
        stands,
        called,
        len(names) - len(called),
        unstated,
    )


def sentence_mark(said: Said) -> Mark | None:
    """The only mark that means something on a card of one role."""
    return Mark.DISPUTED if said.statement.dispute else None


def counted(card: RoleCard, words: Words) -> str:
    """How many statements are shown, and how many of them are disputed."""
    comparison = card.comparison
    few, every = comparison.shown, comparison.stated
    said = words.compare.some_shown if few < every else words.compare.all_shown
    disputed = {
        id(one.statement) for row in comparison.rows() for one in row.said if sentence_mark(one)
    }
    counts = words.compare.count_disputed.format(count=len(disputed))
    whole = said.format(shown=few, stated=every)
    return f"{whole}: {counts}" if disputed else whole


def _archetypes(role: Role, only: str | None, says: RolesWords) -> Iterator[Cited]:
    words = {"executor": says.executor, "strategist": says.strategist}
    kinds = dict.fromkeys(one.is_ for one in role.archetypes)
    for kind in kinds:
        claims = [one for one in role.archetypes if one.is_ == kind]
        works = tuple(dict.fromkeys(one.source for one in claims if one.source))
        if only is None or only in works:
            yield Cited(words[kind], works if only is None else (only,))


def _stands(role: str, library: Library, only: str | None) -> Iterator[Stands]:
    for axis in library.axes:
        places = tuple(
            Cited(place.text, place.sources if only is None else (only,))
            for place in axis.places
            if place.role == role and (only is None or only in place.sources)
        )
        if places:
            yield Stands(axis.key, axis.label, axis.ends, places)


def _says(role: Role, facet: str, library: Library) -> bool:
    shared = (one for one in library.shared if one.facet == facet and role.role in one.roles)
    return bool(role.statements(facet)) or any(True for _ in shared)


def _with_line(groups: Sequence[Group], line: Group) -> tuple[Group, ...]:
    """The groups with one more, in the order of the facets."""
    order = {facet: at for at, facet in enumerate(FACETS)}
    return tuple(sorted((*groups, line), key=lambda group: order.get(group.facet, len(order))))


def _cited(
    comparison: Comparison,
    archetypes: Sequence[Cited],
    stands: Sequence[Stands],
    names: Sequence[OtherName],
) -> set[str]:
    works = {work.key for work in comparison.works}
    works.update(work for one in archetypes for work in one.works)
    works.update(work for one in stands for place in one.places for work in place.works)
    works.update(work for one in names for work in one.sources)
    return works
