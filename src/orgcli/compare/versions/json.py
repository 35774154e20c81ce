"""What differs between two versions of a role, as a JSON document, version 1."""

from orgcli.compare.versions.differences import Difference
from orgcli.compare.versions.versions import Versions
from orgcli.render.json import as_document
from orgcli.render.view import Page


def versions_json(versions: Versions, page: Page) -> str:
    """One document, every field always there."""
    return as_document(
        {
            "version": 1,
            "before": versions.before,
            "after": versions.after,
            "differences": [_difference(one) for one in versions.differences],
        }
    )


def _difference(one: Difference) -> dict[str, object]:
    return {
        "kind": str(one.kind),
        "facet": one.facet or None,
        "id": one.id,
        "text": one.text,
        "changes": [
            {"field": change.field, "before": change.before, "after": change.after}
            for change in one.changes
        ],
    }
