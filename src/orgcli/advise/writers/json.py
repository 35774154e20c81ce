"""The advice as a JSON document, version 1, with every field always there."""

from collections.abc import Iterable, Sequence
from typing import Any

from orgcli.advise.recommendation import Advised, Basis, Known, Line, Names, Pull, Unsaid
from orgcli.advise.writers.gaps import Told
from orgcli.model.roles.advice import Seen
from orgcli.render.json import as_document
from orgcli.render.works import work_entry

Entry = dict[str, Any]


def as_json(several: Sequence[Advised]) -> str:
    """One document; works are keys into `works`, hedges the words of the language."""
    works = {work.key: work for advised in several for work in advised.works}
    return as_document({
        "version": 1,
        "advice": [_advised(advised) for advised in several],
        "works": [work_entry(work) for work in works.values()],
    })  # fmt: skip


def told_json(told: Told) -> str:
    """One document: the gaps that a question is about; all of them where it is about none."""
    return as_document({
        "version": 1,
        "question": told.question,
        "found": bool(told.found),
        "gaps": [_unsaid(one) for one in told.found or told.every],
        "works": [work_entry(work) for work in told.works],
    })  # fmt: skip


def _advised(advised: Advised) -> Entry:
    return {
        "organisation": advised.organisation,
        "standing": str(advised.standing),
        "positions": None if advised.looked_at is None else {
            "with_a_role": advised.looked_at[0], "all": advised.looked_at[1],
        },
        "known": [_known(known) for known in advised.known],
        "pulls": [_pull(pull, advised.names) for pull in advised.pulls],
        "add": _lines(advised.add),
        "risks": _lines(advised.risks),
        "lines": _lines(advised.lines),
        "cautions": _lines(advised.cautions),
        "not_said": [_unsaid(unsaid) for unsaid in advised.unsaid],
    }  # fmt: skip


def _known(known: Known) -> Entry:
    answer = known.answer
    seen = answer.seen or {}
    return {
        "question": answer.question,
        "subject": answer.subject,
        "ask": known.question.ask,
        "answers": [
            {"key": value, "text": known.question.answers.get(value, value),
             "seen": _seen(seen[value]) if value in seen else None}
            for value in answer.values
        ],
        "used": known.used,
    }  # fmt: skip


def _pull(pull: Pull, names: Names) -> Entry:
    return {
        "role": pull.role,
        "title": names.roles.get(pull.role, (pull.role, pull.role))[1],
        "exists": pull.exists,
        "beside": pull.beside,
        "only_signs": pull.only_signs,
        "works": pull.works,
        "one_work": len(pull.works) == 1,
        "lines": _lines(pull.lines),
    }


def _lines(lines: Iterable[Line]) -> list[Entry]:
    return [_line(line) for line in lines]


def _line(line: Line) -> Entry:
    return {
        "rule": line.key,
        "kind": line.kind,
        "role": line.to,
        "text": line.text,
        "hedge": line.hedge,
        "today": line.now,
        "works": line.works,
        "one_work": line.one_work,
        "dispute": line.dispute,
        "claims": line.claims,
        "statements": [_basis(one) for one in line.basis],
        "seen": [_seen(one) for one in line.seen],
        "missing": line.missing,
    }


def _basis(basis: Basis) -> Entry:
    return {
        "id": basis.id, "roles": basis.roles, "text": basis.text, "hedge": basis.hedge,
        "works": basis.works,
    }  # fmt: skip


def _unsaid(unsaid: Unsaid) -> Entry:
    return {
        "gap": unsaid.gap.key,
        "ask": unsaid.gap.ask,
        "text": unsaid.gap.text,
        "near": [
            {key: value for key, value in _line(line).items() if key in _NEAR}
            for line in unsaid.near
        ],
    }


_NEAR = ("text", "hedge", "works", "one_work", "dispute", "statements")


def _seen(seen: Seen) -> Entry:
    return {
        "position": seen.position, "state": seen.state, "file": seen.place.file,
        "line": seen.place.line, "column": seen.place.column, "more": seen.more,
    }  # fmt: skip
