"""Seats, managers and values in words; where nobody is named, by titles alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass

from orgcli.changes.changes import (
    BossChange,
    DottedChange,
    Manager,
    Move,
    PairReason,
    PersonChange,
    PersonKind,
    SeatEntry,
    SeatPair,
    ValueChange,
)
from orgcli.changes.report import ChangeReport, OrganisationChanges
from orgcli.language.changes.words import ChangeWords
from orgcli.language.words import ChartWords
from orgcli.render.view import Page

_DASH = "–"
_MOST_HOLDERS = 3
_WORD = re.compile(r"[^\W\d_]{3,}")
_PERSONAL = frozenset({"contact", "photo", "attributes", "tags"})
"""Fields whose values may name people."""
ARROW = " → "


@dataclass(frozen=True, slots=True)
class ChangePhrases:
    """Says what changed in a language.

    named        whether holders may be named
    departments  what departments are called, by their ids
    """

    words: ChangeWords
    chart: ChartWords
    named: bool = True
    departments: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls, report: ChangeReport, organisation: OrganisationChanges, page: Page
    ) -> ChangePhrases:
        """The phrases for the changes of an organisation, in the words of a report and a page."""
        return cls(report.words, page.words.chart, report.named, organisation.departments)

    def holders_or_title(self, seat: SeatEntry) -> str:
        """A seat by its holders, else by its title, else by its id."""
        names = self.holders(seat)
        return names or self.title(seat)

    def title(self, seat: SeatEntry) -> str:
        """A seat by its title, else by its id."""
        return seat.title or self.id(seat)

    def holders(self, seat: SeatEntry) -> str:
        """The holders of a seat, of many only some; nothing where nobody is named."""
        return self._names(seat.position.holder) if self.named else ""

    def _names(self, names: Sequence[str]) -> str:
        text = " / ".join(names[:_MOST_HOLDERS])
        rest = len(names) - _MOST_HOLDERS
        return f"{text} {self.words.more.format(count=rest)}" if rest > 0 else text

    def id(self, seat: SeatEntry) -> str:
        """The id, unless it may name a person that is not to be named."""
        id = seat.position.id
        return id if self.named or _is_impersonal(id, seat.position.holder) else _DASH

    def manager(self, manager: Manager) -> str:
        """A manager in words."""
        if manager is None:
            return self.words.top
        return self.unknown(manager) if isinstance(manager, str) else self.holders_or_title(manager)

    def unknown(self, id: str) -> str:
        """The id of a manager who is not on that side; it may name a person."""
        return id if self.named else _DASH

    def managers(self, was: Manager, now: Manager) -> str:
        """From one manager to another, told apart by their titles where they are one person."""
        before = self.manager(was)
        after = self.words.now_top if now is None else self.manager(now)
        if before == after and isinstance(was, SeatEntry) and isinstance(now, SeatEntry):
            before, after = f"{before}, {self.title(was)}", f"{after}, {self.title(now)}"
        return before + ARROW + after

    def head(self, seat: SeatEntry) -> tuple[str, str]:
        """Who holds a seat and its title; its title and nothing where nobody is named."""
        names = self.holders(seat)
        return (names, seat.title) if names else (self.title(seat), "")

    def arrival(self, pair: SeatPair) -> str:
        """What a seat was that somebody has come to."""
        words, was, now = self.words, pair.was, pair.now
        if was is None or not was.is_live:
            return words.new_seat
        others = [
            holder for holder in was.position.holder if now and holder not in now.position.holder
        ]
        staying = [
            holder for holder in was.position.holder if now and holder in now.position.holder
        ]
        if others:
            return self._held(words.was_held, others)
        if staying:
            return self._held(words.with_others, staying)
        return words.was_planned if was.position.state == "planned" else words.was_open

    def departure(self, pair: SeatPair) -> str:
        """What became of a seat that somebody has left."""
        words, now = self.words, pair.now
        if now is None:
            return words.seat_gone
        if not now.is_live:
            return words.seat_closed
        return self._held(words.now_held, now.position.holder) or words.now_open

    def _held(self, template: str, names: Sequence[str]) -> str:
        if not names:
            return ""
        if not self.named:
            return self.words.another_holder
        return template.format(name=self._names(names))

    def other_seats(self, change: PersonChange) -> str:
        """From which seats somebody went to which."""
        lost = " / ".join(self.title(pair.seat) for pair in change.lost)
        gained = " / ".join(self.title(pair.seat) for pair in change.gained)
        if change.kind == PersonKind.NAME:
            return gained
        if lost and gained:
            return lost + ARROW + gained
        if gained:
            return self.words.also_in.format(title=gained)
        return self.words.no_longer_in.format(title=lost)

    def along(self, move: Move) -> str:
        """How many come along with a mover; nothing for none."""
        if move.ringed:
            return self.words.in_ring
        return self.words.with_below.phrase(move.below) if move.below else ""

    def transfer(self, move: Move) -> str:
        """What a move means for departments; nothing where they stay as they are."""
        words, all = self.words, move.below + 1
        if move.stays and move.below:
            return words.all_stay.format(count=all, department=self._department(move.stays))
        if move.folded is None:
            return ""
        before, after, count = move.folded
        names = {"before": self._department(before), "after": self._department(after)}
        if all == 1:
            return names["before"] + ARROW + names["after"]
        template = words.all_change if count == all else words.some_change
        return template.format(count=count, **names)

    def _department(self, id: str | None) -> str:
        return self.departments.get(id, id) if id else self.words.no_department

    def dotted(self, change: DottedChange) -> str:
        """Where a dotted line leads, and what it is for."""
        to = self.chart.dotted_to.format(name=self.manager(change.manager))
        return f"{to} ({change.purpose})" if change.purpose else to

    def bosses(self, change: BossChange) -> str:
        """The holders of a manager's seat before and after."""
        if not self.named:
            return self.words.another_holder
        was = self._names(change.was.position.holder) or self.chart.states["open"]
        now = self._names(change.now.position.holder) or self.chart.states["open"]
        return was + ARROW + now

    def hides(self, field: str) -> bool:
        """Whether the values of a field are left out."""
        return field in _PERSONAL and not self.named

    def value(self, change: ValueChange) -> str:
        """A field before and after."""
        name = self.words.field_name(change.field)
        if self.hides(change.field):
            return f"{name}: {self.words.differs}"
        before, after = (
            self._value(change.field, value) for value in (change.before, change.after)
        )
        if before == after:
            return f"{name}: {self.words.differs}"
        return f"{name}: {before}{ARROW}{after}"

    def _value(self, field: str, value: object) -> str:
        if value is None:
            return self.words.nothing
        if field == "department" and isinstance(value, str):
            return self._department(value)
        if value is True:
            return self.words.yes
        if field == "status":
            return str(self.chart.states[value])  # type: ignore[literal-required]
        if isinstance(value, float):
            return self.number(value)
        if isinstance(value, tuple):
            return ", ".join(map(str, value))
        if isinstance(value, dict):
            return ", ".join(f"{key}: {text}" for key, text in value.items())
        if is_dataclass(value):
            texts = (getattr(value, part.name) for part in fields(value))
            return ", ".join(str(text) for text in texts if text)
        return str(value)

    def reason(self, why: PairReason) -> str:
        """Why two seats are one."""
        name: str = self.words.reasons[why.replace("-", "_")]  # type: ignore[literal-required]
        return name

    def unchanged(self, count: int) -> str:
        """How many seats are as before."""
        return self.words.unchanged.of(count).format(count=f"{count:,}")

    def number(self, value: float) -> str:
        """A number as the language writes it."""
        return f"{value:g}".replace(".", self.words.decimal_point)


def _is_impersonal(id: str, holders: Sequence[str]) -> bool:
    """Whether no word of a name stands in an id, and it is no address."""
    words = {word.casefold() for name in holders for word in _WORD.findall(name)}
    folded = id.casefold()
    return "@" not in id and not any(word in folded for word in words)
