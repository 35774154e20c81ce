"""The card of one role: its statements, axes and kinds of holders, and its other names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from orgcli.compare.comparison.comparison import Agreement, Comparison, FacetRows, Wording
from orgcli.compare.listing.other_names import OtherName
from orgcli.compare.parts.foot import Foot, silence
from orgcli.compare.parts.phrases import more, shown_of_stated
from orgcli.language.words import RolesWords, Words
from orgcli.model.roles.library import Library
from orgcli.model.roles.role import FACETS, Role

_LINE = "reports_to"


@dataclass(frozen=True, slots=True)
class CitedText:
    """A few words with the keys of the works that say them."""

    text: str
    works: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AxisPlace:
    """Where works put the role between the two ends of an axis."""

    key: str
    label: str
    ends: tuple[str, ...]
    places: tuple[CitedText, ...]


@dataclass(frozen=True, slots=True)
class RoleCard:
    """One role.

    comparison  of this role alone, with every work that the card cites
    archetypes  what kind of holder works see in it
    axes        where works put it on the axes of the library
    names       its other names; more_names  how many are left out
    unstated    labels of the facets without any statement
    """

    comparison: Comparison
    archetypes: tuple[CitedText, ...] = ()
    axes: tuple[AxisPlace, ...] = ()
    names: tuple[OtherName, ...] = ()
    more_names: int = 0
    unstated: tuple[str, ...] = ()

    @property
    def disputed(self) -> int:
        """How many of the statements shown belong to a dispute, each counted once."""
        wordings = self.comparison.statements()
        return len({id(wording.statement) for _, _, wording in wordings if sentence_mark(wording)})


def role_card(
    comparison: Comparison,
    role: Role,
    library: Library,
    names: Sequence[OtherName],
    words: Words,
) -> RoleCard:
    """The whole card. Where no work states a manager of the role, the card has a row for that too.

    comparison  of the role alone, short or full
    names       everything else it is called; a short card has those of the user's language and
                those that works use
    """
    shown_names = tuple(
        name for name in names if comparison.full or words.tag in name.languages or name.works
    )
    work = comparison.columns[0].work
    only = work.key if work else None
    archetypes = tuple(_archetypes(role, only, words.roles))
    axes = tuple(_axes(role.role, library, only))
    stated = {group.facet for group in comparison.groups if not group.silent}
    labels = library.facets or {}
    unstated = tuple(
        labels.get(facet, facet)
        for facet in FACETS
        if facet not in stated and not _stated(role, facet, library)
    )
    groups = comparison.groups
    line = labels.get(_LINE, _LINE)
    if _LINE not in stated and line in unstated:
        groups = _in_order([*groups, FacetRows(_LINE, line, (), (0,), (0,))])
    texts = (*archetypes, *(place for axis in axes for place in axis.places))
    keys = [*(text.works for text in texts), *(name.works for name in shown_names)]
    cited = {work.key for work in comparison.works}.union(*keys)
    works = tuple(work for work in library.works if work.key in cited)
    return RoleCard(
        replace(comparison, groups=groups, works=works),
        archetypes,
        axes,
        shown_names,
        len(names) - len(shown_names),
        unstated,
    )


def sentence_mark(wording: Wording) -> Agreement | None:
    """The only mark that means something on a card of one role."""
    return Agreement.DISPUTED if wording.agreement is Agreement.DISPUTED else None


def card_foot(card: RoleCard, words: Words) -> Foot:
    """What stands below the card; how many of its statements are disputed is counted."""
    comparison, disputed = card.comparison, card.disputed
    numbers = shown_of_stated(comparison, words.compare)
    if disputed:
        numbers += f": {words.compare.count_disputed.phrase(disputed)}"
    return Foot(
        (Agreement.DISPUTED,) if disputed else (),
        silence(comparison, words.compare),
        comparison.works,
        numbers,
        more(comparison, words.compare),
        words.roles.not_clear if any(name.ambiguous for name in card.names) else "",
        ", ".join(card.unstated) if comparison.full else "",
    )


def _archetypes(role: Role, only: str | None, words: RolesWords) -> Iterator[CitedText]:
    labels = {"executor": words.executor, "strategist": words.strategist}
    kinds: dict[str, dict[str, None]] = {}
    for archetype in role.archetypes:
        kinds.setdefault(archetype.is_, {}).update(
            {archetype.source: None} if archetype.source else {}
        )
    for kind, works in kinds.items():
        if only is None or only in works:
            yield CitedText(labels[kind], tuple(works) if only is None else (only,))


def _axes(role: str, library: Library, only: str | None) -> Iterator[AxisPlace]:
    for axis in library.axes:
        places = tuple(
            CitedText(place.text, place.sources if only is None else (only,))
            for place in axis.places
            if place.role == role and (only is None or only in place.sources)
        )
        if places:
            yield AxisPlace(axis.key, axis.label, axis.ends, places)


def _stated(role: Role, facet: str, library: Library) -> bool:
    shared = any(
        shared_statement.facet == facet and role.role in shared_statement.roles
        for shared_statement in library.shared
    )
    return shared or bool(role.statements(facet))


def _in_order(groups: Sequence[FacetRows]) -> tuple[FacetRows, ...]:
    order = {facet: at for at, facet in enumerate(FACETS)}
    return tuple(sorted(groups, key=lambda group: order.get(group.facet, len(order))))
