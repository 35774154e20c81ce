"""Whether files that were edited say what was meant, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from orgcli.model.findings.finding import Finding, Level, Verdict
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position

_PLANS = "ORG5"


def differing(now: Organisation, wanted: Mapping[str, Position]) -> str:
    """The id of the first position that is not as it was meant to be; empty for none."""
    found = {one.id: one for one in now.positions}
    for id in (*wanted, *found):
        if found.get(id) != wanted.get(id):
            return id
    return ""


def new_errors(before: Verdict, after: Verdict) -> Sequence[Finding]:
    """The errors that were not there before, but those of plans: they are of what is to come."""
    known = Counter(map(_key, before.findings))
    added = []
    for one in after.findings:
        is_plan = one.code.startswith(_PLANS)
        if one.level is Level.ERROR and not one.suppressed and not is_plan:
            known[_key(one)] -= 1
            if known[_key(one)] < 0:
                added.append(one)
    return added


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.entity, finding.message
