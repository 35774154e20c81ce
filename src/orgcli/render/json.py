"""Documents as JSON."""

import json
from collections.abc import Mapping


def as_document(document: Mapping[str, object]) -> str:
    """A document as text: no control, bidirectional or half character can reach a terminal raw,
    because everything is escaped to ASCII."""
    return json.dumps(document, indent=2) + "\n"
