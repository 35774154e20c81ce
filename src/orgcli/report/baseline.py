"""The findings of a run as a baseline: a file under version control that knows them."""

from orgcli.model.findings.baseline import Baseline
from orgcli.report.document import document

VERSION = 1


def as_baseline(baseline: Baseline) -> str:
    """A JSON document with an entry for each kind of finding, sorted, so that diffs are small."""
    entries = [
        {"code": known.code, "file": known.file, "about": known.about, "count": count}
        for known, count in sorted(baseline.known.items())
    ]
    return document({"version": VERSION, "findings": entries})
