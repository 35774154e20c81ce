"""What a verb changes: fields of positions, new ones, other ids; of no file yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace

from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import ATTRIBUTE, Position
from orgcli.model.organisation.position_fields import CONTACT_FIELDS
from orgcli.model.request.flag import HelpfulError
from orgcli.model.text import listed

Written = str | tuple[str, ...] | None
"""A value as text, or several; None where the field is not written any more."""
FIELDS: Sequence[str] = tuple(position_field.name for position_field in fields(Position))
"""Of a position, in the order in which they are written."""
CONTACT = "contact."
"""What stands before the name of a field of the contact."""
_PARTED = {
    "contact": f"write `contact.email=...`; it has {listed(CONTACT_FIELDS)}",
    "attributes": "write `attributes.NAME=...`",
    "dotted_lines": "write it in the file",
}
"""Fields with others in them -> how these are set."""


class RefusedEdit(HelpfulError):
    """A change cannot be made; `help` says what can be done."""


@dataclass(frozen=True, slots=True)
class SeatFieldChange:
    """A field of a position is to have another value.

    field  its name; `contact.email` and `attributes.NAME` for one that is in another
    """

    id: str
    field: str
    value: Written


@dataclass(frozen=True, slots=True)
class SeatChanges:
    """Everything that one verb changes.

    new      positions to add, by field; the id comes first
    renamed  old ids and what they become, wherever they are written
    """

    fields: tuple[SeatFieldChange, ...] = ()
    new: tuple[Mapping[str, str], ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)


def changes_in_turn(change_sets: Iterable[SeatChanges]) -> SeatChanges:
    """Changes that are made one after the other, as one."""
    field_changes, new, renamed = (
        list[SeatFieldChange](),
        list[Mapping[str, str]](),
        dict[str, str](),
    )
    for changes in change_sets:
        field_changes += changes.fields
        new += changes.new
        if changes.renamed:
            renamed = {old: changes.renamed.get(then, then) for old, then in renamed.items()}
            renamed.update(changes.renamed)
    return SeatChanges(tuple(field_changes), tuple(new), renamed)


def move(organisation: Organisation, at: int, to: int, alone: bool = False) -> SeatChanges:
    """A position reports to another one, with all below it, or alone.

    alone  whether its reports stay, with the manager that it had
    Raises RefusedEdit for a line to itself, to one below it, and for the line that is there.
    """
    lines, positions = organisation.lines, organisation.positions
    seat, target = positions[at], positions[to]
    if at == to:
        raise RefusedEdit(f"`{seat.id}` cannot report to itself")
    if lines.manager[at] == to:
        raise RefusedEdit(f"`{seat.id}` reports to `{target.id}` already")
    if not alone and at in _above(organisation, to):
        raise RefusedEdit(
            f"`{target.id}` is below `{seat.id}`, which cannot report to it",
            "write --alone, or in a plan `alone: true`, to leave its reports with its manager",
        )
    changes = [SeatFieldChange(seat.id, "reports_to", target.id)]
    if alone:
        reports = [
            position
            for position, above in zip(positions, lines.manager, strict=True)
            if above == at
        ]
        changes[:0] = [
            SeatFieldChange(report.id, "reports_to", seat.reports_to) for report in reports
        ]
    return SeatChanges(tuple(changes))


def move_person(organisation: Organisation, at: int, to: int, id: str) -> SeatChanges:
    """The holder takes a new position with the same title; the seat stays, and is open.

    id  of the new position. Raises RefusedEdit where not one person holds the seat.
    """
    seat = organisation.positions[at]
    if len(seat.holder) != 1:
        what = "several people hold" if seat.holder else "nobody holds"
        raise RefusedEdit(f"{what} `{seat.id}`, which --leave-seat moves one out of")
    values = {
        "id": id,
        "title": seat.title or seat.role or seat.id,
        "holder": seat.holder[0],
        "reports_to": organisation.positions[to].id,
    }
    return replace(leave(organisation, at), new=add(organisation, values).new)


def _above(organisation: Organisation, at: int) -> Iterator[int]:
    """Everybody above a position, up to the top or once around a ring."""
    seen: set[int] = set()
    while at >= 0 and at not in seen:
        seen.add(at)
        yield at
        at = organisation.lines.manager[at]


def set_fields(organisation: Organisation, at: int, values: Mapping[str, str]) -> SeatChanges:
    """Fields get values; an empty one is taken out. Raises RefusedEdit for other names.

    values  by the names of fields, `contact.email` or `email`, and `attributes.NAME`
    """
    id = organisation.positions[at].id
    value_of = {_field_named(name, id): value or None for name, value in values.items()}
    ordered = sorted(value_of, key=lambda name: FIELDS.index(name.partition(".")[0]))
    return SeatChanges(tuple(SeatFieldChange(id, name, value_of[name]) for name in ordered))


def _field_named(name: str, id: str) -> str:
    """The field that a name means. Raises RefusedEdit where it means none that can be set."""
    if name == "id":
        raise RefusedEdit("`set` changes no ids", f"write `orgcli rename {id} NEW`")
    if name in CONTACT_FIELDS:
        return CONTACT + name
    if name in _PARTED:
        raise RefusedEdit(f"`{name}` has fields of its own", _PARTED[name])
    if name.startswith(ATTRIBUTE) and name.removeprefix(ATTRIBUTE).strip():
        return name
    field_names = (*FIELDS, *(CONTACT + contact_field for contact_field in CONTACT_FIELDS))
    if name not in field_names:
        help = f"{listed(field_names)}; anything else is `{ATTRIBUTE}{name}`"
        near = nearest_words(name, field_names)
        raise RefusedEdit(f"a position has no field `{name}`", did_you_mean(near, help))
    return name


def hire(organisation: Organisation, at: int, name: str, start: str | None = None) -> SeatChanges:
    """Somebody takes a vacant position, without the picture of who held it.

    Raises RefusedEdit where it is not vacant.
    """
    seat = organisation.positions[at]
    if seat.holder:
        raise RefusedEdit(
            f"`{seat.id}` is held by {' and '.join(seat.holder)}", f"write `orgcli leave {seat.id}`"
        )
    if seat.status == "closed":
        raise RefusedEdit(f"`{seat.id}` is closed", f"write `orgcli set {seat.id} status=` first")
    changes = [SeatFieldChange(seat.id, "holder", name)]
    if start is not None:
        changes.append(SeatFieldChange(seat.id, "start", start))
    if seat.photo is not None:
        changes.append(SeatFieldChange(seat.id, "photo", None))
    if seat.status == "open" or (seat.status == "planned" and start is None):
        changes.append(SeatFieldChange(seat.id, "status", None))
    return SeatChanges(tuple(changes))


def leave(organisation: Organisation, at: int, person: str | None = None) -> SeatChanges:
    """A position becomes open, or one of those who share it leaves it.

    person  who leaves; None for all. Raises RefusedEdit where nobody holds it.
    """
    seat = organisation.positions[at]
    if not seat.holder:
        raise RefusedEdit(f"nobody holds `{seat.id}`")
    remaining = tuple(holder for holder in seat.holder if person is not None and holder != person)
    value: Written = remaining[0] if len(remaining) == 1 else remaining or None
    changes = [SeatFieldChange(seat.id, "holder", value)]
    if seat.status == "filled" and not remaining:
        changes.append(SeatFieldChange(seat.id, "status", None))
    return SeatChanges(tuple(changes))


def close(organisation: Organisation, at: int, end: str | None = None) -> SeatChanges:
    """A position is closed, from the day after `end` where that is given."""
    seat = organisation.positions[at]
    changes = [] if seat.status == "closed" else [SeatFieldChange(seat.id, "status", "closed")]
    if end is not None:
        changes.append(SeatFieldChange(seat.id, "end", end))
    if not changes:
        raise RefusedEdit(f"`{seat.id}` is closed already")
    return SeatChanges(tuple(changes))


def rename(organisation: Organisation, old: str, new: str) -> SeatChanges:
    """An id becomes another one, wherever it is written; raises RefusedEdit for one in use."""
    if new in organisation.lines.index:
        raise RefusedEdit(f"there is a position `{new}` already")
    if not new.strip() or new != new.strip():
        raise RefusedEdit("an id is text without blanks around it")
    return SeatChanges(renamed={old: new})


def add(organisation: Organisation, values: Mapping[str, str]) -> SeatChanges:
    """A new position. Raises RefusedEdit where its id is there already."""
    if values["id"] in organisation.lines.index:
        raise RefusedEdit(f"there is a position `{values['id']}` already", "choose another id")
    return SeatChanges(new=(dict(values),))
