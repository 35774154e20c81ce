"""Numbers with their words, in English."""


def counted(number: int, word: str) -> str:
    """A number and its word, in the plural where there are several: `1,200 findings`."""
    plural = word if word == "info" or number == 1 else f"{word}s"
    return f"{number:,} {plural}"
