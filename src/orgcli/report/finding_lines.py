"""What the text formats share: groups folded into one finding, the closing line."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from orgcli.model.findings.finding import Finding, Summary, Verdict
from orgcli.render.sentences import counted
from orgcli.report.rendering import Rendering


def folded(findings: Sequence[Finding], limit: int) -> Iterator[tuple[Finding, int]]:
    """Each finding with how many more of its group follow it; at most `limit`, 0 for all.

    One that is suppressed does not stand for others that are not.
    """
    sizes = Counter(_group(finding) for finding in findings if finding.group)
    seen = set()
    shown = 0
    for finding in findings:
        key = _group(finding)
        if finding.group and key in seen:
            continue
        seen.add(key)
        if limit and shown >= limit:
            return
        shown += 1
        yield finding, sizes.get(key, 1) - 1


def largest_first(findings: Sequence[Finding]) -> Sequence[Finding]:
    """The findings with those of a rule in a file that have sizes in the order of these.

    They take the places that they have among the others.
    """
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, finding in enumerate(findings):
        if finding.size:
            places[finding.place.file, finding.code].append(at)
    ordered = list(findings)
    for several in places.values():
        by_size = sorted(several, key=lambda at: -findings[at].size)
        for at, index in zip(several, by_size, strict=True):
            ordered[at] = findings[index]
    return ordered


def also(finding: Finding, more: int, like: str = " like this") -> str:
    """What stands behind a message: how many more of its group follow, and if it is suppressed."""
    others = f" (+{more:,} more{like})" if more else ""
    return f"{others} (suppressed)" if finding.suppressed else others


def _group(finding: Finding) -> tuple[str, str, bool]:
    return finding.code, finding.group, finding.suppressed


def with_closing_line(
    verdict: Verdict, how: Rendering, text: Callable[[Finding, int, Rendering], str]
) -> Iterator[str]:
    """Text for each finding that is shown, then the line that counts them.

    text  writes a finding and how many more of its group follow it
    Where `how.quiet`, that line is left out, unless it has to say that some are not shown.
    """
    shown = 0
    for finding, more in folded(largest_first(verdict.findings), how.max_findings):
        yield text(finding, more, how)
        shown += 1 + more
    if not how.quiet or shown < len(verdict.findings):
        yield closing_line(verdict, shown)


def closing_line(verdict: Verdict, shown: int) -> str:
    """How many findings, in how many files, of what; and how many are not shown above."""
    summary = verdict.summary
    levels = ("error", "warning", "info")
    counts = [counted(number, word) for word in levels if (number := getattr(summary, word))]
    where = f"in {counted(summary.files, 'file')}"
    quiet = f" ({summary.suppressed:,} suppressed)" if summary.suppressed else ""
    if not counts:
        return f"No findings{quiet} {where}: {_contents(summary)}"
    hidden = len(verdict.findings) - shown
    more = f" ({hidden:,} not shown; --max-findings 0 shows all)" if hidden > 0 else ""
    exact = sum(finding.fix is not None and not finding.suppressed for finding in verdict.findings)
    fixable = f"; {exact:,} fixable with --fix" if exact else ""
    return f"Found {', '.join(counts)}{quiet} {where}{more}{fixable}"


def _contents(summary: Summary) -> str:
    """What was read: `30 positions, 2 closed, 1 root, 4 layers`."""
    words = ("position", "root", "layer") if summary.organisations else ()
    parts = [counted(getattr(summary, f"{word}s"), word) for word in words]
    if summary.closed:
        parts.insert(1, f"{summary.closed:,} closed")
    if summary.roles:
        parts.append(counted(summary.roles, "role"))
    return ", ".join(parts) or "nothing to check"
