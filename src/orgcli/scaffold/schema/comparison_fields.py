"""The objects in the JSON of a comparison and its answer: their fields, and what each says."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from orgcli.scaffold.schema.common_fields import (
    CITED,
    COLUMN,
    DISPUTE,
    HEDGE,
    HEDGE_WORDS,
    ID,
    KIND_OF_DISPUTE,
    MARK,
    OWN_LANGUAGE,
    QUALIFIER,
    READING,
    WHEN,
    Fields,
)

COMPARISON_OBJECTS: Mapping[str, Fields] = MappingProxyType(
    {
        "Work": {
            "": ("", "A work that statements cite."),
            "key": ("text", "The key by which it is cited here."),
            "mark": ("text", "Its short mark in tables."),
            "name": ("text", "Its name."),
            "year": ("count?", "The year in which it was published."),
            "author": ("text?", "Its author."),
            "published": ("text?", "The day on which it was published, as YYYY-MM-DD."),
            "url": ("text?", "Where it can be read."),
            "languages": ("[text]", "Tags of the other languages in which it was published."),
            "note": ("text?", "What to know of it."),
        },
        "ComparedRole": {
            "": ("", "A role that is compared."),
            "id": ("text", "Its id."),
            "short": (
                "text",
                "What it is called where there is little room; of no other role here.",
            ),
            "title": ("text", "Its title."),
            "file": ("text?", "The file of a role of your own; null for a built-in one."),
            "work": ("text?", "The key of the only work that is asked; null for all."),
            "language": ("text?", "The tag of the language of all its texts, where it is another."),
        },
        "ComparedStatement": {
            "": ("", "A statement of one of the roles."),
            "column": COLUMN,
            "id": ID,
            "text": ("text", "The sentence, or the names of the other roles of a relation."),
            "qualifier": QUALIFIER,
            "role": ("[text]", "Ids of the other roles of a relation."),
            "hedge": HEDGE,
            "when": WHEN,
            "key": ("truth", "Whether it is one of the key statements."),
            "concept": ("text?", "The key of its concept, which other roles share."),
            "works": CITED,
            "dispute": DISPUTE,
            "mark": MARK,
            "language": OWN_LANGUAGE,
        },
        "ComparedRow": {
            "": ("", "Statements that belong side by side."),
            "mark": MARK,
            "concept": ("text?", "The key of the concept that they have in common."),
            "works": CITED,
            "disputes": ("[text]", "Keys of the disputes that they belong to."),
            "statements": ("[ComparedStatement]", "The statements, role by role."),
        },
        "ComparedFacet": {
            "": ("", "What the roles say under one facet."),
            "facet": ("text", "The key of the facet."),
            "label": ("text", "What it is called."),
            "not_stated": (
                "[count]",
                "Numbers of the roles that say nothing here; not the same as none.",
            ),
            "hidden": ("[count]", "Per role, how many statements are left out here."),
            "otherwise_not_stated": (
                "[count]",
                "Numbers of the roles whose every line here depends on a condition.",
            ),
            "rows": ("[ComparedRow]", "The rows."),
        },
        "CommonConcept": {
            "": ("", "A concept that several of the roles share, under whatever facets."),
            "concept": ("text", "Its key."),
            "label": ("text", "What it means."),
            "disputes": ("[text]", "Keys of the disputes on it."),
            "voices": ("[ConceptVoice]", "Each role's part in it."),
        },
        "ConceptVoice": {
            "": ("", "One role's part in a concept."),
            "column": COLUMN,
            "works": ("[QualifiedWork]", "Who says it of this role."),
        },
        "QualifiedWork": {
            "": ("", "A work with its hedge."),
            "key": ("text", "The key of the work."),
            "qualifier": QUALIFIER,
        },
        "ComparedDispute": {
            "": ("", "A question on which works do not agree."),
            "key": ("text", "Its key."),
            "question": ("text", "The question."),
            "kind": KIND_OF_DISPUTE,
            "sides": ("[DisputeSide]", "The answers."),
            "reading": READING,
        },
        "DisputeSide": {
            "": ("", "An answer to a disputed question."),
            "text": ("text", "The answer."),
            "works": CITED,
        },
        "ComparisonSummary": {
            "": ("", "How many statements there are, each counted once."),
            "stated": ("count", "That the roles make in all."),
            "shown": ("count", "That are in the rows."),
            "unique": ("count", "In the rows, of one role only."),
            "shared": ("count", "In the rows, that several roles make."),
            "disputed": ("count", "In the rows, on which works disagree."),
        },
        "Answer": {
            "": ("", "What tells the roles apart, as the terminal shows it on one screen."),
            "types": ("[TypeClaim]", "Which type of holder each work sees in a role."),
            "decides": ("text?", "The key of the dispute that most statements belong to."),
            "rows": ("[AnswerRow]", "What each role answers for, when to hire it, and so on."),
            "reporting_lines": (
                "[LineSketch]",
                "The reporting lines of each role alone, and of all together.",
            ),
            "one_work": ("OneWork?", "The work that most of the advice on hiring rests on alone."),
        },
        "TypeClaim": {
            "": ("", "The type of holder that a work sees in a role."),
            "column": COLUMN,
            "type": ("executor|strategist", "The type."),
            "work": ("text?", "The key of the work."),
        },
        "AnswerRow": {
            "": ("", "The statements that answer one question, role by role."),
            "kind": (
                "summary|does|cadence|metrics|background|hire_when|pair_with|wrong_person",
                "The question.",
            ),
            "label": ("text", "The question in words."),
            "statements": (
                "[ComparedStatement]",
                "The statements; none of a role of which nothing is said.",
            ),
        },
        "LineSketch": {
            "": ("", "Reporting lines as a tree."),
            "columns": ("[count]", "Numbers of the roles that exist in it."),
            "nodes": ("[LineNode]", "Its nodes, each behind the one above it."),
        },
        "LineNode": {
            "": ("", "Somebody in a tree of reporting lines."),
            "above": ("count?", "The number of the node above it, from 0; null at the top."),
            "text": ("text?", "What it is called; null where no work says who is there."),
            "compared": ("truth", "Whether it is one of the roles compared."),
            "roles": ("[text]", "Ids of the roles that it stands for, where it is not compared."),
            "hedge": HEDGE_WORDS,
            "id": ("text?", "The id of the statement by which it stands there."),
            "works": CITED,
            "dispute": DISPUTE,
        },
        "OneWork": {
            "": ("", "A work that says most of something alone."),
            "work": ("text", "Its key."),
            "statements": ("count", "How many statements it makes alone."),
            "of": ("count", "Of how many."),
        },
    }
)
"""By the names of their definitions."""
