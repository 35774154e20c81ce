"""Whether files that were edited are read as the edit expects, and have no new errors."""

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


def differing(organisation: Organisation, expected: Mapping[str, Position]) -> str:
    """The id of the first position that is not as expected; empty for none."""
    actual = {position.id: position for position in organisation.positions}
    for id in (*expected, *actual):
        if actual.get(id) != expected.get(id):
            return id
    return ""


def errors_added(files: EditedFiles) -> Sequence[Finding]:
    """The errors that files have after an edit, and did not have before it.

    Those of plans do not count: they are of what is to come. Findings before the edit are compared
    with the new ids in the place of the old ones.
    """
    settings, renamed = files.config.settings, files.changes.renamed
    new_settings = replace(
        settings, roots=tuple(renamed.get(root, root) for root in settings.roots)
    )
    before = check(files.before, settings).findings
    known = Counter(_renamed_finding(finding, renamed).content for finding in before)
    added = []
    for finding in check(files.after, new_settings).findings:
        is_plan = finding.code.startswith(_PLANS)
        if finding.level is Level.ERROR and not finding.suppressed and not is_plan:
            known[finding.content] -= 1
            if known[finding.content] < 0:
                added.append(finding)
    return added


def _renamed_finding(finding: Finding, renamed: Mapping[str, str]) -> Finding:
    message = finding.message
    for old, new in renamed.items():
        message = message.replace(quote(old), quote(new))
    if message == finding.message and finding.entity not in renamed:
        return finding
    return replace(finding, message=message, entity=renamed.get(finding.entity, finding.entity))
