"""How many findings there are of each rule, instead of the findings: `--statistics`."""

from collections import Counter

from orgcli.model.findings.finding import Verdict
from orgcli.render.terminal import paint_text
from orgcli.report.finding_lines import closing_line
from orgcli.report.findings import unsuppressed
from orgcli.report.rendering import Rendering


def statistics(verdict: Verdict, how: Rendering) -> str:
    """A line per rule, the most frequent first, then the line that counts them all."""
    findings = unsuppressed(verdict)
    counts = Counter((finding.code, finding.name, finding.level) for finding in findings)
    fixable = {finding.code for finding in findings if finding.fix}
    ordered = sorted(counts.items(), key=lambda rule_count: (-rule_count[1], rule_count[0]))
    width = max((len(f"{count:,}") for count in counts.values()), default=0)
    names = max((len(name) for _, name, _ in counts), default=0)
    lines = [
        f"{count:>{width},}  {paint_text(code, level, how.color)}  "
        f"{name:<{names}}  {level}{'  fixable' if code in fixable else ''}"
        for (code, name, level), count in ordered
    ]
    if not how.quiet:
        lines += [closing_line(verdict, len(verdict.findings))]
    return "".join(f"{line}\n" for line in lines)
