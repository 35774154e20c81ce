"""The JSON documents that commands on roles print: the fields of each, and its objects."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from orgcli.scaffold.schema.advice_fields import ADVICE_OBJECTS
from orgcli.scaffold.schema.common_fields import (
    LANGUAGE,
    VERSION,
    WORKS,
    Fields,
)
from orgcli.scaffold.schema.comparison_fields import COMPARISON_OBJECTS
from orgcli.scaffold.schema.role_fields import ROLE_OBJECTS

OBJECTS: Mapping[str, Fields] = MappingProxyType(
    {**COMPARISON_OBJECTS, **ROLE_OBJECTS, **ADVICE_OBJECTS}
)
"""All objects, by the names of their definitions."""

_ROWS: Fields = {
    "version": VERSION,
    "language": LANGUAGE,
    "full": ("truth", "Whether nothing was left out."),
    "roles": ("[ComparedRole]", "The roles; others refer to them by their numbers, from 0."),
    "facets": ("[ComparedFacet]", "What they say, facet by facet."),
    "common": ("[CommonConcept]", "What several of them have in common."),
    "works": WORKS,
    "disputes": ("[ComparedDispute]", "The disputes that statements here belong to."),
    "summary": ("ComparisonSummary", "How many statements there are."),
}
ROOTS: Mapping[str, tuple[str, Fields]] = MappingProxyType(
    {
        "compare-output": (
            "orgcli compare -f json",
            {
                "": ("", "Roles compared: the answer, and the key statements side by side."),
                **_ROWS,
                "answer": ("Answer", "What tells the roles apart."),
            },
        ),
        "compare-table-output": (
            "orgcli compare --table -f json",
            {"": ("", "Roles side by side; the same with --full, --facet and --only."), **_ROWS},
        ),
        "compare-diff-output": (
            "orgcli compare --diff -f json",
            {
                "": ("", "What differs between two versions of a role."),
                "version": VERSION,
                "before": ("text", "The first version, as it was named."),
                "after": ("text", "The second version, as it was named."),
                "differences": ("[RoleDifference]", "The differences."),
            },
        ),
        "role-output": (
            "orgcli role -f json",
            {
                "": ("", "The card of one role."),
                **_ROWS,
                "archetypes": ("[CitedText]", "What kind of holder works see in it."),
                "axes": ("[RoleAxis]", "Where works put it between two ends."),
                "names": ("[CardName]", "The other names it goes by."),
                "not_stated": ("[text]", "Labels of the facets of which nothing is said anywhere."),
            },
        ),
        "roles-output": (
            "orgcli roles -f json",
            {
                "": ("", "The roles there are."),
                "version": VERSION,
                "language": LANGUAGE,
                "roles": ("[ListedRole]", "The roles."),
            },
        ),
        "roles-aliases-output": (
            "orgcli roles --aliases -f json",
            {
                "": ("", "The other names of the roles."),
                "version": VERSION,
                "language": LANGUAGE,
                "names": ("[ListedName]", "The names."),
            },
        ),
        "roles-concepts-output": (
            "orgcli roles --concepts -f json",
            {
                "": ("", "The concepts that statements share."),
                "version": VERSION,
                "language": LANGUAGE,
                "concepts": ("[ListedConcept]", "The concepts."),
            },
        ),
        "dispute-output": (
            "orgcli dispute -f json",
            {
                "": ("", "The disputes asked for, or all."),
                "version": VERSION,
                "language": LANGUAGE,
                "disputes": ("[Dispute]", "The disputes."),
                "works": WORKS,
            },
        ),
        "advise-output": (
            "orgcli advise -f json",
            {
                "": ("", "Advice from answers, or from organisations."),
                "version": VERSION,
                "advice": ("[Advice]", "One item for the answers, or one for each organisation."),
                "works": WORKS,
            },
        ),
        "advise-gaps-output": (
            "orgcli advise --gaps -f json",
            {
                "": ("", "What no work says: of a question, or all of it."),
                "version": VERSION,
                "question": ("text?", "The question of --gap; null where all gaps are listed."),
                "found": ("truth", "Whether a gap is about the question."),
                "gaps": ("[Gap]", "The gaps that it is about; all where it is about none."),
                "works": WORKS,
            },
        ),
    }
)
"""By the names of the outputs: the command, and the fields of its document."""
