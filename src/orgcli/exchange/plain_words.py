"""Texts as names of files and words of other programs: no sign that means anything there."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "ß": "ss", "ð": "d"})
_RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)[1-9]")
"""Names that no file may have on Windows."""
_MOST = 60
"""Letters of a word; Kubernetes and Backstage take 63."""


def plain_word(text: str, otherwise: str) -> str:
    """Small letters of ASCII, digits and hyphens, 60 at most; `otherwise` where none is left."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    ascii = "".join(character for character in decomposed if not unicodedata.combining(character))
    word = re.sub(r"[^a-z0-9]+", "-", ascii).strip("-")[:_MOST].strip("-") or otherwise
    return f"{word}-1" if _RESERVED.fullmatch(word) else word


def plain_words(
    texts: Iterable[str],
    otherwise: str,
    taken: Collection[str] = (),
    fitting: re.Pattern[str] | None = None,
) -> Mapping[str, str]:
    """A word of its own for each text, with a number where two would have the same.

    fitting  texts that are words as they are; words differ in more than the case of letters
    """
    words: dict[str, str] = {}
    used, last = set(taken), dict[str, int]()
    different = list(dict.fromkeys(texts))
    if fitting is not None:
        for text in different:
            if fitting.fullmatch(text) and text.casefold() not in used:
                words[text] = text
                used.add(text.casefold())
    for text in different:
        if text in words:
            continue
        base = word = plain_word(text, otherwise)
        while word in used:
            last[base] = last.get(base, 1) + 1
            end = f"-{last[base]}"
            word = base[: _MOST - len(end)] + end
        used.add(word)
        words[text] = word
    return words
