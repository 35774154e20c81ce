"""A position as people write it: who sits where, and under whom.

This is the one place where its fields are declared. A field added here, with its docstring, is
read, checked, described in the JSON Schema and printable on cards; a line in
`read/tables/columns/heading_words.py` says which columns of tables it is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from orgcli.model.source.marks import Within
from orgcli.model.source.scalar import AS_LIST, Day, Number, Text, Texts, Truth, Whole, text_under
from orgcli.model.strict import STRICT

Status = Literal["filled", "open", "planned", "closed"]
Archetype = Literal["executor", "strategist"]


@dataclass(frozen=True, slots=True)
class DottedLine:
    """A secondary reporting line."""

    __pydantic_config__: ClassVar = STRICT

    to: Text
    """The id of the secondary manager's position."""
    purpose: Text | None = None
    """What the line is for."""


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the holder."""

    __pydantic_config__: ClassVar = STRICT

    email: Text | None = None
    """The address for mail."""
    phone: Text | None = None
    """The telephone number, as it is dialled."""
    url: Text | None = None
    """A page about the holder or the position."""


@dataclass(frozen=True, slots=True)
class Position:
    """One position, with or without a holder."""

    __pydantic_config__: ClassVar = STRICT

    id: Text
    """The id by which other positions refer to it; the only required key."""
    title: Text | None = None
    """The title; default: the title of its role."""
    role: Text | None = None
    """A role of the library (`orgcli roles`) or of your own `roles/` folder."""
    holder: Texts = ()
    """The holder, or a list for a job share; without one the position is open."""
    reports_to: Text | None = None
    """The id of the manager's position; left out at the top."""
    dotted_lines: Annotated[tuple[Annotated[DottedLine, text_under("to")], ...], AS_LIST] = ()
    """Ids of secondary managers, or `{to: cfo, for: forecasting}`."""
    department: Text | None = None
    """A name, or the id of an entry under `departments`."""
    location: Text | None = None
    """Where it is."""
    cost_center: Text | None = None
    """Where its cost is booked, as a number or a name."""
    status: Status | None = None
    """filled, open, planned or closed; default: filled with a holder, open without."""
    start: Day | None = None
    """The day it begins, as 2027-01-01."""
    end: Day | None = None
    """The last day it is there, as 2027-12-31."""
    fte: Annotated[Number, Within(0, 1000)] | None = None
    """The full-time equivalent, as 0.5."""
    headcount: Annotated[Whole, Within(1, 1_000_000)] = 1
    """The number of equal seats that this entry represents."""
    assistant: Truth = False
    """Drawn next to the reporting line instead of below."""
    level: Annotated[Whole, Within(0, 1000)] | None = None
    """The level; 1 is the top. Default: the level of its role."""
    archetype: Archetype | None = None
    """The kind of holder: executor or strategist."""
    tags: Texts = ()
    """Words of your own."""
    contact: Contact | None = None
    """How to reach the holder."""
    photo: Text | None = None
    """An image file with the holder's picture, its path from this file."""
    attributes: dict[str, str] | None = None
    """Anything else, as text."""

    @property
    def state(self) -> Status:
        """The status written, else filled where somebody holds the position, else open."""
        return self.status or ("filled" if self.holder else "open")

    @property
    def address(self) -> str:
        """The e-mail address of its one holder, or of a vacancy, as it is compared; or nothing."""
        contact = self.contact
        if contact is None or not contact.email or len(self.holder) > 1:
            return ""
        return contact.email.strip().casefold()

    @property
    def has_dated_status(self) -> bool:
        """Whether it is planned with a first day, or closed with a last one.

        Between these days it is filled or open.
        """
        if self.status == "planned":
            return self.start is not None
        return self.status == "closed" and self.end is not None


def attribute_names(positions: Iterable[Position]) -> Sequence[str]:
    """All attributes that positions have, in the order in which they first stand."""
    found: dict[str, None] = {}
    for position in positions:
        if position.attributes:
            found.update(dict.fromkeys(position.attributes))
    return list(found)


COMPUTED = (
    "manager_name", "department_name", "layer", "direct_reports", "all_reports", "path",
)  # fmt: skip
"""What records of `orgcli export` say besides the fields: it follows from them, and is not read."""
ATTRIBUTE = "attributes."
"""What stands there before the name of an attribute that is also that of a field."""
