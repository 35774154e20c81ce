"""Advice as `orgcli advise` gives it, on answers, on an organisation, or on both."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from orgcli.advise.inference import advise as advice_on
from orgcli.advise.organisation_answers import answers_of, named_roles
from orgcli.advise.recommendation import Recommendation
from orgcli.api.advice_library import KnownAdvice
from orgcli.api.roles import OWN_FOLDERS, folders_of
from orgcli.language.tags import LANGUAGES
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.request.flag import RequestError, refuse_unknown_word
from orgcli.model.roles.advice import Advice, Answer
from orgcli.model.source.source import Source
from orgcli.read.roles.answers import read_answers
from orgcli.read.roles.role_index import KnownRoles

AnswerValue = str | Sequence[str] | Mapping[str, str | Sequence[str]]
"""The answer to a question: a key, several, or those of each role that it is asked of."""


def advise(
    organisation: Organisation | None = None,
    answers: Mapping[str, AnswerValue] | None = None,
    *,
    language: str = "en",
    folders: Sequence[Path | str] | Path | str = OWN_FOLDERS,
    statements: bool = False,
) -> Recommendation:
    """Which sales leader fits, and what to add, each line with the works that say it.

    organisation  whose roles and reporting lines are looked at
    answers       by question, as in a file of `orgcli advise --template`; where the organisation
                  says otherwise, an answer counts
    language      the tag of the language of texts
    folders       those with role files of one's own
    statements    whether lines carry the statements that they rest on
    Raises RequestError where nothing is known, and for what is no question or no answer to it.
    """
    refuse_unknown_word("language", str(language), LANGUAGES)
    if organisation is None and answers is None:
        raise RequestError("there is nothing to advise on", "give an organisation, or answers")
    roles = partial(KnownRoles, folders_of(folders), language)
    known = KnownAdvice(language, roles, statements)
    own_answers = _answers(answers or {}, known.advice)
    if organisation is None:
        return advice_on(known.advice, own_answers, known.names)
    if not organisation.positions:
        raise RequestError("the organisation has no positions", "read files with positions")
    derived = [
        answer if organisation.complete else replace(answer, whole=False)
        for answer in answers_of(organisation, known.advice.questions)
    ]
    answered = {answer.key for answer in own_answers}
    return advice_on(
        known.advice,
        [*(answer for answer in derived if answer.key not in answered), *own_answers],
        known.names,
        organisation.name or next(iter(organisation.files), ""),
        named_roles(organisation),
    )


def _answers(answers: Mapping[str, AnswerValue], advice: Advice) -> list[Answer]:
    """The answers as values. Raises RequestError for the first that is not possible."""
    try:
        text = json.dumps(answers, default=list)
    except (TypeError, ValueError) as error:
        raise RequestError(f"answers cannot be read: {error}", "write texts") from None
    values, findings = read_answers(Source("answers.json", text), advice)
    for finding in findings:
        raise RequestError(finding.message, finding.help or "")
    return values
