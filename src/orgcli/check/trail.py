"""How a way from one thing to the next is written out, a long one cut in the middle."""

from collections.abc import Sequence


def trail(names: Sequence[str], shown: int) -> str:
    """The names with arrows between them; of more than `shown`, how many are left out."""
    quoted = [f"`{name}`" for name in names]
    gap = len(names) - shown
    if gap > 0:
        half = shown // 2
        quoted[shown - half : -half] = [f"… {gap:,} more …"]
    return " → ".join(quoted)
