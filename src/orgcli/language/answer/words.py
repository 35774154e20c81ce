"""What the answer of a comparison says, as a shape: a language that lacks a word does not
type-check."""

from dataclasses import dataclass
from typing import TypedDict


class ArchetypeNames(TypedDict):
    """The kinds of holders."""

    executor: str
    strategist: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AnswerWords:
    """What is said between the statements of the works."""

    question: str  # {names}
    or_: str
    first: str
    choose_type: str
    claims: str  # {name} {archetype}
    decides: str  # {key} {question}
    decides_alone: str  # {key}
    summary: str
    does: str
    cadence: str
    archetype: str
    metrics: str
    background: str
    archetypes: ArchetypeNames
    hire_when: str
    pair_with: str
    wrong_person: str
    as_role: str  # {name}
    lines: str
    together: str
    not_said: str
    no_work_says: str
    unknown: str
    caution: str
    one_work: str  # {count} {whole} {work}
    next: str
