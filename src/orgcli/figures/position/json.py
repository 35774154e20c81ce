"""The details of a position, as a JSON document, version 1."""

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
            "positions": [_details(position) for position in report.positions],
        }
    )


def _details(details: PositionDetails) -> dict[str, Any]:
    below, history = details.below, details.history
    return {
        "organisation": details.organisation,
        "title": details.title or None,
        "state": details.position.state,
        "department": details.department,
        "position": plain_value(details.position),
        "line": [_named(above) for above in details.line],
        "ring": details.ringed,
        "unknown_manager": details.unknown,
        "reports": [_named(report) for report in details.reports],
        "dotted_to": [_link(link) for link in details.dotted_to],
        "dotted_from": [_link(link) for link in details.dotted_from],
        "below": {
            **fields_of(below, "seats", "filled", "open", "planned", "people", "fte", "managers"),
            "layers": details.layers,
        },
        "place": place_entry(details.place),
        "lines": {"first": details.first, "last": details.last},
        "history": None if history is None else {
            "since": history.since or None,
            "changed": history.changed or None,
            "commit": history.commit or None,
            "committed": history.is_committed,
        },
    }  # fmt: skip


def _named(position: NamedPosition) -> dict[str, Any]:
    return {
        "id": position.position.id,
        "title": position.title or None,
        "holders": list(position.position.holder),
        "reports": position.reports,
    }


def _link(link: PositionLink) -> dict[str, Any]:
    other = _named(link.other) if link.other else None
    return {"id": link.id, "position": other, "purpose": link.purpose}
