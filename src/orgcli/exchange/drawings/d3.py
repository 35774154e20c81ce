"""The tree for D3: nested, as `d3.hierarchy` takes it, and flat, as d3-org-chart does."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from orgcli.exchange.export import Exported, ExportJob
from orgcli.exchange.tables.line_values import ResolvedPositions, name_of
from orgcli.render.json import as_document, safe_json

_DEEP = 1_000
"""Levels that readers of JSON take, most of which are recursive."""


def export_d3(job: ExportJob) -> Exported:
    """One mapping with `children`; several at the top stand below the organisation."""
    tree = _NodeTree(job)
    below = tree.below
    parts: list[str] = []
    tops = below.pop(-1, [])
    stack: list[int | str] = list(reversed(tops))
    if len(tops) != 1:
        parts.append(f'{{"name": {_json(job.organisation.name or "")}, "children": [\n')
        stack = ["]}", *stack]
    first = True
    while stack:
        at = stack.pop()
        if isinstance(at, str):
            parts.append(at)
            first = False
            continue
        parts.append("" if first else ",\n")
        node = _json(tree.nodes[at])
        reports = below.get(at, ())
        parts.append(f'{node[:-1]}, "children": [\n' if reports else node)
        if reports:
            stack += ["]}", *reversed(reports)]
        first = bool(reports)
    deep = max(job.shown.lines.layer, default=0)
    lost = [f"{deep:,} levels: many programs read fewer"] if deep > _DEEP else []
    text = safe_json("".join(parts)) + "\n"
    return Exported(text.encode(), lost=[*tree.lost, *lost])


def export_d3_org_chart(job: ExportJob) -> Exported:
    """A list of nodes with `id` and `parentId`; several at the top get one node above them."""
    tree = _NodeTree(job)
    tops = tree.below.get(-1, [])
    ids = [position.id for position in job.shown.positions]
    root = _free("organisation", ids)
    nodes: list[Mapping[str, Any]] = []
    if len(tops) > 1:
        nodes.append({"id": root, "parentId": None, "name": job.organisation.name or root})
    for node, above in zip(tree.nodes, tree.manager, strict=True):
        parent = ids[above] if above >= 0 else root if len(tops) > 1 else None
        nodes.append({"id": node["id"], "parentId": parent, **node})
    return Exported(as_document(nodes, ascii=False).encode(), lost=tree.lost)


class _NodeTree:
    """The positions as nodes, without rings: the first of each is at the top."""

    def __init__(self, job: ExportJob) -> None:
        organisation = job.shown
        names = ResolvedPositions(
            ExportJob(organisation=organisation, titles=job.titles)
        ).departments
        self.nodes = [
            _filled(
                {
                    "id": position.id,
                    "name": name_of(position, job),
                    "title": job.titles.of(position),
                    "department": department,
                    "location": position.location,
                    "status": position.state,
                    "email": position.contact.email if position.contact else None,
                }
            )
            for position, department in zip(organisation.positions, names, strict=True)
        ]
        self.manager = organisation.lines.without_rings()
        self.below: dict[int, list[int]] = {}
        for at, above in enumerate(self.manager):
            self.below.setdefault(above, []).append(at)
        rings = len(organisation.lines.rings)
        self.lost = ["a ring is cut: its first position is at the top"] if rings else []


def _filled(node: Mapping[str, Any]) -> Mapping[str, Any]:
    return {key: value for key, value in node.items() if value}


def _free(word: str, taken: Sequence[str]) -> str:
    used = set(taken)
    while word in used:
        word += "-"
    return word


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
