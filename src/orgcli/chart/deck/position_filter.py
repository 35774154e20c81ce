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
"""Values among which a far guess is cheap, and likely meant."""

Values = Callable[[Position], Sequence[object]]
"""What a position says of a field or under a heading; nothing where it says nothing."""


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


def condition(written: str, where: str) -> Condition:
    """A condition as it is written, FIELD=VALUE or FIELD!=VALUE.

    where  how the user wrote the flag, for the message
    Raises RequestError for anything else.
    """
    found = _CONDITION.fullmatch(written.strip())
    if found is None:
        message = f"{where} cannot be `{shortened(written)}`"
        raise RequestError(message, "write FIELD=VALUE or FIELD!=VALUE, as department=Sales")
    return Condition(found["field"].strip(), found["sign"] == "!=", found["value"].strip())


def by_field(written: str, headings: Mapping[str, str]) -> str:
    """A condition on a column of a table, by the field that the column became.

    headings  those of columns that are fields of positions -> the field
    """
    try:
        one = condition(written, "--filter")
    except RequestError:  # a name with `=` in it, where names are taken too
        return written
    known = {squeeze(heading): name for heading, name in headings.items()}
    name = known.get(squeeze(one.field))
    if squeeze(one.field) in _NAMES or name not in FIELDS:
        return written
    return f"{name}{'!=' if one.negated else '='}{one.value}"


def fitting(
    conditions: Sequence[Condition],
    organisation: Organisation,
    titles: Titles,
    closed: bool,
    public: PublicView | None = None,
) -> Fit:
    """The positions for which all conditions hold.

    closed  whether closed positions are there
    public  what the organisation is without its public, where messages name none of them
    Raises SelectionError where a field is unknown, a value can be none of its field, or nobody
    fits.
    """
    positions = organisation.positions
    fits = [True] * len(positions)
    notes = []
    for one in conditions:
        values = _values_of(one, organisation, titles)
        alike = _matcher(one.value)
        has = [alike(values(position)) for position in positions]
        if not any(has) and one.value:
            if public is None:
                help = _value_help(one, _known(organisation, values), closed)
            else:
                help = _public_help(one, public, titles, closed)
            if not one.negated or _is_no_choice(one):
                raise SelectionError(f"no position has {_named_value(one)}", help)
            notes.append(
                "; ".join(filter(None, (f"no position has {_named_value(one)} to leave out", help)))
            )
        fits = [fit and is_so != one.negated for fit, is_so in zip(fits, has, strict=True)]
    if not any(fits):
        together = quoted((f"{one.field}{'!=' if one.negated else '='}{one.value}"
                           for one in conditions), "and")  # fmt: skip
        raise SelectionError(f"no position fits {together}", "leave out one of them")
    return Fit(fits, tuple(notes))


def said(one: Condition, public: PublicView | None) -> str:
    """A condition as a chart says it; without the value where that could be somebody's name."""
    if public and (_is_personal(one) or public.masked(one.value) != one.value):
        one = replace(one, value=HIDDEN)
    return str(one)


def _is_personal(one: Condition) -> bool:
    """Whether a condition is about who somebody is, or about a column of a table."""
    return _NAMES.get(squeeze(one.field), "attributes") in PERSONAL_FIELDS


def _known(organisation: Organisation, values: Values) -> Iterator[str]:
    """What positions say of a field."""
    for position in organisation.positions:
        yield from map(str, values(position))


def _public_help(one: Condition, public: PublicView, titles: Titles, closed: bool) -> str:
    """The value that was meant, where that names nobody; departments by their names alone."""
    if _is_personal(one):
        return "its values are not listed, for they say who somebody is"
    known = _known(public.organisation, _values_of(one, public.organisation, titles))
    ids = {department.id for department in public.organisation.departments if department.name}
    return _value_help(one, (value for value in known if value not in ids), closed)


