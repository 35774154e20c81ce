"""The comparison as a JSON document, version 1, with every field always there."""

from typing import Any

from orgcli.compare.comparison.comparison import CommonConcept, Comparison, FacetRows, Row, Wording
from orgcli.model.roles.library import Dispute
from orgcli.render.json import as_document, fields_of, work_entry
from orgcli.render.view import Page


def as_json(comparison: Comparison, page: Page) -> str:
    """One document. Columns are numbers into `roles`, works and disputes keys into theirs."""
    return as_document(document(comparison, page))


def document(comparison: Comparison, page: Page) -> dict[str, Any]:
    """The comparison by the names of its fields."""
    return {
        "version": 1,
        "language": page.words.tag,
        "full": comparison.full,
        "roles": [
            {
                **fields_of(column, "id", "short", "title", "file"),
                "work": column.work.key if column.work else None,
                "language": column.language,
            }
            for column in comparison.columns
        ],
        "facets": [_facet(group) for group in comparison.groups],
        "common": [_common(concept) for concept in comparison.common],
        "works": [work_entry(work) for work in comparison.works],
        "disputes": [_dispute(dispute) for dispute in comparison.disputes],
        "summary": {**fields_of(comparison, "stated", "shown"), **comparison.counts},
    }


def _facet(group: FacetRows) -> dict[str, Any]:
    return {
        **fields_of(group, "facet", "label"),
        "not_stated": group.silent,
        "hidden": group.hidden,
        "otherwise_not_stated": group.otherwise,
        "rows": [_row(row) for row in group.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    cells = enumerate(row.cells)
    return {
        "mark": row.agreement,
        **fields_of(row, "concept", "works", "disputes"),
        "statements": [
            statement_entry(number, wording) for number, cell in cells for wording in cell
        ],
    }


def statement_entry(column: int, wording: Wording) -> dict[str, Any]:
    """A statement of the role in a column."""
    return {
        "column": column,
        "id": wording.statement.id,
        **fields_of(wording, "text", "qualifier"),
        **fields_of(wording.statement, "role", "hedge", "when", "key", "concept"),
        "works": wording.works,
        "dispute": wording.statement.dispute,
        "mark": wording.agreement,
        "language": wording.language,
    }


def _common(common: CommonConcept) -> dict[str, Any]:
    voices = [
        {
            "column": citation.column,
            "works": [{"key": key, "qualifier": hedge} for key, hedge in citation.works],
        }
        for citation in common.citations
    ]
    return {**fields_of(common, "concept", "label", "disputes"), "voices": voices}


def _dispute(dispute: Dispute) -> dict[str, Any]:
    sides = [{"text": side.text, "works": side.sources} for side in dispute.sides]
    return {
        **fields_of(dispute, "key", "question", "kind"),
        "sides": sides,
        "reading": dispute.reading,
    }
