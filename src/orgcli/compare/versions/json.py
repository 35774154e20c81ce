"""What differs between two versions of a role, as a JSON document, version 1."""

from dataclasses import asdict

from orgcli.compare.versions.versions import Versions
from orgcli.render.json import as_document
from orgcli.render.view import Page


def versions_json(versions: Versions, page: Page) -> str:
    """One document, every field always there."""
    differences = [
        {**asdict(difference), "facet": difference.facet or None}
        for difference in versions.differences
    ]
    names = {"before": versions.before, "after": versions.after}
    return as_document({"version": 1, **names, "differences": differences})
