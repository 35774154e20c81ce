"""What is to be known of a position, as a JSON document, version 1."""

from __future__ import annotations

from typing import Any

from orgcli.figures.position.position_details import (
    NamedPosition,
    PositionDetails,
    PositionLink,
)
from orgcli.figures.position.position_report import PositionReport
from orgcli.render.json import as_document, fields_of, place_entry, plain_value
from orgcli.render.view import Page


def position_json(report: PositionReport, page: Page) -> str:
    """One document, with every field of a position under its key in a file."""
    return as_document(
        {
            "version": 1,
            "language": page.words.tag,
            "positions": [_details(one) for one in report.positions],
        }
    )


def _details(one: PositionDetails) -> dict[str, Any]:
    below, history = one.below, one.history
    return {
        "organisation": one.organisation,
        "title": one.title or None,
        "state": one.position.state,
        "department": one.department,
        "position": plain_value(one.position),
        "line": [_named(above) for above in one.line],
        "ring": one.ringed,
        "unknown_manager": one.unknown,
        "reports": [_named(report) for report in one.reports],
        "dotted_to": [_link(link) for link in one.dotted_to],
        "dotted_from": [_link(link) for link in one.dotted_from],
        "below": {
            **fields_of(below, "seats", "filled", "open", "planned", "people", "fte", "managers"),
            "layers": one.layers,
        },
        "place": place_entry(one.place),
        "lines": {"first": one.first, "last": one.last},
        "history": None if history is None else {
            "since": history.since or None,
            "changed": history.changed or None,
            "commit": history.commit or None,
            "committed": history.is_committed,
        },
    }  # fmt: skip


def _named(one: NamedPosition) -> dict[str, Any]:
    return {
        "id": one.position.id,
        "title": one.title or None,
        "holders": list(one.position.holder),
        "reports": one.reports,
    }


def _link(link: PositionLink) -> dict[str, Any]:
    other = _named(link.other) if link.other else None
    return {"id": link.id, "position": other, "purpose": link.purpose}
