"""Findings with the lines they speak of and a caret under the span, for a person at a terminal."""

from orgcli.model.findings.finding import Finding, Place, Verdict
from orgcli.model.text import cells, visible
from orgcli.render.terminal import paint_text
from orgcli.report.finding_lines import also, with_closing_line
from orgcli.report.rendering import Rendering

_WIDTH = 100  # characters of a long line that are shown around the span
_TAB = "    "
_FRAME = "frame"


def full(verdict: Verdict, how: Rendering) -> str:
    """Each finding with excerpt, related places and help, then a line that counts them."""
    return "\n".join(f"{block}\n" for block in with_closing_line(verdict, how, _block))


def _block(finding: Finding, more: int, how: Rendering) -> str:
    head = paint_text(f"{finding.level}[{finding.code}]", finding.level, how.color)
    message = paint_text(visible(finding.message), "strong", how.color)
    gutter = len(
        str(max([finding.place.line, *(related.place.line for related in finding.related)]))
    )
    blank = " " * gutter
    bar = f"{blank} {paint_text('|', _FRAME, how.color)}"
    lines = [f"{head} {message}{also(finding, more)}"]
    lines.append(f"{blank}{paint_text('-->', _FRAME, how.color)} {visible(str(finding.place))}")
    excerpt = _excerpt(finding.place, finding.label, "^", gutter, how)
    lines += [bar, *excerpt] if excerpt else []
    for related in finding.related:
        same = related.place.file == finding.place.file and not related.place.cell
        where = f"line {related.place.line}" if same else visible(str(related.place))
        lines.append(f"{blank}{paint_text(':::', _FRAME, how.color)} {where}")
        lines += _excerpt(related.place, related.message, "-", gutter, how)
    lines += [bar] if excerpt else []
    equals = blank + paint_text(" = ", _FRAME, how.color)
    if finding.help:
        fixable = "  (fixable with --fix)" if finding.fix and not finding.suppressed else ""
        lines.append(f"{equals}help: {visible(finding.help)}{fixable}")
    if finding.suppressed and finding.reason:
        lines.append(f"{equals}suppressed: {visible(finding.reason)}")
    lines.append(f"{equals}docs: orgcli rule {finding.code}")
    return "\n".join(lines)


def _excerpt(place: Place, label: str, mark: str, gutter: int, how: Rendering) -> list[str]:
    """The line with carets under the span; only the label where there is no text to show."""
    source = how.sources.get(place.file)
    words = f" {visible(label)}" if label else ""
    if source is None or place.line > source.line_count:
        return [" " * gutter + f"   {words}"] if words else []
    text = source.line(place.line)
    end = place.end_column if place.end_line == place.line else len(text) + 1
    before, span, after = _window(text, place.column - 1, max(end - 1, place.column))
    carets = mark * max(cells(span), 1)
    number = paint_text(f"{place.line:>{gutter}} |", _FRAME, how.color)
    blank = paint_text(f"{'':>{gutter}} |", _FRAME, how.color)
    painted = paint_text(carets + words, "error" if mark == "^" else _FRAME, how.color)
    return [
        f"{number} {before}{span}{after}".rstrip(),
        f"{blank} {' ' * cells(before)}{painted}",
    ]


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
