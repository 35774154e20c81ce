"""Whether files that were edited say what was meant, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from orgcli.check.run import check
from orgcli.cli.edit.results import EditedFiles
from orgcli.model.findings.finding import Finding, Level
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position
from orgcli.model.text import quote

_PLANS = "ORG5"


def differing(now: Organisation, wanted: Mapping[str, Position]) -> str:
    """The id of the first position that is not as it was meant to be; empty for none."""
    found = {position.id: position for position in now.positions}
    for id in (*wanted, *found):
        if found.get(id) != wanted.get(id):
            return id
    return ""


def errors_added(made: EditedFiles) -> Sequence[Finding]:
    """The errors that files have after an edit, and did not have before it.

    Those of plans do not count: they are of what is to come. What was said of an id that is renamed
    is said of the new one.
    """
    settings, renamed = made.config.settings, made.changes.renamed
    then = replace(settings, roots=tuple(renamed.get(root, root) for root in settings.roots))
    before = check(made.before, settings).findings
    known = Counter(_key(_renamed_finding(one, renamed)) for one in before)
    added = []
    for finding in check(made.after, then).findings:
        is_plan = finding.code.startswith(_PLANS)
        if finding.level is Level.ERROR and not finding.suppressed and not is_plan:
            known[_key(finding)] -= 1
            if known[_key(finding)] < 0:
                added.append(finding)
    return added


def _renamed_finding(finding: Finding, renamed: Mapping[str, str]) -> Finding:
    message = finding.message
    for old, new in renamed.items():
        message = message.replace(quote(old), quote(new))
    if message == finding.message and finding.entity not in renamed:
        return finding
    return replace(finding, message=message, entity=renamed.get(finding.entity, finding.entity))


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.entity, finding.message
