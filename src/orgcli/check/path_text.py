"""Formats a chain of ids (`a` → `b` → `c`), shortened in the middle if long."""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def trail(way: Sequence[T], shown: int, name: Callable[[T], str] = str) -> str:
    """The names along a way with arrows between them; of more than `shown`, how many are left out.

    name  what each is called; asked for those only that are written out
    """
    gap = len(way) - shown
    half = shown // 2 if gap > 0 else 0
    start = way[: shown - half] if gap > 0 else way
    quoted = [f"`{name(one)}`" for one in start]
    if gap > 0:
        quoted.append(f"… {gap:,} more …")
        quoted += [f"`{name(one)}`" for one in way[-half:]]
    return " → ".join(quoted)
