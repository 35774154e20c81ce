"""Formats a chain of ids (`a` → `b` → `c`), shortened in the middle if long."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from orgcli.model.text import quote

T = TypeVar("T")

HOPS = 10
"""Hops of a ring that are written out; a longer one says how many more there are."""


def trail(way: Sequence[T], shown: int, name: Callable[[T], str] = quote) -> str:
    """The names along a way with arrows between them; of more than `shown`, how many are left out.

    name  what each is called, its id in backticks; asked for those only that are written out
    """
    names = [name(one) for one in written_out(way, shown)]
    if len(way) > shown:
        names.insert(shown - shown // 2, f"… {len(way) - shown:,} more …")
    return " → ".join(names)


def written_out(way: Sequence[T], shown: int = HOPS) -> Sequence[T]:
    """The first and the last of a way, as many as are shown; all of a short one."""
    half = shown // 2
    return way if len(way) <= shown else [*way[: shown - half], *way[-half:]]