def _is_no_choice(one: Condition) -> bool:
    """Whether its field takes a few words, and the value is none of them."""
    field = POSITION_FIELDS.get(_NAMES.get(squeeze(one.field), ""))
    choices = field.choices if field else ()
    return bool(choices) and folded(one.value) not in choices


def _named_value(one: Condition) -> str:
    return f"the {one.field} `{shortened(one.value)}`"


def _values_of(one: Condition, organisation: Organisation, titles: Titles) -> Values:
    """What positions say of the field of a condition, or in a column of that heading."""
    word = squeeze(one.field)
    name = _NAMES.get(word)
    headings = _headings(organisation)
    columns = headings.get(word, ())
    if name is None and not columns:
        written = [*chain.from_iterable(headings.values())]
        near = nearest_words(one.field, list(dict.fromkeys((*FIELDS, *_NAMES, *written))))
        raise SelectionError(
            f"positions have no field `{shortened(one.field)}`",
            did_you_mean(near, f"the fields are {listed((*FIELDS, *written), 40)}"),
        )
    read = _reader(name, organisation, titles) if name else None

    def values(position: Position) -> Sequence[object]:
        found = read(position) if read else ()
        attributes = position.attributes
        if found or not attributes:
            return found
        return [attributes[heading] for heading in columns if heading in attributes]

    return values


def _headings(organisation: Organisation) -> Mapping[str, Sequence[str]]:
    """The headings of attributes, by how they are compared."""
    seen: dict[str, None] = {}
    for position in organisation.positions:
        if position.attributes:
            seen.update(dict.fromkeys(position.attributes))
    found: dict[str, list[str]] = {}
    for heading in seen:
        found.setdefault(squeeze(heading), []).append(heading)
    return found


def _reader(name: str, organisation: Organisation, titles: Titles) -> Values:
    """What positions say of a field; a department by its id and by its name."""
    if name == "title":
        return lambda position: (titles.of(position),) if titles.of(position) else ()
    if name == "status":
        return lambda position: (position.state,)
    if name == "holder":
        return lambda position: [form for one in position.holder for form in (one, in_order(one))]
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
        ids = {other: id for id, other in called.items()}
        return lambda position: [
            word
            for one in (position.department,)
            if one
            for word in (called.get(one), one, ids.get(one))
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
    """Whether values have one that is the one asked for; nothing asked for is no value at all."""
    if not value:
        return lambda values: not any(values)
    asked, number = folded(value), _number(value)

    @cache
    def alike(one: object) -> bool:
        if isinstance(one, bool):
            return asked in _TRUTHS[one]
        if isinstance(one, int | float):
            return one == number
        text = one.isoformat() if isinstance(one, date) else str(one)
        return folded(text) == asked

    return lambda values: any(map(alike, values))


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def _value_help(one: Condition, values: Iterable[str], closed: bool) -> str:
    """The value that was meant, or those there are where they are few."""
    field = _NAMES.get(squeeze(one.field), "")
    if field == "status" and folded(one.value) == "closed" and not closed:
        return "closed positions are left out; add --show-closed"
    choices = POSITION_FIELDS[field].choices if field else ()
    there = {folded(choice): choice for choice in choices}
    for value in values:
        there.setdefault(folded(value), value)
    known = sorted(there.values())
    near = NearestName(known).of(one.value)
    if not near and len(known) <= _FEW:
        near = nearest_words(one.value, known)
    return did_you_mean(near, f"it is {listed(known, 10)}" if known else "no position says it")


def completions(incomplete: str) -> list[str]:
    """What the shell offers for a condition: the fields, and the words of those that have some."""
    field, equals, value = incomplete.partition("=")
    if not equals:
        return [f"{name}=" for name in FIELDS if name.startswith(field)]
    name = _NAMES.get(squeeze(field.removesuffix("!")), "")
    words = POSITION_FIELDS[name].choices if name else ()
    return [f"{field}={word}" for word in words if word.startswith(value)]
