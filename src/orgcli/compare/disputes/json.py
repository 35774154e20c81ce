"""Disputes as a JSON document, version 1, with every field always there."""

from collections.abc import Sequence
from typing import Any

from orgcli.compare.disputes.dispute import DisputeDetail, DisputeStatement, works_cited
from orgcli.render.json import as_document, fields_of, work_entry
from orgcli.render.view import Page


def dispute_json(disputes: Sequence[DisputeDetail], page: Page) -> str:
    """One document; works are keys into `works`."""
    return as_document(
        {
            "version": 1,
            "language": page.words.tag,
            "disputes": [_detail(dispute) for dispute in disputes],
            "works": [work_entry(work) for work in works_cited(disputes)],
        }
    )


def _detail(detail: DisputeDetail) -> dict[str, Any]:
    return {
        **fields_of(detail.dispute, "key", "question", "kind"),
        "sides": [
            {"text": side.text, "works": side.sources, "statements": _statements(statements)}
            for side, statements in detail.sides
        ],
        "statements_on_no_side": _statements(detail.others),
        "reading": detail.dispute.reading,
        "statements": len(detail.statements),
    }


def _statements(statements: Sequence[DisputeStatement]) -> list[dict[str, Any]]:
    return [
        {
            "id": statement.wording.statement.id,
            "roles": statement.ids,
            "facet": statement.facet,
            **fields_of(statement.wording, "text", "qualifier"),
            **fields_of(statement.wording.statement, "hedge", "when"),
            **fields_of(statement.wording, "works", "language"),
        }
        for statement in statements
    ]
