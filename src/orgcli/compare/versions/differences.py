"""Two versions of one role: which statements came, went and changed, whatever moved in the file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from enum import StrEnum

from orgcli.model.roles.role import Role, Statement

_ALIKE = 0.6
_MOST = 50  # statements without ids that are looked at in pairs: more would be quadratic
_HEAD = ("title", "abbreviation", "aliases", "language", "family", "single", "archetypes")


class Kind(StrEnum):
    """What became of something between two versions."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after, in words; None where it is not there."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One statement, or one field of the role itself, that is not as it was.

    facet    where it stands now, or stood; empty for a field of the role itself
    text     its sentence now, or as it was; the name of the field of the role itself
    changes  what changed in it; empty where it is new or gone
    """

    kind: Kind
    facet: str
    text: str
    id: str | None = None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class _Placed:
    facet: str
    said: Statement

    @property
    def text(self) -> str:
        said = self.said
        return said.text or ", ".join(said.role) or str(said.rank or "")


def differences(before: Role, after: Role) -> tuple[Difference, ...]:
    """What differs, fields of the role first, then by facet in the order of the new version.

    Statements are the same by their id, else by their words under the same facet, else where
    they are very much alike. Order, layout and comments make no difference.
    """
    head = tuple(_head(before, after))
    old, new = _placed(before), _placed(after)
    pairs, gone, come = _paired(old, new)
    found = [
        *(Difference(Kind.ADDED, one.facet, one.text, one.said.id) for one in come),
        *(Difference(Kind.REMOVED, one.facet, one.text, one.said.id) for one in gone),
        *(one for was, now in pairs if (one := _changed(was, now))),
    ]
    order = {facet: at for at, facet in enumerate(dict.fromkeys(p.facet for p in (*new, *old)))}
    return (*head, *sorted(found, key=lambda one: order[one.facet]))


def _placed(role: Role) -> list[_Placed]:
    return [_Placed(facet, said) for facet, statements in role.facets() for said in statements]


def _head(before: Role, after: Role) -> Iterator[Difference]:
    for name in _HEAD:
        was, now = _words(getattr(before, name)), _words(getattr(after, name))
        if was != now:
            yield Difference(Kind.CHANGED, "", name, None, (Change(name, was, now),))


def _paired(
    old: Sequence[_Placed], new: Sequence[_Placed]
) -> tuple[list[tuple[_Placed, _Placed]], list[_Placed], list[_Placed]]:
    """Statements of both versions that are one, those of the old alone, and of the new alone."""
    pairs: list[tuple[_Placed, _Placed]] = []
    for key in (
        lambda one: one.said.id,
        lambda one: (one.facet, " ".join(one.text.casefold().split())),
    ):
        waiting: dict[object, list[_Placed]] = {}
        for one in old:
            if key(one):
                waiting.setdefault(key(one), []).append(one)
        met: list[tuple[_Placed, _Placed]] = []
        for one in new:
            if key(one) and waiting.get(key(one)):
                met.append((waiting[key(one)].pop(0), one))
        pairs += met
        old = _without(old, [was for was, _ in met])
        new = _without(new, [now for _, now in met])
    alike = list(_alike(old, new))
    pairs += alike
    return (
        pairs,
        _without(old, [was for was, _ in alike]),
        _without(new, [now for _, now in alike]),
    )


def _without(some: Sequence[_Placed], taken: Sequence[_Placed]) -> list[_Placed]:
    gone = {id(one) for one in taken}
    return [one for one in some if id(one) not in gone]


def _alike(old: Sequence[_Placed], new: Sequence[_Placed]) -> Iterator[tuple[_Placed, _Placed]]:
    """Statements of one facet without an id that are nearly the same words, first come first."""
    old = [one for one in old if not one.said.id][:_MOST]
    for now in [one for one in new if not one.said.id][:_MOST]:
        for was in old:
            same = was.facet == now.facet
            if same and SequenceMatcher(None, was.text, now.text).ratio() >= _ALIKE:
                old.remove(was)
                yield was, now
                break


def _changed(was: _Placed, now: _Placed) -> Difference | None:
    changes = [Change("facet", was.facet, now.facet)] if was.facet != now.facet else []
    for one in fields(Statement):
        before, after = _words(getattr(was.said, one.name)), _words(getattr(now.said, one.name))
        if before != after and _norm(before) != _norm(after):
            changes.append(Change(one.name, before, after))
    if not changes:
        return None
    return Difference(Kind.CHANGED, now.facet, now.text, now.said.id, tuple(changes))


def _norm(text: str | None) -> str:
    """Line breaks and blanks in a sentence are layout."""
    return " ".join((text or "").split())


def _words(value: object) -> str | None:
    """A field in words: several values in the order of the alphabet, since theirs is layout."""
    if isinstance(value, tuple):
        return ", ".join(sorted(_item(item) for item in value)) or None
    if value is None or value is False:
        return None
    return "true" if value is True else str(value)


def _item(item: object) -> str:
    named = getattr(item, "name", None) or getattr(item, "is_", None)
    if named is None:
        return str(item)
    rest = [getattr(item, "source", None), *getattr(item, "sources", ())]
    shown = " ".join(str(one) for one in rest if one)
    return f"{named} ({shown})" if shown else str(named)
