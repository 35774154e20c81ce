"""What `orgcli diff` says, as a shape: a language that lacks a word does not type-check.

As in `language/words.py`: {places} have names, and a day or an id stays as it is in the file.
"""

from dataclasses import dataclass
from typing import TypedDict

from orgcli.language.words import Counted


class FieldNames(TypedDict):
    """What the fields of a position are called in a sentence."""

    title: str
    role: str
    department: str
    location: str
    cost_center: str
    status: str
    start: str
    end: str
    fte: str
    headcount: str
    assistant: str
    level: str
    archetype: str
    tags: str
    contact: str
    photo: str
    attributes: str


class ReasonNames(TypedDict):
    """Why two seats with different ids are one."""

    told: str
    email: str
    holder_title: str
    holder: str
    reports: str


class SectionNames(TypedDict):
    """The headings, by what stands below them."""

    joined: str
    left: str
    seat: str
    swapped: str
    name: str
    boss: str
    moved: str
    layer: str
    new: str
    gone: str
    changed: str
    dotted: str
    id: str
    unclear: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ChangeWords:
    """What a difference between two states of an organisation is said in."""

    decimal_point: str
    working_tree: str
    # the figures
    seats: str
    people: str
    shape: str
    spans: str
    findings: str
    fte: str
    mean_span: str  # {number}
    layers: Counted
    managers: Counted
    joined: str  # {count}
    left: str  # {count}
    other_seat: str  # {count}
    as_before: str
    new_findings: str  # {count}
    mended_findings: str  # {count}
    # headings and what they are about
    sections: SectionNames
    fields: FieldNames
    reasons: ReasonNames
    # of a person and a seat
    was_open: str
    was_planned: str
    was_held: str  # {name}
    new_seat: str
    with_others: str  # {name}: who shares the seat
    now_held: str  # {name}
    now_open: str
    seat_gone: str
    seat_closed: str
    another_holder: str
    also_in: str  # {title}
    no_longer_in: str  # {title}
    swapped_with: str  # {name}
    was_called: str  # {name}
    # of a line
    below_manager: str  # {name}
    top: str
    now_top: str
    with_below: Counted
    all_stay: str  # {count} {department}
    all_change: str  # {count} {before} {after}
    some_change: str  # {count} {before} {after}
    no_department: str
    in_ring: str
    deeper: Counted
    higher: Counted
    direct: Counted
    # of a value
    nothing: str
    differs: str
    yes: str
    many_seats: Counted
    # of the whole
    most_rekeyed: str  # {count} {whole}
    unchanged: Counted
    no_change: str
    incomplete: str  # {side}
    unsure: str  # {count}
    nothing_in: str  # {side}
    more: str  # {count}
    shortened: str  # {count}
    # the page
    view: str
    changes: str
    # the columns of tables
    person: str
    position: str
    before: str
    after: str
    change: str
    place: str

    def field_name(self, field: str) -> str:
        """What a field of a position is called; its key in words where it has no name here yet."""
        return str(self.fields.get(field, field.replace("_", " ")))
