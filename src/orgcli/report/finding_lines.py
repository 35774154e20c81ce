"""What both text formats say: groups folded into one finding, the closing line, colours."""

from collections import Counter
from collections.abc import Iterator, Sequence

from orgcli.model.findings.finding import Finding, Level, Summary, Verdict

_COLORS = {Level.ERROR: "1;31", Level.WARNING: "1;33", Level.INFO: "1;36"}


def paint(text: str, code: str, color: bool) -> str:
    """The text in an ANSI colour, or as it is."""
    return f"\x1b[{code}m{text}\x1b[0m" if color else text


def paint_level(level: Level, text: str, color: bool) -> str:
    """The text in the colour of a level."""
    return paint(text, _COLORS[level], color)


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


def _group(finding: Finding) -> tuple[str, str, bool]:
    return finding.code, finding.group, finding.suppressed


def closing_line(verdict: Verdict, shown: int) -> str:
    """How many findings, in how many files, of what; and how many are not shown above."""
    summary = verdict.summary
    counts = [
        counted(number, word)
        for number, word in (
            (summary.error, "error"),
            (summary.warning, "warning"),
            (summary.info, "info"),
        )
        if number
    ]
    where = f"in {counted(summary.files, 'file')}"
    quiet = f" ({summary.suppressed:,} suppressed)" if summary.suppressed else ""
    if not counts:
        return f"No findings{quiet} {where}: {_looked_at(summary)}"
    hidden = len(verdict.findings) - shown
    more = f" ({hidden:,} not shown; --max-findings 0 shows all)" if hidden > 0 else ""
    exact = sum(one.fix is not None and not one.suppressed for one in verdict.findings)
    fixable = f"; {exact:,} fixable with --fix" if exact else ""
    return f"Found {', '.join(counts)}{quiet} {where}{more}{fixable}"


def _looked_at(summary: Summary) -> str:
    parts = []
    if summary.organisations:
        parts += [
            counted(summary.positions, "position"),
            counted(summary.roots, "root"),
            counted(summary.layers, "layer"),
        ]
    if summary.roles:
        parts.append(counted(summary.roles, "role"))
    return ", ".join(parts) or "nothing to check"


def counted(number: int, word: str) -> str:
    """A number and its word, in the plural where there are several."""
    plural = word if word == "info" or number == 1 else f"{word}s"
    return f"{number:,} {plural}"
