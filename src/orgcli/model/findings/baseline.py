"""Findings that are known already, recognised by a key that does not depend on their line."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from orgcli.model.findings.finding import Finding

UNREADABLE = frozenset({"ORG001", "ORG002", "ORG009", "ORG016"})
"""Findings that nothing silences: nothing else in their files was looked at."""


class FindingKey(NamedTuple):
    """What a finding is recognised by: its rule, its file, and what it is about.

    about  the entity; the message where there is none
    """

    code: str
    file: str
    about: str


def finding_key(finding: Finding, located: Callable[[str], str]) -> FindingKey:
    """What a finding is recognised by; `located` gives its file a name that stays."""
    return FindingKey(finding.code, located(finding.place.file), finding.entity or finding.message)


class Baseline(NamedTuple):
    """How many findings of each kind are known, and how files are named in it."""

    known: Mapping[FindingKey, int]
    located: Callable[[str], str] = str

    @classmethod
    def of(cls, findings: Iterable[Finding], located: Callable[[str], str]) -> "Baseline":
        """The baseline that knows these findings and no others."""
        kept = (finding for finding in findings if finding.code not in UNREADABLE)
        return cls(Counter(finding_key(finding, located) for finding in kept), located)
