"""Codes of two or three letters for groups, for paper on which colours are greys: ENG, OPS."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, count, islice

_LENGTH = 3
_TRIED = 60
"""Codes of one name before it is numbered."""
_LONGEST = 60
"""Letters of a name that are looked at."""
_SMALL = "and of the for und der die das für och av för e de da do y del la el og"
_CUSTOMARY = {"operations": "OPS"}
"""What everybody calls a department that is not the beginning of its name."""


def group_codes(names: Iterable[str]) -> Mapping[str, str]:
    """A code for each of some names, in capital letters and digits, none of them twice.

    A name of several words gives their first letters, another one its beginning; where that is
    taken, other letters of it in their order, at last a number.
    """
    codes: dict[str, str] = {}
    used: set[str] = set()
    numbers = count(1)
    for name in dict.fromkeys(names):
        tries = islice(_candidates(_words(name)), _TRIED)
        code = next((candidate for candidate in tries if candidate not in used), "")
        while not code or code in used:
            code = f"{next(numbers):02}"
        used.add(code)
        codes[name] = code
    return codes


def _words(name: str) -> list[str]:
    """The words of a name in capital letters; parts of words that are numbers stand alone."""
    text = unicodedata.normalize("NFC", name[:_LONGEST])
    spaced = "".join(character if character.isalnum() else " " for character in text)
    words = spaced.split()
    small = _SMALL.split()
    weighty = [word for word in words if word.casefold() not in small]
    return [word.upper() for word in weighty or words]


def _candidates(words: list[str]) -> Iterator[str]:
    if not words:
        return
    if len(words) == 1 and (usual := _CUSTOMARY.get(words[0].lower())):
        yield usual
    if len(words) > 1:
        last = words[-1]
        number = last[:2] if last.isdigit() else last[0]
        yield "".join(word[0] for word in words[:-1])[: _LENGTH - len(number)] + number
        yield words[0][: _LENGTH - 1] + last[0]
    letters = "".join(words)
    if len(letters) > 1:
        yield letters[: 2 if unicodedata.east_asian_width(letters[0]) in "WF" else _LENGTH]
    else:
        yield from (f"{letters}{number}" for number in range(1, 10))
    for second, third in combinations(letters[1:], 2):
        yield letters[0] + second + third
