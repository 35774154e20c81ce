"""The advice as a JSON document, version 1, with every field always there."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from orgcli.advise.recommendation import (
    AdviceLine,
    AnsweredQuestion,
    ExplainedGap,
    GapReport,
    Names,
    Recommendation,
    RoleCandidate,
)
from orgcli.model.roles.advice import Observation
from orgcli.render.json import as_document, work_entry
from orgcli.render.view import Page

Entry = dict[str, Any]


def as_json(several: Sequence[Recommendation], page: Page) -> str:
    """One document; works are keys into `works`, hedges the words of the language."""
    works = {work.key: work for result in several for work in result.works}
    return as_document({
        "version": 1,
        "advice": [_recommendation(result) for result in several],
        "works": [work_entry(work) for work in works.values()],
    })  # fmt: skip


def gap_json(report: GapReport, page: Page) -> str:
    """One document: the gaps that a question is about; all of them where it is about none."""
    return as_document({
        "version": 1,
        "question": report.question,
        "found": bool(report.found),
        "gaps": [_gap(one) for one in report.found or report.listed],
        "works": [work_entry(work) for work in report.works],
    })  # fmt: skip


def _recommendation(result: Recommendation) -> Entry:
    return {
        "organisation": result.organisation,
        "standing": str(result.direction),
        "positions": None if result.looked_at is None else {
            "with_a_role": result.looked_at[0], "all": result.looked_at[1],
        },
        "known": [_answer(answered) for answered in result.answers],
        "pulls": [_candidate(candidate, result.names) for candidate in result.candidates],
        "add": _lines(result.add),
        "risks": _lines(result.risks),
        "lines": _lines(result.lines),
        "cautions": _lines(result.cautions),
        "not_said": [_gap(explained) for explained in result.gaps],
    }  # fmt: skip


def _answer(answered: AnsweredQuestion) -> Entry:
    answer = answered.answer
    seen = answer.seen or {}
    return {
        "question": answer.question,
        "subject": answer.subject,
        "ask": answered.question.ask,
        "answers": [
            {"key": value, "text": answered.question.answers.get(value, value),
             "seen": _seen(seen[value]) if value in seen else None}
            for value in answer.values
        ],
        "used": answered.used,
    }  # fmt: skip


def _candidate(candidate: RoleCandidate, names: Names) -> Entry:
    return {
        "role": candidate.role,
        "title": names.roles.get(candidate.role, (candidate.role, candidate.role))[1],
        "exists": candidate.exists,
        "beside": candidate.beside,
        "only_signs": candidate.only_signs,
        "works": candidate.works,
        "one_work": len(candidate.works) == 1,
        "lines": _lines(candidate.lines),
    }


def _lines(lines: Iterable[AdviceLine]) -> list[Entry]:
    return [_line(line) for line in lines]


def _line(line: AdviceLine) -> Entry:
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
        "statements": [asdict(basis) for basis in line.basis],
        "seen": [_seen(one) for one in line.seen],
        "missing": line.missing,
    }


def _gap(explained: ExplainedGap) -> Entry:
    return {
        "gap": explained.gap.key,
        "ask": explained.gap.ask,
        "text": explained.gap.text,
        "near": [
            {key: value for key, value in _line(line).items() if key in _NEAR}
            for line in explained.near
        ],
    }


_NEAR = ("text", "hedge", "works", "one_work", "dispute", "statements")


def _seen(seen: Observation) -> Entry:
    return {
        "position": seen.position, "state": seen.state, "file": seen.place.file,
        "line": seen.place.line, "column": seen.place.column, "more": seen.more,
    }  # fmt: skip
