"""Findings with the lines they speak of and a caret under the span, for a person at a terminal."""

from collections.abc import Mapping

from orgcli.model.findings.finding import Finding, Place, Verdict
from orgcli.model.source.source import Source
from orgcli.model.text import cells, visible
from orgcli.report.finding_lines import closing_line, folded, paint, paint_level

_WIDTH = 100  # characters of a long line that are shown around the span
_TAB = "    "
_BLUE = "1;34"


def full(
    verdict: Verdict,
    sources: Mapping[str, Source],
    color: bool = False,
    max_findings: int = 200,
    quiet: bool = False,
) -> str:
    """Each finding with excerpt, related places and help, then a line that counts them.

    quiet  leaves that line out, unless it has to say that some are not shown
    """
    blocks = []
    shown = 0
    for finding, more in folded(verdict.findings, max_findings):
        blocks.append(_block(finding, more, sources, color))
        shown += 1 + more
    if not quiet or shown < len(verdict.findings):
        blocks.append(closing_line(verdict, shown) + "\n")
    return "\n".join(blocks)


def _block(finding: Finding, more: int, sources: Mapping[str, Source], color: bool) -> str:
    head = paint_level(finding.level, f"{finding.level}[{finding.code}]", color)
    also = f" (+{more:,} more like this)" if more else ""
    also += " (suppressed)" if finding.suppressed else ""
    gutter = len(str(max([finding.place.line, *(one.place.line for one in finding.related)])))
    bar = " " * gutter + " " + paint("|", _BLUE, color)
    lines = [f"{head} {paint(visible(finding.message), '1', color)}{also}"]
    lines.append(" " * gutter + paint("-->", _BLUE, color) + " " + visible(str(finding.place)))
    excerpt = _excerpt(finding.place, finding.label, "^", gutter, sources, color)
    lines += [bar, *excerpt] if excerpt else []
    file = finding.place.file
    for one in finding.related:
        same = one.place.file == file
        where = f"line {one.place.line}" if same else visible(str(one.place))
        lines.append(" " * gutter + paint(":::", _BLUE, color) + f" {where}")
        lines += _excerpt(one.place, one.message, "-", gutter, sources, color)
    lines += [bar] if excerpt else []
    equals = " " * gutter + paint(" = ", _BLUE, color)
    if finding.help:
        fixable = "  (fixable with --fix)" if finding.fix and not finding.suppressed else ""
        lines.append(f"{equals}help: {visible(finding.help)}{fixable}")
    if finding.suppressed and finding.reason:
        lines.append(f"{equals}suppressed: {visible(finding.reason)}")
    lines.append(f"{equals}docs: orgcli rule {finding.code}")
    return "\n".join(lines) + "\n"


def _excerpt(
    place: Place, label: str, mark: str, gutter: int, sources: Mapping[str, Source], color: bool
) -> list[str]:
    """The line with a caret under the span; only the label where there is no text to show."""
    source = sources.get(place.file)
    words = f" {visible(label)}" if label else ""
    if source is None or place.line > source.line_count:
        return [" " * gutter + f"   {words}"] if words else []
    text = source.line(place.line)
    end = place.end_column if place.end_line == place.line else len(text) + 1
    before, span, after = _window(text, place.column - 1, max(end - 1, place.column))
    carets = mark * max(cells(span), 1)
    number = paint(f"{place.line:>{gutter}} |", _BLUE, color)
    blank = paint(f"{'':>{gutter}} |", _BLUE, color)
    painted = paint(carets + words, "1;31" if mark == "^" else _BLUE, color)
    excerpt = f"{number} {before}{span}{after}".rstrip()
    return [excerpt, f"{blank} {' ' * cells(before)}{painted}"]


def _window(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The line before, in and after the span, harmless, and cut to a readable width."""
    left = max(0, start - _WIDTH // 2)
    right = max(min(end, start + _WIDTH), start) + _WIDTH // 2
    before = ("…" if left else "") + text[left:start]
    span, after = text[start : min(end, start + _WIDTH)], text[end:right]
    cut = end > start + _WIDTH or right < len(text)
    return _plain(before), _plain(span), _plain(after) + ("…" if cut else "")


def _plain(text: str) -> str:
    return visible(text.replace("\t", _TAB))
