"""Groups of positions: by department, location, level and so on, or by the text of an attribute."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product
from types import MappingProxyType

from orgcli.figures.figures import FigureError, GroupKey
from orgcli.figures.groups.attribute_names import attribute_named
from orgcli.figures.groups.departments import DepartmentNames
from orgcli.figures.rules import FigureRules
from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position, attribute_names
from orgcli.model.organisation.position_fields import POSITION_FIELDS
from orgcli.model.text import listed, shortened

_STATES = ("filled", "open", "planned")
_UNKNOWN = (GroupKey(None),)


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups that positions are in.

    keys     of each group, in an order of their own: one key, or two where they are crossed
    groups   per position the number of its group in `keys`, or of each of them
    ordered  whether that order is to be kept: of numbers, of statuses, of parts of departments
    depths   per group how many others it is a part of
    shared   whether a position can be in several
    """

    keys: Sequence[tuple[GroupKey, ...]]
    groups: Sequence[int | Sequence[int]]
    ordered: bool = False
    depths: Sequence[int] = ()
    shared: bool = False

    def crossed(self, other: Grouping) -> Grouping:
        """A group for each two that a position is in, in the order of the first, then the other."""
        pairs = [
            list(product(_several(own), _several(others)))
            for own, others in zip(self.groups, other.groups, strict=True)
        ]
        order = sorted(set(chain.from_iterable(pairs)))
        number = {pair: at for at, pair in enumerate(order)}
        return Grouping(
            [self.keys[first] + other.keys[second] for first, second in order],
            [[number[pair] for pair in several] for several in pairs],
            depths=[self.depths[first] for first, _ in order] if self.depths else (),
            shared=self.shared or other.shared,
        )


def _several(own: int | Sequence[int]) -> Sequence[int]:
    return (own,) if isinstance(own, int) else own


def grouping(word: str, organisation: Organisation, rules: FigureRules) -> Grouping:
    """The groups by one thing; raises FigureError for a word that is no field."""
    group_by = GROUPINGS.get(word)
    if group_by is not None:
        return group_by(organisation, rules)
    field = POSITION_FIELDS.get(word.replace("-", "_").replace(" ", "_").casefold())
    if field is not None and field.kind is not dict and word not in ("dotted_lines", "contact"):
        return _by_values(
            [_field_value(position, field.path) for position in organisation.positions]
        )
    heading = attribute_named(word, organisation)
    if heading is None:
        raise FigureError(f"--by cannot be `{shortened(word)}`", _help(word, organisation))
    return _by_values(
        [(position.attributes or {}).get(heading) for position in organisation.positions]
    )


def _named(value: str, label: str = "") -> tuple[GroupKey]:
    return (GroupKey(value, label),)


def _help(word: str, organisation: Organisation) -> str:
    choices = [*GROUPINGS, *attribute_names(organisation.positions)]
    return did_you_mean(nearest_words(word, choices), f"one of {listed(choices, 20)}")


def _field_value(position: Position, path: tuple[str, ...]) -> str | None:
    value: object = position
    for step in path:
        value = getattr(value, step, None)
    if isinstance(value, tuple):
        return " / ".join(map(str, value)) or None
    return None if value is None else str(value)


def _by_values(
    values: Sequence[str | None],
    names: Mapping[str, str] = MappingProxyType({}),
    same: Callable[[str | None], str | None] | None = None,
) -> Grouping:
    """Groups of one text each, in the order in which they first stand.

    names  what some of them are called
    same   what a text stands for, where several may stand for one
    """
    numbers: dict[str | None, int] = {}
    number: dict[str | None, int] = {}
    for value in dict.fromkeys(values):
        text = (same(value) if same else value) or None
        number[value] = numbers.setdefault(text, len(numbers))
    keys = [_named(text, names.get(text, text)) if text else _UNKNOWN for text in numbers]
    return Grouping(keys, list(map(number.__getitem__, values)))


