"""The advice as a JSON document, version 1, with every field always there."""

from collections.abc import Sequence
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
from orgcli.render.json import as_document, fields_of, work_entry
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
        "found": bool(report.matches),
        "gaps": [_gap(explained) for explained in report.matches or report.listed],
        "works": [work_entry(work) for work in report.works],
    })  # fmt: skip


def _recommendation(result: Recommendation) -> Entry:
    return {
        "organisation": result.organisation,
        "standing": str(result.direction),
        "open_question": result.open_question,
        "positions": None if result.looked_at is None else {
            "with_a_role": result.looked_at[0], "all": result.looked_at[1],
        },
        "known": [_answer(answered) for answered in result.answers],
        "pulls": [_candidate(candidate, result.names) for candidate in result.candidates],
        "add": list(map(_line, result.add)),
        "risks": list(map(_line, result.risks)),
        "lines": list(map(_line, result.lines)),
        "cautions": list(map(_line, result.cautions)),
        "not_said": [_gap(explained) for explained in result.gaps],
    }  # fmt: skip


def _answer(answered: AnsweredQuestion) -> Entry:
    answer = answered.answer
    observations = answer.seen or {}
    return {
        **fields_of(answer, "question", "subject"),
        "ask": answered.question.ask,
        "answers": [
            {"key": value, "text": answered.question.answers.get(value, value),
             "seen": _observation(observations[value]) if value in observations else None}
            for value in answer.values
        ],
        "used": answered.used,
    }  # fmt: skip


def _candidate(candidate: RoleCandidate, names: Names) -> Entry:
    return {
        "role": candidate.role,
        "title": names.roles.get(candidate.role, (candidate.role, candidate.role))[1],
        **fields_of(candidate, "exists", "beside", "only_signs", "works"),
        "one_work": len(candidate.works) == 1,
        "lines": list(map(_line, candidate.lines)),
    }


def _line(line: AdviceLine) -> Entry:
    return {
        "rule": line.key,
        "kind": line.kind,
        "role": line.to,
        **fields_of(line, "text", "hedge"),
        "today": line.now,
        **fields_of(line, "works", "one_work", "dispute", "claims"),
        "statements": list(map(asdict, line.basis)),
        "seen": [_observation(observation) for observation in line.seen],
        "missing": line.missing,
    }


def _gap(explained: ExplainedGap) -> Entry:
    return {
        "gap": explained.gap.key,
        **fields_of(explained.gap, "ask", "text"),
        "near": [
            {
                **fields_of(line, "text", "hedge", "works", "one_work", "dispute"),
                "statements": list(map(asdict, line.basis)),
            }
            for line in explained.near
        ],
    }


def _observation(observation: Observation) -> Entry:
    return {
        **fields_of(observation, "position", "state"),
        **fields_of(observation.place, "file", "line", "column"),
        "more": observation.more,
    }
