"""The JSON documents that commands on roles print: the fields of each, and its objects."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from orgcli.scaffold.schema.advice_fields import (
    AdviceJson,
    GapJson,
)
from orgcli.scaffold.schema.common_fields import (
    JsonObject,
    Language,
    Version,
    Works,
)
from orgcli.scaffold.schema.comparison_fields import (
    AnswerJson,
    CommonConceptJson,
    ComparedDisputeJson,
    ComparedFacetJson,
    ComparedRoleJson,
    ComparisonSummaryJson,
)
from orgcli.scaffold.schema.role_fields import (
    CardNameJson,
    CitedTextJson,
    DisputeJson,
    ListedConceptJson,
    ListedNameJson,
    ListedRoleJson,
    RoleAxisJson,
    RoleDifferenceJson,
)


class OutputDocument(JsonObject):
    """What every document has."""

    version: Version


class LanguageDocument(OutputDocument):
    """What documents have whose texts are in a language of their own."""

    language: Language


class ComparedRows(LanguageDocument):
    """What documents that compare roles have in common."""

    full: bool
    """Whether nothing was left out."""
    roles: list[ComparedRoleJson]
    """The roles; others refer to them by their numbers, from 0."""
    facets: list[ComparedFacetJson]
    """What they say, facet by facet."""
    common: list[CommonConceptJson]
    """What several of them have in common."""
    works: Works
    disputes: list[ComparedDisputeJson]
    """The disputes that statements here belong to."""
    summary: ComparisonSummaryJson
    """How many statements there are."""


class CompareOutput(ComparedRows):
    """Roles compared: the answer, and the key statements side by side."""

    answer: AnswerJson
    """What tells the roles apart."""


class CompareTableOutput(ComparedRows):
    """Roles side by side; the same with --full, --facet and --only."""


class CompareDiffOutput(OutputDocument):
    """What differs between two versions of a role."""

    before: str
    """The first version, as it was named."""
    after: str
    """The second version, as it was named."""
    differences: list[RoleDifferenceJson]
    """The differences."""


class RoleOutput(ComparedRows):
    """The card of one role."""

    archetypes: list[CitedTextJson]
    """What kind of holder works see in it."""
    axes: list[RoleAxisJson]
    """Where works put it between two ends."""
    names: list[CardNameJson]
    """The other names it goes by."""
    not_stated: list[str]
    """Labels of the facets of which nothing is said anywhere."""


class RolesOutput(LanguageDocument):
    """The roles there are."""

    roles: list[ListedRoleJson]
    """The roles."""


class RolesAliasesOutput(LanguageDocument):
    """The other names of the roles."""

    names: list[ListedNameJson]
    """The names."""


class RolesConceptsOutput(LanguageDocument):
    """The concepts that statements share."""

    concepts: list[ListedConceptJson]
    """The concepts."""


class DisputeOutput(LanguageDocument):
    """The disputes asked for, or all."""

    disputes: list[DisputeJson]
    """The disputes."""
    works: Works


class AdviseOutput(OutputDocument):
    """Advice from answers, or from organisations."""

    advice: list[AdviceJson]
    """One item for the answers, or one for each organisation."""
    works: Works


class AdviseGapsOutput(OutputDocument):
    """What no work says: of a question, or all of it."""

    question: str | None
    """The question of --gap; null where all gaps are listed."""
    found: bool
    """Whether a gap is about the question."""
    gaps: list[GapJson]
    """The gaps that it is about; all where it is about none."""
    works: Works


ROOTS: Mapping[str, tuple[str, type[JsonObject]]] = MappingProxyType(
    {
        "compare-output": ("orgcli compare -f json", CompareOutput),
        "compare-table-output": ("orgcli compare --table -f json", CompareTableOutput),
        "compare-diff-output": ("orgcli compare --diff -f json", CompareDiffOutput),
        "role-output": ("orgcli role -f json", RoleOutput),
        "roles-output": ("orgcli roles -f json", RolesOutput),
        "roles-aliases-output": ("orgcli roles --aliases -f json", RolesAliasesOutput),
        "roles-concepts-output": ("orgcli roles --concepts -f json", RolesConceptsOutput),
        "dispute-output": ("orgcli dispute -f json", DisputeOutput),
        "advise-output": ("orgcli advise -f json", AdviseOutput),
        "advise-gaps-output": ("orgcli advise --gaps -f json", AdviseGapsOutput),
    }
)
"""By the names of the outputs: the command, and its document."""
