"""Edits that mend or silence the findings in a range, as `--fix` and `--add-ignore` make them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgcli.check.suppressions import NEVER
from orgcli.editor.project_index import ProjectIndex
from orgcli.mend.edits import Edit, edits_of
from orgcli.mend.new_comments import ignoring
from orgcli.model.findings.finding import Finding
from orgcli.model.source.notation import Notation, notation
from orgcli.model.source.source import Source
from orgcli.model.text import shortened, visible
from orgcli.read.syntax.suppression_comments import inside_scalar

_MOST = 20
"""Findings in one range that are looked at."""


@dataclass(frozen=True, slots=True)
class QuickFix:
    """An edit of one file that makes a finding go away.

    is_mending  whether it mends what is wrong, and does not only silence it
    """

    title: str
    finding: Finding
    edits: Sequence[Edit]
    is_mending: bool


def quick_fixes(
    index: ProjectIndex, findings: Sequence[Finding], source: Source, start: int, end: int
) -> Iterator[QuickFix]:
    """The edits for the findings of a file that are in a range of offsets, exact ones first.

    source  the text that the findings are of
    """
    here = [finding for finding in findings if _meets(finding, source, start, end)][:_MOST]
    for finding in here:
        if finding.fix is not None and (edits := edits_of([finding], source)):
            new = visible(shortened(finding.fix.new))
            yield QuickFix(f"{finding.code}: write `{new}`", finding, edits, True)
    if notation(source) is not Notation.YAML:
        return
    document = index.document(source.path)
    if document is None or document.source.text != source.text:
        return
    for finding in here:
        if finding.code in NEVER:
            continue
        edits, _ = ignoring([finding], source, "", lambda at: inside_scalar(document, at))
        if edits:
            yield QuickFix(f"{finding.code}: ignore it in this line", finding, edits, False)


def _meets(finding: Finding, source: Source, start: int, end: int) -> bool:
    place = finding.place
    if place.cell or place.end_line > source.line_count:
        return False
    first, last = source.span(place)
    return first <= end and last >= start
