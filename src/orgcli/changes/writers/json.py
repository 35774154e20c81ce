"""What changes, as a JSON document, version 1, which always has every field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from orgcli.changes.changes import (
    Changes,
    Manager,
    Move,
    PersonChange,
    PersonKind,
    SeatEntry,
    SeatPair,
    SideFigures,
    ValueChange,
)
from orgcli.changes.report import ChangeReport, OrganisationChanges, SideLabel
from orgcli.changes.writers.phrases import ChangePhrases
from orgcli.model.findings.finding import Finding
from orgcli.render.json import as_document, fields_of, place_entry, plain_value
from orgcli.render.view import Page

_FIGURES = (
    "seats", "filled", "open", "planned", "people", "fte", "layers", "managers", "mean_span",
    "complete",
)  # fmt: skip


def changes_json(report: ChangeReport, page: Page) -> str:
    """One document; seats are named by their ids, and people by their names."""
    return as_document(
        {
            "version": 1,
            "language": page.words.tag,
            "differs": report.differs,
            "organisations": [
                _organisation(organisation, report, page) for organisation in report.organisations
            ],
            "findings": {
                "new": [_finding(finding, report.named) for finding in report.new_findings],
                "mended": [_finding(finding, report.named) for finding in report.mended_findings],
            },
        }
    )


def _organisation(
    organisation: OrganisationChanges, report: ChangeReport, page: Page
) -> dict[str, Any]:
    say = ChangePhrases.of(report, organisation, page)
    changes, shown = organisation.changes, frozenset(report.only)
    writer = _DocumentEntries(say)
    return {
        "name": organisation.name,
        "sides": [
            _side(report.before, changes.before, organisation.sides[0].files),
            _side(report.after, changes.after, organisation.sides[1].files),
        ],
        "changes": [entry for kind, entry in writer.changes(changes) if kind in shown],
        "people": [writer.person(person) for person in changes.people if person.kind in shown],
        "renamed": [
            {"from": say.id(new.was), "to": say.id(new.now), "why": new.why}
            for new in changes.new_ids
            if "id" in shown
        ],
        "ambiguous": [
            {"before": [*map(say.id, unclear.was)], "after": [*map(say.id, unclear.now)],
             "why": unclear.why}
            for unclear in changes.ambiguous
            if "unclear" in shown
        ],
        "spans": [
            {"id": say.id(span.now), **fields_of(span, "before", "after")}
            for span in changes.spans
        ],
        **fields_of(changes, "unchanged", "unsure"),
    }  # fmt: skip


def _side(label: SideLabel, figures: SideFigures, files: Sequence[str]) -> dict[str, Any]:
    return {
        **fields_of(label, "label", "commit"),
        "files": list(files),
        **fields_of(figures, *_FIGURES),
    }


class _DocumentEntries:
    """Entries of the document."""

    def __init__(self, say: ChangePhrases) -> None:
        self._say = say

    def changes(self, changes: Changes) -> Iterator[tuple[str, dict[str, Any]]]:
        """The kind by which `--only` chooses an entry, and the entry."""
        for new in changes.new:
            yield "new", self._entry("new", new) | {"to": self._manager(new.manager)}
        for removed in changes.gone:
            entry = self._entry("closed" if removed.now else "gone", removed)
            yield "gone", entry | {"from": self._manager(removed.manager)}
        for move in changes.moves:
            yield "moved", self._move(move)
        for layer in changes.layers:
            entry = self._entry("layer-new" if layer.is_new else "layer-gone", layer)
            entry |= {"to": self._manager(layer.manager), "below": layer.people}
            yield "layer", entry | {"moves": [self._move(move) for move in layer.moves]}
        for value in changes.values:
            if not value.folded:
                yield "changed", self._value(value)
        for line in changes.dotted:
            kind, side = ("dotted-new", "to") if line.is_new else ("dotted-gone", "from")
            entry = self._entry(kind, line, "dotted_lines")
            yield "dotted", entry | {side: self._manager(line.manager)}
        for boss in changes.bosses:
            names = {"from": self._names(boss.was), "to": self._names(boss.now)}
            yield "boss", self._entry("boss", boss) | names | {"below": boss.reports}

    def _move(self, move: Move) -> dict[str, Any]:
        entry = self._entry("moved", move, "reports_to")
        entry |= {"from": self._manager(move.was_under), "to": self._manager(move.under)}
        return entry | {"below": move.below, "ring": move.ringed}

    def _value(self, value: ValueChange) -> dict[str, Any]:
        entry = self._entry("changed", value, value.field)
        if self._say.hides(value.field):
            return entry
        return entry | {"from": plain_value(value.before), "to": plain_value(value.after)}

    def _entry(self, kind: str, pair: SeatPair, field: str | None = None) -> dict[str, Any]:
        seat = pair.now or pair.seat
        return {
            "kind": kind,
            "id": self._say.id(seat),
            "title": seat.title,
            "was": self._say.id(pair.was) if pair.was else None,
            "field": field,
            "from": None,
            "to": None,
            "below": 0,
            "ring": False,
            "place": _place(pair.now),
            "was_place": _place(pair.was),
        }

    def person(self, change: PersonChange) -> dict[str, Any]:
        """A person; `name` is null where nobody is named."""
        named = self._say.named
        is_name = change.kind == PersonKind.NAME
        return {
            "kind": change.kind,
            "name": change.name if named else None,
            "was_called": change.other if named and is_name else None,
            "with": change.other if named and change.kind == PersonKind.SWAPPED else None,
            "from": [self._say.id(pair.was) for pair in change.lost if pair.was],
            "to": [self._say.id(pair.now) for pair in change.gained if pair.now],
        }

    def _names(self, seat: SeatEntry) -> list[str]:
        return list(seat.position.holder) if self._say.named else []

    def _manager(self, manager: Manager) -> str | None:
        if manager is None:
            return None
        if isinstance(manager, str):
            return self._say.unknown(manager)
        return self._say.id(manager)


def _place(seat: SeatEntry | None) -> dict[str, Any] | None:
    return place_entry(seat.place) if seat else None


def _finding(finding: Finding, named: bool) -> dict[str, Any]:
    """A finding; its message, which may name people, is null where nobody is named."""
    message = finding.message if named else None
    return {"code": finding.code, "message": message, **place_entry(finding.place)}
