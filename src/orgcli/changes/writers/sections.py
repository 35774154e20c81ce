"""The changes in the order in which they are read, each in words: what text and Markdown share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgcli.changes.changes import (
    Changes,
    LayerChange,
    Manager,
    Move,
    PersonKind,
    SeatEntry,
    SeatPair,
    ValueChange,
)
from orgcli.changes.report import ONLY, ChangeReport
from orgcli.changes.writers.phrases import ChangePhrases
from orgcli.model.findings.finding import Place

_SIGNS = {
    "joined": "+", "left": "-", "seat": "⇄", "swapped": "⇄", "name": "~", "boss": "~", "moved": "→",
    "new": "+", "gone": "-", "changed": "~", "id": "=", "unclear": "?",
}  # fmt: skip
_STYLES = {"+": "added", "-": "removed", "⇄": "moved", "→": "moved", "↓": "moved", "↑": "moved"}
_FEWEST_ALIKE = 4
"""Seats with one and the same change of a value that are said in one line."""


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """One change in words.

    head   who or what it is about
    texts  what became of it, each a phrase; `line` what is said on a line of its own
    seats  those that it is about, before and after, the one that is named first
    """

    sign: str
    head: str
    texts: tuple[str, ...]
    place: Place | None = None
    line: str = ""
    seats: tuple[SeatPair, ...] = ()

    @property
    def style(self) -> str:
        """The name of the style of its sign."""
        return _STYLES.get(self.sign, "changed" if self.sign in "~?" else "quiet")


@dataclass(frozen=True, slots=True)
class ChangeSection:
    """The changes of one kind; note: said in place of the entries."""

    kind: str
    title: str
    entries: Sequence[ChangeEntry]
    note: str = ""


def change_sections(
    changes: Changes, report: ChangeReport, phrases: ChangePhrases, whole: bool = False
) -> list[ChangeSection]:
    """The kinds of changes that are shown and that there are.

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
        self._told = _told(changes)

    def of(self, kind: str) -> Iterator[ChangeEntry]:
        """The entries of a kind, in the order of the files."""
        if kind in (one.value for one in PersonKind):
            yield from self._people(PersonKind(kind))
            return
        write = {
            "boss": self._bosses, "moved": self._moves, "layer": self._layers, "new": self._new,
            "gone": self._gone, "changed": self._values, "dotted": self._dotted,
            "id": self._new_ids, "unclear": self._unclear,
        }[kind]  # fmt: skip
        yield from write()

    def _people(self, kind: PersonKind) -> Iterator[ChangeEntry]:
        say, sign = self._phrases, _SIGNS[kind]
        for one in self._changes.people:
            if one.kind != kind:
                continue
            pairs, seats = one.gained or one.lost, (*one.gained, *one.lost)
            place = pairs[0].seat.place if pairs else None
            title = " / ".join(say.title(pair.seat) for pair in pairs)
            head = one.name if say.named else title
            titles = (title,) if say.named else ()
            if kind == PersonKind.JOINED:
                yield ChangeEntry(sign, head, (*titles, say.arrival(pairs[0])), place, seats=seats)
            elif kind == PersonKind.LEFT:
                place = place if pairs[0].now else None
                yield ChangeEntry(
                    sign, head, (*titles, say.departure(pairs[0])), place, seats=seats
                )
            elif kind == PersonKind.NAME and say.named:
                was = say.words.was_called.format(name=one.other)
                yield ChangeEntry(sign, head, (was, say.other_seats(one)), place, seats=seats)
            elif kind == PersonKind.SWAPPED and say.named:
                other = say.words.swapped_with.format(name=one.other)
                yield ChangeEntry(sign, head, (other, say.other_seats(one)), place, seats=seats)
            elif kind == PersonKind.SEAT:
                told = say.other_seats(one) if say.named else say.words.another_holder
                yield ChangeEntry(sign, head, (told,), place, seats=seats)

    def _bosses(self) -> Iterator[ChangeEntry]:
        say = self._phrases
        for one in self._changes.bosses:
            count = say.words.direct.phrase(one.reports)
            texts = (say.bosses(one), count)
            seats = (SeatPair(one.was, one.now),)
            yield ChangeEntry(_SIGNS["boss"], say.title(one.now), texts, one.now.place, seats=seats)

    def _moves(self) -> Iterator[ChangeEntry]:
        for move in self._changes.moves:
            yield self._move(move)

    def _move(self, move: Move) -> ChangeEntry:
        say = self._phrases
        head, title = say.head(move.now)
        texts = tuple(filter(None, (title, say.along(move))))
        way = say.managers(move.was_under, move.under)
        line = "; ".join(filter(None, (way, say.transfer(move))))
        seats = (SeatPair(move.was, move.now),)
        return ChangeEntry(_SIGNS["moved"], head, texts, move.now.place, line, seats)

    def _layers(self) -> Iterator[ChangeEntry]:
        for layer in self._changes.layers:
            yield self._layer(layer)

    def _layer(self, layer: LayerChange) -> ChangeEntry:
        say, words = self._phrases, self._phrases.words
        sign, counted = ("↓", words.deeper) if layer.is_new else ("↑", words.higher)
        name, title = say.head(layer.seat)
        below = words.below_manager.format(name=say.manager(layer.manager))
        became = words.new_seat if layer.is_new else words.seat_gone
        texts = tuple(filter(None, (title, became, below)))
        place = layer.seat.place if layer.is_new else None
        pair = SeatPair(None, layer.seat) if layer.is_new else SeatPair(layer.seat, None)
        seats = (pair, *(SeatPair(move.was, move.now) for move in layer.moves))
        return ChangeEntry(sign, name, texts, place, counted.phrase(layer.people), seats)

    def _new(self) -> Iterator[ChangeEntry]:
        """The new seats that no person who joined and no layer has named."""
        for one in self._changes.new:
            if id(one.seat) not in self._told:
                pair = SeatPair(one.was, one.seat)
                yield self._seat("+", one.seat, one.manager, "", one.seat.place, pair)

    def _gone(self) -> Iterator[ChangeEntry]:
        for one in self._changes.gone:
            if id(one.seat) not in self._told:
                closed = self._phrases.words.seat_closed if one.now else ""
                place = one.now.place if one.now else None
                pair = SeatPair(one.seat, one.now)
                yield self._seat("-", one.seat, one.manager, closed, place, pair)

    def _seat(
        self,
        sign: str,
        seat: SeatEntry,
        manager: Manager,
        became: str,
        place: Place | None,
        pair: SeatPair,
    ) -> ChangeEntry:
        say = self._phrases
        below = say.words.below_manager.format(name=say.manager(manager)) if manager else ""
        held = say.holders(seat) or say.chart.states[seat.position.state]
        texts = tuple(filter(None, (held, became, below)))
        return ChangeEntry(sign, say.title(seat), texts, place, seats=(pair,))

    def _values(self) -> Iterator[ChangeEntry]:
        """Seat by seat; a change that many seats have alike once."""
        say = self._phrases
        shown = [one for one in self._changes.values if not one.folded]
        alike: dict[str, list[ValueChange]] = {}
        for one in shown:
            alike.setdefault(say.value(one), []).append(one)
        retitled = {id(one.now) for one in shown if one.field == "title"}
        by_seat: dict[int, list[str]] = {}
        first: dict[int, ValueChange] = {}
        for text, several in alike.items():
            if len(several) >= _FEWEST_ALIKE:
                head = say.words.many_seats.phrase(len(several))
                seats = tuple(SeatPair(one.was, one.now) for one in several)
                yield ChangeEntry(_SIGNS["changed"], head, (text,), seats=seats)
        for one in shown:
            text = say.value(one)
            if len(alike[text]) < _FEWEST_ALIKE:
                first.setdefault(id(one.now), one)
                by_seat.setdefault(id(one.now), []).append(text)
        for key, texts in by_seat.items():
            seat, seats = first[key].now, (SeatPair(first[key].was, first[key].now),)
            head, title = say.head(seat)
            told = (title, *texts) if id(seat) not in retitled else texts
            said = tuple(filter(None, told))
            yield ChangeEntry(_SIGNS["changed"], head, said, seat.place, seats=seats)

    def _dotted(self) -> Iterator[ChangeEntry]:
        say = self._phrases
        for one in self._changes.dotted:
            head, title = say.head(one.now)
            texts = tuple(filter(None, (title, say.dotted(one))))
            seats = (SeatPair(one.was, one.now),)
            sign = "+" if one.is_new else "-"
            yield ChangeEntry(sign, head, texts, one.now.place, seats=seats)

    def _new_ids(self) -> Iterator[ChangeEntry]:
        say = self._phrases
        for one in self._changes.new_ids:
            head = f"{say.id(one.was)} → {say.id(one.now)}"
            texts, seats = (say.reason(one.why),), (SeatPair(one.was, one.now),)
            yield ChangeEntry(_SIGNS["id"], head, texts, one.now.place, seats=seats)

    def _unclear(self) -> Iterator[ChangeEntry]:
        say = self._phrases
        for one in self._changes.ambiguous:
            was, now = (", ".join(map(say.id, seats)) for seats in (one.was, one.now))
            texts = (say.title(one.now[0]), say.reason(one.why))
            seats = (*(SeatPair(None, seat) for seat in one.now),
                     *(SeatPair(seat, None) for seat in one.was))  # fmt: skip
            place = one.now[0].place
            yield ChangeEntry(_SIGNS["unclear"], f"{was} / {now}", texts, place, seats=seats)


def _told(changes: Changes) -> frozenset[int]:
    """The new and gone seats that people who joined or left, or layers, say already."""
    kinds = (PersonKind.JOINED, PersonKind.LEFT)
    people = [one for one in changes.people if one.kind in kinds]
    pairs = [pair for one in people for pair in (*one.lost, *one.gained)]
    return frozenset(
        map(id, (*(pair.seat for pair in pairs), *(one.seat for one in changes.layers)))
    )
