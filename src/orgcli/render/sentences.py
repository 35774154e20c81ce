"""Parts of English sentences: a number with its word, and words in a row."""

from collections.abc import Iterable


def counted(number: int, word: str) -> str:
    """A number and its word, in the plural where there are several: `1,200 findings`."""
    plural = word if word == "info" or number == 1 else f"{word}s"
    return f"{number:,} {plural}"


def listed(words: Iterable[str], joint: str) -> str:
    """Words in a row: `a, b or c`; there must be one at least."""
    *most, last = words
    return f"{', '.join(most)} {joint} {last}" if most else last


def quoted(ids: Iterable[str], joint: str = "or") -> str:
    """Ids in a row, each in backticks."""
    return listed((f"`{id}`" for id in ids), joint)
