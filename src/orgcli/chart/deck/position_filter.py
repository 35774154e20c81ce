"""`--filter`: which positions fit conditions such as `department=Sales` and `status!=closed`."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import chain

from orgcli.chart.drawing import SelectionError
from orgcli.model.likeness import NearestName, did_you_mean, nearest_words
from orgcli.model.name_matching import folded, in_order
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import Position
from orgcli.model.organisation.position_fields import POSITION_FIELDS
from orgcli.model.organisation.pseudonyms import HIDDEN, PERSONAL_FIELDS, PublicView
from orgcli.model.request.flag import RequestError
from orgcli.model.roles.role_name import squeeze
from orgcli.model.text import listed, quoted, shortened

_CONDITION = re.compile(r"(?P<field>[^=]*?[^=!\s])\s*(?P<sign>!=|==?)\s*(?P<value>.*)", re.DOTALL)
_UNFIT = frozenset({"attributes", "photo"})
_NAMES = {
    **{squeeze(name): name for name in POSITION_FIELDS if name not in _UNFIT},
    "name": "holder",
    "manager": "reports_to",
}
"""What a field may be called, as it is compared -> the field."""
FIELDS = tuple(name for name in POSITION_FIELDS if name not in _UNFIT)
_TRUTHS = {True: ("true", "yes"), False: ("false", "no")}
_FEW = 1000
"""Values among which a distant guess is cheap, and likely right."""

Values = Callable[[Position], Sequence[object]]
"""The values of a position for a field or a heading; none where it has none."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition as it was written: a field or a heading, whether it is to differ, a value."""

    field: str
    negated: bool
    value: str

    def __str__(self) -> str:
        return f"{self.field} {'≠' if self.negated else '='} {self.value or '–'}"


@dataclass(frozen=True, slots=True)
class Fit:
    """Which positions fit, by their place, and what the user should know of the conditions."""

    fits: Sequence[bool]
    notes: tuple[str, ...] = ()


def parse_condition(text: str, where: str) -> Condition:
    """A condition as it is written, FIELD=VALUE or FIELD!=VALUE.

    where  how the user wrote the flag, for the message
    Raises RequestError for anything else.
    """
    match = _CONDITION.fullmatch(text.strip())
    if match is None:
        message = f"{where} cannot be `{shortened(text)}`"
        raise RequestError(message, "write FIELD=VALUE or FIELD!=VALUE, as department=Sales")
    return Condition(match["field"].strip(), match["sign"] == "!=", match["value"].strip())


def by_field(text: str, headings: Mapping[str, str]) -> str:
    """A condition on a column of a table, by the field that the column became.

    headings  those of columns that are fields of positions -> the field
    """
    try:
        condition = parse_condition(text, "--filter")
    except RequestError:  # a name with `=` in it, where names are taken too
        return text
    field_of = {squeeze(heading): name for heading, name in headings.items()}
    name = field_of.get(squeeze(condition.field))
    if squeeze(condition.field) in _NAMES or name not in FIELDS:
        return text
    return f"{name}{'!=' if condition.negated else '='}{condition.value}"


def fitting(
    conditions: Sequence[Condition],
    organisation: Organisation,
    titles: Titles,
    closed: bool,
    public: PublicView | None = None,
) -> Fit:
    """The positions for which all conditions hold.

    closed  whether closed positions are there
    public  the organisation with its people masked, where messages may name none of them
    Raises SelectionError where a field is unknown, a value can be none of its field, or nobody
    fits.
    """
    positions = organisation.positions
    fits = [True] * len(positions)
    notes = []
    for condition in conditions:
        values = _values_of(condition, organisation, titles)
        alike = _matcher(condition.value)
        has = [alike(values(position)) for position in positions]
        if not any(has) and condition.value:
            if public is None:
                help = _value_help(condition, _value_texts(organisation, values), closed)
            else:
                help = _public_help(condition, public, titles, closed)
            if not condition.negated or _is_no_choice(condition):
                raise SelectionError(f"no position has {_value_phrase(condition)}", help)
            notes.append(
                "; ".join(
                    filter(None, (f"no position has {_value_phrase(condition)} to leave out", help))
                )
            )
        fits = [fit and is_so != condition.negated for fit, is_so in zip(fits, has, strict=True)]
    if not any(fits):
        together = quoted((f"{condition.field}{'!=' if condition.negated else '='}{condition.value}"
                           for condition in conditions), "and")  # fmt: skip
        raise SelectionError(f"no position fits {together}", "leave out one of them")
    return Fit(fits, tuple(notes))


def condition_text(condition: Condition, public: PublicView | None) -> str:
    """A condition as a chart shows it; without the value where that could be somebody's name."""
    if public and (_is_personal(condition) or public.masked(condition.value) != condition.value):
        condition = replace(condition, value=HIDDEN)
    return str(condition)


def _is_personal(condition: Condition) -> bool:
    """Whether a condition is on a personal field, or on a column of a table."""
    return _NAMES.get(squeeze(condition.field), "attributes") in PERSONAL_FIELDS


def _value_texts(organisation: Organisation, values: Values) -> Iterator[str]:
    """The values of a field in all positions, as texts."""
    for position in organisation.positions:
        yield from map(str, values(position))


