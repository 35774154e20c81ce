"""Ids for new positions."""

import re
from collections.abc import Collection
from itertools import chain, count


def free_id(title: str, taken: Collection[str]) -> str:
    """An id of the words of a title that no position has."""
    base = "-".join(re.findall(r"\w+", title.casefold())) or "position"
    return next(
        one
        for one in chain((base,), (f"{base}-{number}" for number in count(2)))
        if one not in taken
    )
