"""What several documents need of the findings: which are reported, in what order, known by what."""

from collections.abc import Callable, Iterable, Sequence

from orgcli.model.findings.baseline import Known, known_by
from orgcli.model.findings.finding import Finding, Level, Verdict
from orgcli.model.source.spelling import notation, respelt
from orgcli.model.text import visible
from orgcli.report.rendering import Rendering

_ORDER = {level: at for at, level in enumerate(Level)}


def reported(verdict: Verdict) -> list[Finding]:
    """The findings that count; a document that cannot mark suppressed ones leaves them out."""
    return [finding for finding in verdict.findings if not finding.suppressed]


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Errors, then warnings, then infos, each in the order of their places."""
    return sorted(findings, key=lambda finding: _ORDER[finding.level])


def words(finding: Finding) -> str:
    """Message and help on one line in which nothing is obeyed."""
    return visible(f"{finding.message} ({finding.help})" if finding.help else finding.message)


def replacement(finding: Finding, how: Rendering) -> str | None:
    """What to write in a finding's place to mend it; None where that takes more than one edit."""
    source = how.sources.get(finding.place.file)
    if finding.fix is None or source is None:
        return None
    start, end = source.span(finding.place)
    return respelt(source.text[start:end], finding.fix, notation(source))


def fingerprints(findings: Sequence[Finding], located: Callable[[str], str]) -> list[str]:
    """What each finding is known by from run to run: unique among them, and free of its line.

    It is a hash of what a baseline knows it by, with a number where that is the same for several.
    """
    from hashlib import sha256

    seen: dict[Known, int] = {}
    found = []
    for finding in findings:
        key = known_by(finding, located)
        seen[key] = seen.get(key, 0) + 1
        raw = repr((*key, seen[key])).encode("utf-8", "backslashreplace")
        found.append(sha256(raw).hexdigest()[:32])
    return found
