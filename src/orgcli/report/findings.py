"""What several documents need of the findings: which are reported, in what order, known by what."""

from collections.abc import Callable, Iterable, Sequence

from orgcli.model.finding import Finding, Level, Verdict
from orgcli.model.text import visible

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


def fingerprints(findings: Sequence[Finding], located: Callable[[str], str]) -> list[str]:
    """What each finding is known by from run to run: unique among them, and free of its line.

    It is a hash of rule, path and entity (the message where a finding has no entity), with a
    number where these are the same for several.
    """
    from hashlib import sha256

    seen: dict[tuple[str, str, str], int] = {}
    found = []
    for finding in findings:
        about = finding.entity or finding.message
        key = finding.code, located(finding.place.file), about
        seen[key] = seen.get(key, 0) + 1
        raw = repr((*key, seen[key])).encode("utf-8", "backslashreplace")
        found.append(sha256(raw).hexdigest()[:32])
    return found
