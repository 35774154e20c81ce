"""The answer of a comparison as a JSON document: that of the comparison, and what answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from orgcli.compare.answer.answer import AnswerRow, RoleAnswer, Sketch
from orgcli.compare.comparison.json import document, statement_entry
from orgcli.compare.comparison.short_card import short_card
from orgcli.language.tags import speak_of_answers
from orgcli.render.json import as_document, fields_of, work_entry
from orgcli.render.view import Page


def answer_json(answer: RoleAnswer, page: Page) -> str:
    """One document, version 1, with every field always there; `facets` are the key statements."""
    return as_document(
        {
            **document(short_card(answer.comparison), page),
            "works": [work_entry(work) for work in answer.comparison.works],
            "answer": {
                "types": [
                    {"column": column, "type": claim.is_, "work": claim.source}
                    for column, claims in enumerate(answer.archetypes)
                    for claim in claims
                ],
                "decides": answer.deciding.key if answer.deciding else None,
                "rows": list(_rows(answer, page)),
                "reporting_lines": [_sketch(sketch) for sketch in answer.sketches],
                "one_work": _one_work(answer),
            },
        }
    )


def _rows(answer: RoleAnswer, page: Page) -> Iterator[dict[str, Any]]:
    words = speak_of_answers(page.words.tag)
    for row in (*answer.table, *answer.lists):
        label = getattr(words, row.kind)
        yield {"kind": row.kind, "label": label, "statements": list(_statements(row))}


def _statements(row: AnswerRow) -> Iterator[dict[str, Any]]:
    for column, cell in enumerate(row.cells):
        yield from (statement_entry(column, wording) for wording in cell)


def _sketch(sketch: Sketch) -> dict[str, Any]:
    """A tree: each node with the number of the one above it, and the statement by which it is."""
    nodes, last = [], dict[int, int]()
    for at, node in enumerate(sketch.nodes):
        wording = node.wording
        nodes.append(
            {
                "above": last.get(node.depth - 1),
                "text": node.text or None,
                "compared": node.is_role,
                "roles": wording.statement.role if wording and not node.is_role else (),
                "hedge": node.hedge,
                "id": wording.statement.id if wording else None,
                "works": wording.works if wording else (),
                "dispute": wording.statement.dispute if wording else None,
            }
        )
        last[node.depth] = at
    return {**fields_of(sketch, "columns"), "nodes": nodes}


def _one_work(answer: RoleAnswer) -> dict[str, Any] | None:
    if answer.one_vendor is None:
        return None
    work, count, whole = answer.one_vendor
    return {"work": work, "statements": count, "of": whole}
