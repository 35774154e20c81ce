"""Findings that carry an exact edit become edits of a text, and a text with them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from orgcli.model.findings.finding import Finding
from orgcli.model.source.notation import notation
from orgcli.model.source.source import Source
from orgcli.model.source.spelling import respelt


class Edit(NamedTuple):
    """What stands from `start` to `end` (exclusive, in code points) becomes `text`."""

    start: int
    end: int
    text: str


def edits_of(findings: Iterable[Finding], source: Source) -> list[Edit]:
    """The edits that mend findings in a text, by place; of two that overlap, the first.

    The fix of a finding must spell what stands at its place, as those of a verdict do.
    """
    how = notation(source)
    candidates = set()
    for finding in findings:
        if finding.fix is not None:
            start, end = source.span(finding.place)
            spelling = source.text[start:end]
            candidates.add(Edit(start, end, respelt(spelling, finding.fix, how)))
    kept: list[Edit] = []
    for edit in sorted(candidates):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits in it, which must be sorted and apart."""
    parts = []
    at = 0
    for edit in edits:
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])
