"""The comparison as a JSON document, version 1, with every field always there."""

from collections.abc import Iterator
from typing import Any

from orgcli.compare.comparison.comparison import Agreement, Comparison, FacetRows, Row
from orgcli.render.json import as_document
from orgcli.render.view import Page
from orgcli.render.works import work_entry


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
            {"id": column.id, "short": column.short, "title": column.title, "file": column.file,
             "work": column.work.key if column.work else None, "language": column.language}
            for column in comparison.columns
        ],
        "facets": [_facet(group) for group in comparison.groups],
        "common": list(_common(comparison)),
        "works": [work_entry(work) for work in comparison.works],
        "disputes": [
            {"key": dispute.key, "question": dispute.question,
             "sides": [{"text": side.text, "works": side.sources} for side in dispute.sides],
             "reading": dispute.reading}
            for dispute in comparison.disputes
        ],
        "summary": {
            "stated": comparison.stated,
            "shown": comparison.shown,
            **{str(mark): comparison.counts[mark] for mark in Agreement},
        },
    }  # fmt: skip


def _facet(group: FacetRows) -> dict[str, Any]:
    return {
        "facet": group.facet,
        "label": group.label,
        "not_stated": group.silent,
        "hidden": group.hidden,
        "otherwise_not_stated": group.otherwise,
        "rows": [_row(row) for row in group.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "mark": str(row.agreement),
        "concept": row.concept,
        "works": row.works,
        "disputes": row.disputes,
        "statements": list(_statements(row)),
    }


def _statements(row: Row) -> Iterator[dict[str, Any]]:
    for number, cell in enumerate(row.cells):
        for wording in cell:
            statement = wording.statement
            yield {
                "column": number,
                "id": statement.id,
                "text": wording.text,
                "qualifier": wording.qualifier,
                "role": statement.role,
                "hedge": statement.hedge,
                "when": statement.when,
                "key": statement.key,
                "concept": statement.concept,
                "works": wording.works,
                "dispute": statement.dispute,
                "mark": str(wording.agreement),
                "language": wording.language,
            }


def _common(comparison: Comparison) -> Iterator[dict[str, Any]]:
    for common in comparison.common:
        yield {
            "concept": common.concept,
            "label": common.label,
            "disputes": common.disputes,
            "voices": [
                {
                    "column": voice.column,
                    "works": [{"key": work, "qualifier": hedge} for work, hedge in voice.works],
                }
                for voice in common.citations
            ],
        }
