"""The objects in the JSON of role cards, lists and disputes: their fields, and what each says."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from orgcli.scaffold.schema.common_fields import (
    CITED,
    HEDGE,
    ID,
    KIND_OF_DISPUTE,
    OWN_LANGUAGE,
    QUALIFIER,
    READING,
    ROLE_IDS,
    WHEN,
    Fields,
)

ROLE_OBJECTS: Mapping[str, Fields] = MappingProxyType(
    {
        "CitedText": {
            "": ("", "A few words with the works that say them."),
            "label": ("text", "The words."),
            "works": CITED,
        },
        "RoleAxis": {
            "": ("", "Where works put the role between two ends."),
            "key": ("text", "The key of the axis."),
            "label": ("text", "What it is called."),
            "ends": ("[text]", "What its two ends are called."),
            "places": ("[AxisText]", "Where each work puts the role."),
        },
        "AxisText": {
            "": ("", "A place on an axis with the works that see the role there."),
            "text": ("text", "The place in words."),
            "works": CITED,
        },
        "CardName": {
            "": ("", "Another name of the role."),
            "name": ("text", "The name."),
            "languages": ("[text]", "Tags of the languages that have it."),
            "status": (
                "title|abbreviation|sourced|editorial",
                "What it is: sourced names are used by works, editorial ones only in practice.",
            ),
            "works": CITED,
            "ambiguous": ("truth", "Whether other roles go by it too."),
            "may_mean": ("[text]", "Ids of the roles that it may mean, where there are several."),
        },
        "ListedRole": {
            "": ("", "A role of the list."),
            "id": ("text", "Its id."),
            "short": ("text?", "Its abbreviation."),
            "title": ("text", "Its title."),
            "statements": ("count", "How many statements are made of it."),
            "works": CITED,
            "own": ("truth", "Whether it is one of your own."),
            "replaces": ("truth", "Whether it takes the place of a built-in role."),
            "file": ("text?", "The file of a role of your own."),
        },
        "ListedName": {
            "": ("", "Another name of a role."),
            "role": ("text", "The id of the role."),
            "name": ("text", "The name."),
            "languages": ("[text]", "Tags of the languages that have it."),
            "status": (
                "title|abbreviation|sourced|editorial",
                "What it is: sourced names are used by works, editorial ones only in practice.",
            ),
            "works": CITED,
            "ambiguous": ("truth", "Whether other roles go by it too."),
            "may_mean": ("[text]", "Ids of the roles that it may mean, where there are several."),
        },
        "ListedConcept": {
            "": ("", "A concept that statements share."),
            "key": ("text", "Its key, the same in every language."),
            "label": ("text", "What it means."),
            "roles": ("[text]", "Ids of the roles of which it is said."),
            "statements": ("[text]", "Ids of the statements."),
            "works": CITED,
        },
        "Dispute": {
            "": ("", "A question on which works do not agree, with all statements."),
            "key": ("text", "Its key."),
            "question": ("text", "The question."),
            "kind": KIND_OF_DISPUTE,
            "sides": ("[StatedSide]", "The answers, each with the statements behind it."),
            "statements_on_no_side": (
                "[DisputeStatement]",
                "Statements whose works are on several sides, or on none.",
            ),
            "reading": READING,
            "statements": ("count", "How many statements belong to it."),
        },
        "StatedSide": {
            "": ("", "An answer to a disputed question, with the statements behind it."),
            "text": ("text", "The answer."),
            "works": CITED,
            "statements": ("[DisputeStatement]", "The statements of its works."),
        },
        "DisputeStatement": {
            "": ("", "A statement that belongs to a dispute."),
            "id": ID,
            "roles": ROLE_IDS,
            "facet": ("text", "The key of the facet under which it stands."),
            "text": ("text", "The sentence, or the names of the other roles of a relation."),
            "qualifier": QUALIFIER,
            "hedge": HEDGE,
            "when": WHEN,
            "works": CITED,
            "language": OWN_LANGUAGE,
        },
        "RoleDifference": {
            "": ("", "A statement, or a field of the role itself, that is not as it was."),
            "kind": ("added|removed|changed", "What became of it."),
            "facet": (
                "text?",
                "Where it stands now, or stood; null for a field of the role itself.",
            ),
            "id": ID,
            "text": ("text", "Its sentence now, or as it was; the name of a field of the role."),
            "changes": ("[RoleFieldChange]", "What changed in it; empty where it is new or gone."),
        },
        "RoleFieldChange": {
            "": ("", "One field before and after."),
            "field": ("text", "The name of the field."),
            "before": ("text?", "Its value before; null where it was not there."),
            "after": ("text?", "Its value now; null where it is gone."),
        },
    }
)
"""By the names of their definitions."""
