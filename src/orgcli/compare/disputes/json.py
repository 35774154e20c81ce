"""Disputes as a JSON document, version 1, with every field always there."""

from collections.abc import Sequence

from orgcli.compare.disputes.dispute import DisputeDetail, DisputeStatement, works_cited
from orgcli.render.json import as_document
from orgcli.render.view import Page
from orgcli.render.works import work_entry


def dispute_json(disputes: Sequence[DisputeDetail], page: Page) -> str:
    """One document; works are keys into `works`."""
    return as_document(
        {
            "version": 1,
            "language": page.words.tag,
            "disputes": [_detail(one) for one in disputes],
            "works": [work_entry(work) for work in works_cited(disputes)],
        }
    )


def _detail(detail: DisputeDetail) -> dict[str, object]:
    return {
        "key": detail.dispute.key,
        "question": detail.dispute.question,
        "sides": [
            {
                "text": side.text,
                "works": side.sources,
                "statements": [_statement(one) for one in statements],
            }
            for side, statements in detail.sides
        ],
        "statements_on_no_side": [_statement(one) for one in detail.others],
        "reading": detail.dispute.reading,
        "statements": len(detail.statements),
    }


def _statement(one: DisputeStatement) -> dict[str, object]:
    wording, statement = one.wording, one.wording.statement
    return {
        "id": statement.id,
        "roles": one.ids,
        "facet": one.facet,
        "text": wording.text,
        "qualifier": wording.qualifier,
        "hedge": statement.hedge,
        "when": statement.when,
        "works": wording.works,
        "language": wording.language,
    }
