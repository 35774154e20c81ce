"""The changes in the order in which they are read, each in words: what text and Markdown share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgcli.changes.changes import (
    Changes,
    GoneSeat,
    NewSeat,
    PersonKind,
    SeatPair,
    ValueChange,
)
from orgcli.changes.report import ONLY, ChangeReport
from orgcli.changes.writers.phrases import ARROW, ChangePhrases
from orgcli.model.findings.finding import Place

_SIGNS = {
    "joined": "+", "left": "-", "seat": "⇄", "swapped": "⇄", "name": "~", "boss": "~", "moved": "→",
    "new": "+", "gone": "-", "changed": "~", "id": "=", "unclear": "?",
}  # fmt: skip
_STYLES = {"+": "added", "-": "removed", "⇄": "moved", "→": "moved", "↓": "moved", "↑": "moved"}
_FEWEST_ALIKE = 4
"""Seats with one and the same change of a value that are written in one line."""


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """One change in words.

    head   who or what it is about
    text   what became of it
    line   more of it, on a line of its own
    seats  those that it is about, before and after, the one that is named first
    """

    sign: str
    head: str
    text: str
    place: Place | None = None
    line: str = ""
    seats: tuple[SeatPair, ...] = ()

    @property
    def style(self) -> str:
        """The name of the style of its sign."""
        return _STYLES.get(self.sign, "changed" if self.sign in "~?" else "quiet")


@dataclass(frozen=True, slots=True)
class ChangeSection:
    """The changes of one kind; note: stands in place of the entries."""

    kind: str
    title: str
    entries: Sequence[ChangeEntry]
    note: str = ""


def change_sections(
    changes: Changes, report: ChangeReport, phrases: ChangePhrases, whole: bool = False
) -> list[ChangeSection]:
    """The kinds of changes that are shown and that occur.

    whole  whether new ids are listed even where most seats have one
    """
    sections = []
    entries_of = _SectionEntries(changes, phrases).of
    for kind in ONLY:
        if kind not in report.only:
            continue
        title = report.words.sections[kind]  # type: ignore[literal-required]
        if kind == "id" and changes.mostly_rekeyed and not whole:
            count, pairs = f"{len(changes.new_ids):,}", f"{changes.pairs:,}"
            note = report.words.most_rekeyed.format(count=count, whole=pairs)
            sections.append(ChangeSection(kind, title, (), note))
        elif entries := [*entries_of(kind)]:
            sections.append(ChangeSection(kind, title, entries))
    return sections


class _SectionEntries:
    """The entries of each kind."""

    def __init__(self, changes: Changes, phrases: ChangePhrases) -> None:
        self._changes, self._phrases = changes, phrases
        self._mentioned = _mentioned_seats(changes)

    def of(self, kind: str) -> Iterator[ChangeEntry]:
        """The entries of a kind, in the order of the files."""
        if kind in (person_kind.value for person_kind in PersonKind):
            return self._people(PersonKind(kind))
        return {
            "boss": self._bosses, "moved": self._moves, "layer": self._layers,
            "new": lambda: self._lone(self._changes.new),
            "gone": lambda: self._lone(self._changes.gone), "changed": self._values,
            "dotted": self._dotted, "id": self._new_ids, "unclear": self._unclear,
        }[kind]()  # fmt: skip

    def _people(self, kind: PersonKind) -> Iterator[ChangeEntry]:
        say = self._phrases
        for person in self._changes.people:
            if person.kind != kind:
                continue
            pairs = person.gained or person.lost
            place = pairs[0].seat.place if pairs else None
            title = " / ".join(say.title(pair.seat) for pair in pairs)
            own_title = title if say.named else ""
            if kind == PersonKind.JOINED:
                text = _joined(own_title, say.arrival(pairs[0]))
            elif kind == PersonKind.LEFT:
                text = _joined(own_title, say.departure(pairs[0]))
                place = place if pairs[0].now else None
            elif kind == PersonKind.SEAT:
                text = say.other_seats(person) if say.named else say.words.another_holder
            elif say.named:
                is_name = kind == PersonKind.NAME
                template = say.words.was_called if is_name else say.words.swapped_with
                text = _joined(template.format(name=person.other), say.other_seats(person))
            else:
                continue
            head, seats = person.name if say.named else title, (*person.gained, *person.lost)
            yield ChangeEntry(_SIGNS[kind], head, text, place, seats=seats)

    def _bosses(self) -> Iterator[ChangeEntry]:
        say = self._phrases
        for boss in self._changes.bosses:
            text = _joined(say.bosses(boss), say.words.direct.phrase(boss.reports))
            place = boss.now.place
            yield ChangeEntry(_SIGNS["boss"], say.title(boss.now), text, place, seats=(boss,))

    def _moves(self) -> Iterator[ChangeEntry]:
        say = self._phrases
        for move in self._changes.moves:
            head, title = say.head(move.now)
            text = _joined(title, say.along(move))
            line = _joined(say.managers(move.was_under, move.under), say.transfer(move))
            yield ChangeEntry(_SIGNS["moved"], head, text, move.now.place, line, (move,))

    def _layers(self) -> Iterator[ChangeEntry]:
        say, words = self._phrases, self._phrases.words
        for layer in self._changes.layers:
            sign, counted = ("↓", words.deeper) if layer.is_new else ("↑", words.higher)
            became = words.new_seat if layer.is_new else words.seat_gone
            head, title = say.head(layer.seat)
            below = words.below_manager.format(name=say.manager(layer.manager))
            place, line = layer.now.place if layer.now else None, counted.phrase(layer.people)
            seats = (layer, *layer.moves)
            yield ChangeEntry(sign, head, _joined(title, became, below), place, line, seats)

    def _lone(self, seats: Sequence[NewSeat | GoneSeat]) -> Iterator[ChangeEntry]:
        """The new or gone seats that stand with no person who joined or left, and with no layer."""
        say, words = self._phrases, self._phrases.words
        for seat in seats:
            if id(seat.seat) in self._mentioned:
                continue
            sign = "-" if isinstance(seat, GoneSeat) else "+"
            held = say.holders(seat.seat) or say.chart.states[seat.seat.position.state]
            closed = words.seat_closed if sign == "-" and seat.now else ""
            name = say.manager(seat.manager)
            below = words.below_manager.format(name=name) if seat.manager else ""
            place, text = seat.now.place if seat.now else None, _joined(held, closed, below)
            yield ChangeEntry(sign, say.title(seat.seat), text, place, seats=(seat,))

    def _values(self) -> Iterator[ChangeEntry]:
        """Seat by seat; a change that many seats have alike once."""
        say, sign = self._phrases, _SIGNS["changed"]
        shown = [value for value in self._changes.values if not value.folded]
        value_texts = [(change, say.value(change)) for change in shown]
        alike: dict[str, list[ValueChange]] = {}
        for change, text in value_texts:
            alike.setdefault(text, []).append(change)
        for text, several in alike.items():
            if len(several) >= _FEWEST_ALIKE:
                head = say.words.many_seats.phrase(len(several))
                yield ChangeEntry(sign, head, text, seats=tuple(several))
        by_seat: dict[int, tuple[ValueChange, list[str]]] = {}
        for change, text in value_texts:
            if len(alike[text]) < _FEWEST_ALIKE:
                by_seat.setdefault(id(change.now), (change, []))[1].append(text)
        retitled = {id(change.now) for change in shown if change.field == "title"}
        for key, (change, texts) in by_seat.items():
            head, title = say.head(change.now)
            text = _joined("" if key in retitled else title, *texts)
            yield ChangeEntry(sign, head, text, change.now.place, seats=(change,))

    def _dotted(self) -> Iterator[ChangeEntry]:
        say = self._phrases
        for line in self._changes.dotted:
            head, title = say.head(line.now)
            text, sign = _joined(title, say.dotted(line)), "+" if line.is_new else "-"
            yield ChangeEntry(sign, head, text, line.now.place, seats=(line,))

    def _new_ids(self) -> Iterator[ChangeEntry]:
        say = self._phrases
        for new_id in self._changes.new_ids:
            head = say.id(new_id.was) + ARROW + say.id(new_id.now)
            yield ChangeEntry(
                _SIGNS["id"], head, say.reason(new_id.why), new_id.now.place, seats=(new_id,)
            )

    def _unclear(self) -> Iterator[ChangeEntry]:
        say = self._phrases
        for unclear in self._changes.ambiguous:
            was, now = (", ".join(map(say.id, seats)) for seats in (unclear.was, unclear.now))
            first = unclear.now[0]
            text, place = _joined(say.title(first), say.reason(unclear.why)), first.place
            seats = (*(SeatPair(None, seat) for seat in unclear.now),
                     *(SeatPair(seat, None) for seat in unclear.was))  # fmt: skip
            yield ChangeEntry(_SIGNS["unclear"], f"{was} / {now}", text, place, seats=seats)


def _joined(*phrases: str) -> str:
    return "; ".join(filter(None, phrases))


def _mentioned_seats(changes: Changes) -> frozenset[int]:
    """The new and gone seats that stand with a person who joined or left, or with a layer."""
    kinds = (PersonKind.JOINED, PersonKind.LEFT)
    people = [pair for person in changes.people if person.kind in kinds for pair in person.pairs]
    return frozenset(id(pair.seat) for pair in (*people, *changes.layers))
