"""What every card of a difference is in the views before and after; None where it is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from orgcli.changes.changes import Changes, Move, SeatEntry, SeatPair
from orgcli.changes.report import ChangeReport, OrganisationChanges
from orgcli.changes.sides import ComparedSide
from orgcli.changes.writers.phrases import ChangePhrases
from orgcli.chart.deck.cards import Card
from orgcli.chart.difference.difference_chart import MarkedChart
from orgcli.chart.draw import chart_of
from orgcli.model.request.chart_request import ChartRequest

ViewName = Literal["before", "changes", "after"]
VIEWS: Sequence[ViewName] = ("before", "changes", "after")


@dataclass(frozen=True, slots=True)
class ViewCards:
    """The cards of an organisation in the views beside the changes, in the order of its chart.

    A card before is a ghost where its position stood elsewhere.
    """

    before: Sequence[Card | None]
    after: Sequence[Card | None]


def view_cards(
    marked: MarkedChart,
    organisation: OrganisationChanges,
    report: ChangeReport,
    say: ChangePhrases,
    request: ChartRequest,
) -> ViewCards:
    """What the cards of a chart of both states are in each of these."""
    earlier = _EarlierCards(organisation, report, say, request)
    merged, first_ghost = marked.merged, len(marked.merged.kinds) - len(marked.merged.ghosts)
    before: list[Card | None] = []
    after: list[Card | None] = []
    for at, plain, current in zip(
        marked.places, marked.plain, marked.chart.deck.cards, strict=True
    ):
        bare = _bare(plain, current)
        id, kind = merged.organisation.positions[at].id, merged.kinds[at]
        if at >= first_ghost:
            was = earlier.of_seat(merged.ghosts[at - first_ghost])
            notes = merged.notes[at]
            before.append(replace(_bare(was, current), notes=notes) if was else None)
            after.append(None)
            continue
        was = None if kind == "new" else earlier.of(id, is_marked=kind != "same", plain=plain)
        before.append(_bare(was, current) if was else None)
        after.append(bare)
    return ViewCards(before, after)


def _bare(card: Card, place_card: Card) -> Card:
    """A card without colours, at the place of one that is shown."""
    return replace(
        card, key=place_card.key, rank=place_card.rank, color="", group="", group_code="",
        left_out=place_card.left_out, dimmed=False,
    )  # fmt: skip


class _EarlierCards:
    """The cards of the earlier state, by the ids of the later one."""

    def __init__(
        self,
        changes: OrganisationChanges,
        report: ChangeReport,
        say: ChangePhrases,
        request: ChartRequest,
    ) -> None:
        side = ComparedSide(changes.sides[0], changes.views[0])
        positions = [
            position for position, live in zip(side.positions, side.live, strict=True) if live
        ]
        organisation = replace(changes.sides[0], positions=positions)
        cards = chart_of(organisation, changes.views[0].titles, request).deck.cards
        self._cards = dict(
            reversed([(position.id, card) for position, card in zip(positions, cards, strict=True)])
        )
        self._was = {pair.now.position.id: pair.was for pair in _pairs(changes.changes)
                     if pair.now and pair.was}  # fmt: skip
        self._moved = _by_id(changes.changes.moves if "moved" in report.only else ())
        removed_layers = [layer for layer in changes.changes.layers if not layer.is_new]
        below = [move for layer in removed_layers for move in layer.moves]
        self._below_gone = _by_id(below if "layer" in report.only else ())
        self._say = say

    def of_seat(self, seat: SeatEntry) -> Card | None:
        """The card of an earlier seat."""
        return self._cards.get(seat.position.id)

    def of(self, id: str, is_marked: bool, plain: Card) -> Card | None:
        """The earlier card at the place of a later one.

        is_marked  whether its changes are shown; else only what is counted below it differs
        """
        was = self._was.get(id)
        card = self._cards.get(was.position.id if was else id)
        if card is None:
            return plain
        if move := self._moved.get(id):
            return replace(card, state="closed", total=0, direct=0, marks=(), ghost=True,
                           notes=self._below(move))  # fmt: skip
        if not is_marked:
            return replace(plain, total=card.total, direct=card.direct)
        move = self._below_gone.get(id)
        return replace(card, notes=(*card.notes, *self._below(move))) if move else card

    def _below(self, move: Move) -> tuple[str, ...]:
        """Whom the position reported to, where its place does not show it."""
        return (self._say.chart.reports_to.format(name=self._say.manager(move.was_under)),)


def _by_id(moves: Iterable[Move]) -> Mapping[str, Move]:
    return {move.now.position.id: move for move in moves}


def _pairs(changes: Changes) -> Iterator[SeatPair]:
    """The seats before and after of all changes that have both."""
    layered = [move for layer in changes.layers for move in layer.moves]
    for move in (*changes.moves, *layered):
        yield SeatPair(move.was, move.now)
    for changes_of_kind in (changes.values, changes.dotted, changes.bosses, changes.new_ids):
        for change in changes_of_kind:
            yield SeatPair(change.was, change.now)
    for person in changes.people:
        yield from (*person.lost, *person.gained)


class SeatCards:
    """The numbers of the cards that show a seat, in the order of a chart."""

    def __init__(self, marked: MarkedChart, first: int = 0) -> None:
        """`first` is the number of the first card, where several organisations share a chart."""
        merged = marked.merged
        first_ghost = len(merged.kinds) - len(merged.ghosts)
        self._later: dict[str, int] = {}
        self._ghosts: dict[str, int] = {}
        for number, at in enumerate(marked.places, first):
            if at < first_ghost:
                self._later.setdefault(merged.organisation.positions[at].id, number)
            else:
                self._ghosts.setdefault(merged.ghosts[at - first_ghost].position.id, number)

    def of(self, pairs: Iterable[SeatPair]) -> tuple[int, ...]:
        """The cards of some seats; behind each the place where it was, if that is another."""
        numbers: dict[int, None] = {}
        for pair in pairs:
            for seat, cards in ((pair.now, self._later), (pair.was, self._ghosts)):
                if seat and seat.position.id in cards:
                    numbers[cards[seat.position.id]] = None
        return tuple(numbers)
