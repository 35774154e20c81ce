"""The figures as a JSON document, version 1, which always has every field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isinf
from typing import Any

from orgcli.figures.figures import (
    BANDS,
    GroupFigures,
    ManagerSpan,
    OrganisationFigures,
    SeatFigures,
)
from orgcli.figures.report import FigureReport
from orgcli.figures.tables.definitions import definition_entries
from orgcli.model.organisation.position import Position
from orgcli.render.json import as_document, fields_of, place_entry, work_entry
from orgcli.render.view import Page

_COUNTS = ("seats", "filled", "open", "planned", "people", "fte", "fte_stated", "managers")


def figures_json(report: FigureReport, page: Page) -> str:
    """One document; numbers as they are, not rounded."""
    return as_document(
        {
            "version": 1,
            "language": page.words.tag,
            "by": list(report.by),
            "sides": list(report.sides) if report.before else None,
            "organisations": [
                _organisation(organisation, report) | {"before": _earlier(report, at)}
                for at, organisation in enumerate(report.organisations)
            ],
            "published": _published(report),
            "definitions": dict(definition_entries(report.words)) if report.defines else None,
        }
    )


def _published(report: FigureReport) -> dict[str, Any] | None:
    """The published figures with their works and disputes, as they are in the library."""
    yardsticks = report.yardsticks
    if yardsticks is None:
        return None
    return {
        "figures": [
            {
                **fields_of(
                    statement, "id", "figure", "of", "year", "kind", "measure", "text", "hedge"
                ),
                **dict(zip(("least", "most"), statement.range, strict=True)),
                "sources": list(statement.sources),
                "dispute": statement.dispute,
            }
            for statement in yardsticks.statements
        ],
        "disputes": [
            {
                **fields_of(dispute, "key", "question", "reading"),
                "sides": [
                    {"text": side.text, "sources": list(side.sources)} for side in dispute.sides
                ],
            }
            for dispute in yardsticks.disputes
        ],
        "works": [work_entry(work) for work in yardsticks.works],
    }


def _earlier(report: FigureReport, at: int) -> dict[str, Any] | None:
    before = report.earlier(at)
    return _organisation(before, report) if before else None


def _organisation(organisation: OrganisationFigures, report: FigureReport) -> dict[str, Any]:
    layers, across = organisation.layers, organisation.across
    managers = organisation.spans.managers
    if report.over is not None:
        managers = [manager for manager in managers if manager.reports > report.over]
    return {
        "name": organisation.name,
        "files": list(organisation.files),
        "complete": organisation.complete,
        "figures": _figures(organisation.total),
        "spans": {
            "mean": organisation.total.mean_span,
            "median": organisation.spans.median,
            "largest": organisation.total.largest,
            "bands": list(_bands(organisation)),
            "managers": [_manager(manager) for manager in managers],
        },
        "layers": {
            "count": len(layers.layers),
            **fields_of(layers, "managing", "needed", "ringed"),
            "unknown_managers": layers.unknown,
            "each": [_figures(layer) for layer in layers.layers],
        },
        "tops": [
            {**_seat(top.position, top.title), **fields_of(top, "seats", "layers")}
            for top in organisation.tops
        ],
        "groups": [_group(group, report) for group in organisation.groups],
        "groups_overlap": organisation.shared,
        "lines": {
            "across_departments": across[0] if across else None,
            "between_departments_known": across[1] if across else None,
        },
        **fields_of(organisation, "namesakes", "unnamed", "left_out"),
    }


def _figures(figures: SeatFigures) -> dict[str, Any]:
    return {
        **fields_of(figures, *_COUNTS),
        **fields_of(figures, "reports", "mean_span"),
        "largest_span": figures.largest,
        "sums": {name: _sum(amount) for name, amount in figures.sums.items()},
    }


def _sum(amount: object) -> Mapping[str, Any]:
    return fields_of(amount, "total", "entries", "unread")


def _bands(organisation: OrganisationFigures) -> Iterator[dict[str, Any]]:
    for (least, most), count in zip(BANDS, organisation.spans.bands, strict=True):
        yield {"least": least, "most": None if isinf(most) else int(most), "managers": count}


def _seat(position: Position, title: str) -> dict[str, Any]:
    return {"id": position.id, "title": title, "holders": list(position.holder)}


def _manager(span: ManagerSpan) -> dict[str, Any]:
    return {
        **_seat(span.position, span.title),
        **fields_of(span, "reports", "open", "planned"),
        "place": place_entry(span.place),
    }


def _group(group: GroupFigures, report: FigureReport) -> dict[str, Any]:
    keys = {by: key.value for by, key in zip(report.by, group.keys, strict=True)}
    labels = {by: key.label or None for by, key in zip(report.by, group.keys, strict=True)}
    return {
        "keys": keys,
        "labels": labels,
        "depth": group.depth,
        "figures": _figures(group.figures),
    }
