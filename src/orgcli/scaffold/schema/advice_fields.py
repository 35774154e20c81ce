"""The objects in the JSON of advice: their fields, and what each says."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from orgcli.scaffold.schema.common_fields import (
    CITED,
    DISPUTE,
    HEDGE_WORDS,
    ONE_WORK,
    ROLE_IDS,
    Fields,
)

ADVICE_OBJECTS: Mapping[str, Fields] = MappingProxyType(
    {
        "Advice": {
            "": ("", "The advice on one set of answers, or on one organisation."),
            "organisation": ("text?", "Its name or file; null for answers alone."),
            "standing": (
                "unknown|nowhere|signs|one|several",
                "Where everything that is known points to: signs only, one role, several.",
            ),
            "open_question": ("text?", "Where several: the next question whose answer would help."),
            "positions": (
                "PositionCount?",
                "How many positions were looked at; null for answers alone.",
            ),
            "known": ("[KnownAnswer]", "What is known."),
            "pulls": ("[AdvisedRole]", "The roles that the answers point to."),
            "add": ("[AdviceLine]", "What to add."),
            "risks": ("[AdviceLine]", "What can go wrong."),
            "lines": ("[AdviceLine]", "The present reporting lines."),
            "cautions": ("[AdviceLine]", "What to keep in mind."),
            "not_said": ("[Gap]", "What no work says of it."),
        },
        "PositionCount": {
            "": ("", "How many positions there are."),
            "with_a_role": ("count", "That name a role; only these are looked at."),
            "all": ("count", "In all."),
        },
        "KnownAnswer": {
            "": ("", "An answer to a question, or to one of its subjects."),
            "question": ("text", "The key of the question."),
            "subject": ("text?", "The key of its subject."),
            "ask": ("text", "The question in words."),
            "answers": ("[GivenAnswer]", "The answers."),
            "used": ("truth", "Whether a line of the advice rests on it."),
        },
        "GivenAnswer": {
            "": ("", "One answer."),
            "key": ("text", "Its key."),
            "text": ("text", "The answer in words."),
            "seen": (
                "SeenPosition?",
                "The position it was read from; null where somebody answered.",
            ),
        },
        "SeenPosition": {
            "": ("", "A position that something was read from."),
            "position": ("text", "Its id."),
            "state": ("filled|open|planned|closed", "Its state."),
            "file": ("text", "The file."),
            "line": ("count", "The line, from 1."),
            "column": ("count", "The column, from 1."),
            "more": ("count", "How many more positions say the same."),
        },
        "AdvisedRole": {
            "": ("", "A role that answers point to."),
            "role": ("text", "Its id."),
            "title": ("text", "Its title."),
            "exists": ("truth", "Whether the seat is there already."),
            "beside": ROLE_IDS,
            "only_signs": ("truth", "Whether only signs of things to come point there."),
            "works": CITED,
            "one_work": ONE_WORK,
            "lines": ("[AdviceLine]", "What points there."),
        },
        "AdviceLine": {
            "": ("", "One thing said."),
            "rule": ("text", "The key of the rule that it comes from."),
            "kind": (
                "points|signal|complement|remedy|misfit|line|caution?",
                "The kind of the rule.",
            ),
            "role": ("text?", "The id of the role that it leads to."),
            "text": ("text", "The sentence."),
            "hedge": HEDGE_WORDS,
            "today": ("truth", "Whether it is so today, rather than to be expected."),
            "works": CITED,
            "one_work": ONE_WORK,
            "dispute": DISPUTE,
            "claims": ("[text]", "The types of holders that it rests on, as role:type."),
            "statements": ("[BasisStatement]", "The statements that it rests on."),
            "seen": ("[SeenPosition]", "The positions that make it so."),
            "missing": ("[text]", "Ids of roles that no position names."),
        },
        "BasisStatement": {
            "": ("", "A statement of the library that a line rests on."),
            "id": ("text", "Its id."),
            "roles": ROLE_IDS,
            "text": ("text", "The sentence."),
            "hedge": HEDGE_WORDS,
            "works": CITED,
        },
        "Gap": {
            "": ("", "A question that no work answers."),
            "gap": ("text", "Its key."),
            "ask": ("text", "The question."),
            "text": ("text", "What no work says."),
            "near": ("[NearStatement]", "What is said near to it."),
        },
        "NearStatement": {
            "": ("", "What is said near to a question that no work answers."),
            "text": ("text", "The sentence."),
            "hedge": HEDGE_WORDS,
            "works": CITED,
            "one_work": ONE_WORK,
            "dispute": DISPUTE,
            "statements": ("[BasisStatement]", "The statements that it rests on."),
        },
    }
)
"""By the names of their definitions."""
