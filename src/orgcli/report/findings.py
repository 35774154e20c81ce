"""What several formats need of the findings: a selection, an order, a fingerprint, a fix."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256

from orgcli.model.findings.baseline import FindingKey, finding_key
from orgcli.model.findings.finding import Finding, Level, Verdict
from orgcli.model.source.notation import notation
from orgcli.model.source.spelling import respelt
from orgcli.model.text import visible
from orgcli.report.rendering import Rendering

_ORDER = {level: at for at, level in enumerate(Level)}


def unsuppressed(verdict: Verdict) -> list[Finding]:
    """The findings that count; a document that cannot mark suppressed ones leaves them out."""
    return [finding for finding in verdict.findings if not finding.suppressed]


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Errors, then warnings, then infos, each in the order of their places."""
    return sorted(findings, key=lambda finding: _ORDER[finding.level])


def message_line(finding: Finding) -> str:
    """Message and help on one line in which nothing is obeyed; before it the cell, if any."""
    cell = f"{finding.place.cell}: " if finding.place.cell else ""
    help = f" ({finding.help})" if finding.help else ""
    return visible(f"{cell}{finding.message}{help}")


def replacement(finding: Finding, how: Rendering) -> str | None:
    """What to write in a finding's place to mend it; None where that takes more than one edit."""
    source = how.sources.get(finding.place.file)
    if finding.fix is None or source is None:
        return None
    start, end = source.span(finding.place)
    return respelt(source.text[start:end], finding.fix, notation(source))


def fingerprints(findings: Sequence[Finding], located: Callable[[str], str]) -> list[str]:
    """A name for each finding that stays from run to run: unique among them, and free of its line.

    It is a hash of its key in a baseline, with a number where several have the same.
    """
    seen: Counter[FindingKey] = Counter()
    names = []
    for finding in findings:
        key = finding_key(finding, located)
        seen[key] += 1
        raw = repr((*key, seen[key])).encode("utf-8", "backslashreplace")
        names.append(sha256(raw).hexdigest()[:32])
    return names
