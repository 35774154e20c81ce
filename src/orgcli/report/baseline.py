"""Writes the findings of a run as a baseline file."""

from orgcli.model.findings.baseline import Baseline
from orgcli.render.json import as_document

VERSION = 1


def as_baseline(baseline: Baseline) -> str:
    """A JSON document with an entry for each kind of finding, sorted, so that diffs are small."""
    entries = [{**key._asdict(), "count": count} for key, count in sorted(baseline.known.items())]
    return as_document({"version": VERSION, "findings": entries}, ascii=False)