def _public_help(condition: Condition, public: PublicView, titles: Titles, closed: bool) -> str:
    """The nearest value, where that names nobody; departments by their names alone."""
    if _is_personal(condition):
        return "its values are not listed, for they say who somebody is"
    values = _value_texts(public.organisation, _values_of(condition, public.organisation, titles))
    ids = {department.id for department in public.organisation.departments if department.name}
    return _value_help(condition, (value for value in values if value not in ids), closed)


def _is_no_choice(condition: Condition) -> bool:
    """Whether its field takes a few words, and the value is none of them."""
    field = POSITION_FIELDS.get(_NAMES.get(squeeze(condition.field), ""))
    choices = field.choices if field else ()
    return bool(choices) and folded(condition.value) not in choices


def _value_phrase(condition: Condition) -> str:
    return f"the {condition.field} `{shortened(condition.value)}`"


def _values_of(condition: Condition, organisation: Organisation, titles: Titles) -> Values:
    """The values of positions for the field of a condition, or in a column of that heading."""
    word = squeeze(condition.field)
    name = _NAMES.get(word)
    headings = _headings(organisation)
    columns = headings.get(word, ())
    if name is None and not columns:
        attribute_headings = [*chain.from_iterable(headings.values())]
        near = nearest_words(
            condition.field, list(dict.fromkeys((*FIELDS, *_NAMES, *attribute_headings)))
        )
        raise SelectionError(
            f"positions have no field `{shortened(condition.field)}`",
            did_you_mean(near, f"the fields are {listed((*FIELDS, *attribute_headings), 40)}"),
        )
    read = _reader(name, organisation, titles) if name else None

    def values(position: Position) -> Sequence[object]:
        values_of_field = read(position) if read else ()
        attributes = position.attributes
        if values_of_field or not attributes:
            return values_of_field
        return [attributes[heading] for heading in columns if heading in attributes]

    return values


def _headings(organisation: Organisation) -> Mapping[str, Sequence[str]]:
    """The headings of attributes, by how they are compared."""
    all_headings: dict[str, None] = {}
    for position in organisation.positions:
        if position.attributes:
            all_headings.update(dict.fromkeys(position.attributes))
    by_word: dict[str, list[str]] = {}
    for heading in all_headings:
        by_word.setdefault(squeeze(heading), []).append(heading)
    return by_word


def _reader(name: str, organisation: Organisation, titles: Titles) -> Values:
    """The values of positions for a field; a department by its id and by its name."""
    if name == "title":
        return lambda position: (titles.of(position),) if titles.of(position) else ()
    if name == "status":
        return lambda position: (position.state,)
    if name == "holder":
        return lambda position: [
            form for holder in position.holder for form in (holder, in_order(holder))
        ]
    if name == "dotted_lines":
        return lambda position: [
            word for line in position.dotted_lines for word in _called(line.to, organisation)
        ]
    if name == "reports_to":
        return lambda position: _called(position.reports_to, organisation)
    if name == "department":
        called = {
            department.id: department.name
            for department in organisation.departments
            if department.name
        }
        ids = {name: id for id, name in called.items()}
        return lambda position: [
            word
            for department in (position.department,)
            if department
            for word in (called.get(department), department, ids.get(department))
            if word
        ]
    path = POSITION_FIELDS[name].path
    return lambda position: _at(position, path)


def _called(id: str | None, organisation: Organisation) -> Sequence[str]:
    """What a manager may be called: its id, and those who hold it."""
    if id is None:
        return ()
    at = organisation.lines.index.get(id)
    holders = () if at is None else organisation.positions[at].holder
    return [id, *holders, *map(in_order, holders)]


def _at(value: object, path: Sequence[str]) -> Sequence[object]:
    for step in path:
        value = getattr(value, step, None)
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _matcher(value: str) -> Callable[[Sequence[object]], bool]:
    """Whether a position has the value; the empty value stands for having none."""
    if not value:
        return lambda values: not any(values)
    word, number = folded(value), _number(value)

    @cache
    def alike(candidate: object) -> bool:
        if isinstance(candidate, bool):
            return word in _TRUTHS[candidate]
        if isinstance(candidate, int | float):
            return candidate == number
        text = candidate.isoformat() if isinstance(candidate, date) else str(candidate)
        return folded(text) == word

    return lambda values: any(map(alike, values))


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def _value_help(condition: Condition, values: Iterable[str], closed: bool) -> str:
    """The nearest value, or all values where they are few."""
    field = _NAMES.get(squeeze(condition.field), "")
    if field == "status" and folded(condition.value) == "closed" and not closed:
        return "closed positions are left out; add --show-closed"
    choices = POSITION_FIELDS[field].choices if field else ()
    spellings = {folded(choice): choice for choice in choices}
    for value in values:
        spellings.setdefault(folded(value), value)
    all_values = sorted(spellings.values())
    near = NearestName(all_values).of(condition.value)
    if not near and len(all_values) <= _FEW:
        near = nearest_words(condition.value, all_values)
    return did_you_mean(
        near, f"it is {listed(all_values, 10)}" if all_values else "no position says it"
    )


def completions(incomplete: str) -> list[str]:
    """What the shell offers for a condition: the fields, and the words of those that have some."""
    field, equals, value = incomplete.partition("=")
    if not equals:
        return [f"{name}=" for name in FIELDS if name.startswith(field)]
    name = _NAMES.get(squeeze(field.removesuffix("!")), "")
    words = POSITION_FIELDS[name].choices if name else ()
    return [f"{field}={word}" for word in words if word.startswith(value)]
