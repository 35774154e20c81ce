"""Two versions of one role: which statements came, went and changed, whatever moved in the file."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from enum import StrEnum
from functools import partial

from orgcli.model.roles.role import Role, Statement

_ALIKE = 0.6
_MOST = 50  # statements without ids that are looked at in pairs: more would be quadratic
_HEAD = ("title", "abbreviation", "aliases", "language", "family", "single", "archetypes")


class ChangeKind(StrEnum):
    """What became of something between two versions."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FieldChange:
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

    kind: ChangeKind
    facet: str
    id: str | None
    text: str
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class _FacetStatement:
    facet: str
    statement: Statement

    @property
    def text(self) -> str:
        statement = self.statement
        return statement.text or ", ".join(statement.role) or str(statement.rank or "")

    @property
    def words(self) -> tuple[str, str]:
        """Its words under its facet, whatever their case and layout."""
        return self.facet, " ".join(self.text.casefold().split())


_Statements = Sequence[_FacetStatement]
_Pair = tuple[_FacetStatement, _FacetStatement]


def differences(before: Role, after: Role) -> tuple[Difference, ...]:
    """What differs, fields of the role first, then by facet in the order of the new version.

    Statements are the same by their id, else by their words under the same facet, else where
    they are very much alike. Order, layout and comments make no difference.
    """
    old, new = _statements(before), _statements(after)
    pairs = _paired(old, new)
    added = _without(new, [now for _, now in pairs])
    removed = _without(old, [was for was, _ in pairs])
    changed = [
        *(
            Difference(ChangeKind.ADDED, statement.facet, statement.statement.id, statement.text)
            for statement in added
        ),
        *(
            Difference(ChangeKind.REMOVED, statement.facet, statement.statement.id, statement.text)
            for statement in removed
        ),
        *(difference for was, now in pairs if (difference := _changed(was, now))),
    ]
    order = {facet: at for at, facet in enumerate(dict.fromkeys(p.facet for p in (*new, *old)))}
    return (*_head(before, after), *sorted(changed, key=lambda difference: order[difference.facet]))


def _statements(role: Role) -> list[_FacetStatement]:
    return [
        _FacetStatement(facet, statement)
        for facet, statements in role.facets()
        for statement in statements
    ]


def _head(before: Role, after: Role) -> Iterator[Difference]:
    for name in _HEAD:
        was, now = _value(getattr(before, name)), _value(getattr(after, name))
        if was != now:
            yield Difference(ChangeKind.CHANGED, "", None, name, (FieldChange(name, was, now),))


def _paired(old: _Statements, new: _Statements) -> list[_Pair]:
    """Statements of both versions that are one; those nearer to each other come first."""
    pairs = list(_equal(old, new, lambda statement: statement.statement.id))
    for match in (partial(_equal, key=lambda statement: statement.words), _alike):
        old = _without(old, [was for was, _ in pairs])
        new = _without(new, [now for _, now in pairs])
        pairs.extend(match(old, new))
    return pairs


def _without(statements: _Statements, paired: _Statements) -> list[_FacetStatement]:
    ids = {id(statement) for statement in paired}
    return [statement for statement in statements if id(statement) not in ids]


def _equal(
    old: _Statements, new: _Statements, key: Callable[[_FacetStatement], object]
) -> Iterator[_Pair]:
    """Statements with the same key, in their order; those without a key are not equal."""
    waiting: dict[object, deque[_FacetStatement]] = defaultdict(deque)
    for was in old:
        waiting[key(was)].append(was)
    for now in new:
        if key(now) and waiting[key(now)]:
            yield waiting[key(now)].popleft(), now


def _alike(old: _Statements, new: _Statements) -> Iterator[_Pair]:
    """Statements of one facet without an id that are nearly the same words, first come first."""
    old = [statement for statement in old if not statement.statement.id][:_MOST]
    for now in [statement for statement in new if not statement.statement.id][:_MOST]:
        for was in old:
            same = was.facet == now.facet
            if same and SequenceMatcher(None, was.text, now.text).ratio() >= _ALIKE:
                old.remove(was)
                yield was, now
                break


def _changed(was: _FacetStatement, now: _FacetStatement) -> Difference | None:
    changes = [FieldChange("facet", was.facet, now.facet)] if was.facet != now.facet else []
    for field in fields(Statement):
        before = _value(getattr(was.statement, field.name))
        after = _value(getattr(now.statement, field.name))
        if before != after and _one_line(before) != _one_line(after):
            changes.append(FieldChange(field.name, before, after))
    if not changes:
        return None
    return Difference(ChangeKind.CHANGED, now.facet, now.statement.id, now.text, tuple(changes))


def _one_line(text: str | None) -> str:
    """Line breaks and blanks in a sentence are layout."""
    return " ".join((text or "").split())


def _value(value: object) -> str | None:
    """A field in words: several values in the order of the alphabet, since theirs is layout."""
    if isinstance(value, tuple):
        return ", ".join(sorted(_item(item) for item in value)) or None
    if value is None or value is False:
        return None
    return "true" if value is True else str(value)


def _item(item: object) -> str:
    name = getattr(item, "name", None) or getattr(item, "is_", None)
    if name is None:
        return str(item)
    rest = [getattr(item, "source", None), *getattr(item, "sources", ())]
    works = " ".join(str(work) for work in rest if work)
    return f"{name} ({works})" if works else str(name)
