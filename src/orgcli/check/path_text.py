"""Formats a chain of ids (`a` → `b` → `c`), shortened in the middle if long."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from orgcli.model.text import quote

T = TypeVar("T")

HOPS = 10
"""Hops of a ring that are written out; a longer one says how many more there are."""


def trail(way: Sequence[T], limit: int, name: Callable[[T], str] = quote) -> str:
    """The names along a path with arrows between them; of more than `limit`, how many are left out.

    name  gives the name of an item, its id in backticks; called only for those that are written out
    """
    names = [name(item) for item in written_out(way, limit)]
    if len(way) > limit:
        names.insert(limit - limit // 2, f"… {len(way) - limit:,} more …")
    return " → ".join(names)


def written_out(way: Sequence[T], limit: int = HOPS) -> Sequence[T]:
    """The first and the last items of a path, as many as the limit; all of a short path."""
    half = limit // 2
    return way if len(way) <= limit else [*way[: limit - half], *way[-half:]]