def _by_department(organisation: Organisation, rules: FigureRules) -> Grouping:
    departments = DepartmentNames(organisation.departments)
    if not rules.subdepartments:
        return _by_values(
            [position.department for position in organisation.positions], same=departments.name
        )
    numbers = {path: number for number, path in enumerate(departments.paths)}
    groups = []
    for position in organisation.positions:
        name = departments.name(position.department)
        path = departments.path(name) if name else ()
        for end in range(1, len(path) + 1):
            numbers.setdefault(path[:end], len(numbers))
        groups.append(
            tuple(numbers[path[:end]] for end in range(1, len(path) + 1))
            or (numbers.setdefault((), len(numbers)),)
        )
    # Parts stand behind what they are a part of, the empty path last.
    paths = sorted(
        numbers,
        key=lambda path: (not path, [numbers[path[:end]] for end in range(1, len(path) + 1)]),
    )
    number = {numbers[path]: at for at, path in enumerate(paths)}
    return Grouping(
        [_named(path[-1], path[-1]) if path else _UNKNOWN for path in paths],
        [tuple(number[old] for old in several) for several in groups],
        ordered=True,
        depths=[max(0, len(path) - 1) for path in paths],
        shared=True,
    )


def _by_location(organisation: Organisation, rules: FigureRules) -> Grouping:
    return _by_values([position.location for position in organisation.positions])


def _by_role(organisation: Organisation, rules: FigureRules) -> Grouping:
    return _by_values([position.role for position in organisation.positions], rules.titles.by_role)


def _by_status(organisation: Organisation, rules: FigureRules) -> Grouping:
    groups = [_STATES.index(position.state) for position in organisation.positions]
    return Grouping([_named(state) for state in _STATES], groups, ordered=True)


def _by_level(organisation: Organisation, rules: FigureRules) -> Grouping:
    """The level that a position states, else that of its role."""
    levels = rules.levels
    return _by_numbers(
        [
            position.level
            if position.level is not None
            else levels.get(position.role)
            if position.role
            else None
            for position in organisation.positions
        ]
    )


def _by_layer(organisation: Organisation, rules: FigureRules) -> Grouping:
    return _by_numbers([layer or None for layer in organisation.lines.layer])


def _by_numbers(numbers: Sequence[int | None]) -> Grouping:
    present = sorted({number for number in numbers if number is not None})
    place: dict[int | None, int] = {value: at for at, value in enumerate(present)}
    keys = [_named(str(value), str(value)) for value in present]
    if None in numbers:
        place[None] = len(present)
        keys.append(_UNKNOWN)
    return Grouping(keys, [place[number] for number in numbers], ordered=True)


def _by_manager(organisation: Organisation, rules: FigureRules) -> Grouping:
    """The positions that report to each manager."""
    positions, manager = organisation.positions, organisation.lines.manager
    numbers: dict[int, int] = {}
    groups = [numbers.setdefault(max(above, -1), len(numbers)) for above in manager]
    keys = [_UNKNOWN if at < 0 else _seat_key(positions[at], rules) for at in numbers]
    return Grouping(keys, groups)


def _seat_key(position: Position, rules: FigureRules) -> tuple[GroupKey]:
    texts = (" / ".join(position.holder), rules.titles.of(position))
    return _named(position.id, ", ".join(filter(None, texts)) or position.id)


def _by_tag(organisation: Organisation, rules: FigureRules) -> Grouping:
    numbers: dict[str | None, int] = {}
    groups = []
    for position in organisation.positions:
        tags: Sequence[str | None] = tuple(dict.fromkeys(position.tags)) or (None,)
        groups.append(tuple(numbers.setdefault(tag, len(numbers)) for tag in tags))
    keys = [_named(number, number) if number else _UNKNOWN for number in numbers]
    return Grouping(keys, groups, shared=any(len(group) > 1 for group in groups))


GROUPINGS: Mapping[str, Callable[[Organisation, FigureRules], Grouping]] = MappingProxyType(
    {
        "department": _by_department,
        "location": _by_location,
        "level": _by_level,
        "role": _by_role,
        "status": _by_status,
        "layer": _by_layer,
        "manager": _by_manager,
        "tag": _by_tag,
    }
)
"""What positions are grouped by besides other fields and the headings of attributes."""
