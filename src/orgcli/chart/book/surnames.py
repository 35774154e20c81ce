"""Names as an index lists them: `Alonso, Marta`.

The surname is the last word, with particles such as `de`, `van` and `von` that stand before it;
additions such as `Jr.` and what is in brackets stay at the end. Two surnames go by the second.
Kept as they are: names of one word, with a comma or a digit, and those that are not in Latin,
Greek or Cyrillic letters, as the family's name comes first in many other scripts. Vietnamese and
Hungarian names look like others, and are taken for such.
"""

import re
import unicodedata

_PARTICLES = (
    "af al am av bin da das de degli dei del della delle den der des di do dos du el ibn la las le"
    " los op 't te ten ter van vom von y zu zum zur"
)
_ADDITIONS = re.compile(r"(?:jr|sr|ii|iii|iv|mba|phd|ph\.d|md|esq)\.?", re.IGNORECASE)
_KEPT = re.compile(r"[,;/&@\d]")
_LAST_SCRIPT = "\u058f"
"""The last of the scripts from Latin to Armenian; Latin and Greek have more in one place."""
_MORE_LATIN = ("\u1e00", "\u1fff")
_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "’": "'"}
)


def surname_first(name: str) -> str:
    """The name with its surname first, or as it is."""
    words, additions = _without_additions(name.split())
    if len(words) < 2 or _KEPT.search(" ".join(words)) or not all(map(_is_inverted, name)):
        return name
    start = len(words) - 1
    particles = _PARTICLES.split()
    while start > 1 and words[start - 1].casefold().replace("’", "'") in particles:
        start -= 1
    given_names = " ".join((*words[:start], *additions))
    return f"{' '.join(words[start:])}, {given_names}"


def letters(text: str) -> str:
    """For sorting: small letters without their marks."""
    parts = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _without_additions(words: list[str]) -> tuple[list[str], list[str]]:
    """The words up to the surname, and those after it."""
    end = next((at for at, word in enumerate(words) if at and word.startswith("(")), len(words))
    while end > 1 and _ADDITIONS.fullmatch(words[end - 1]):
        end -= 1
    return words[:end], words[end:]


def _is_inverted(character: str) -> bool:
    """Whether the surname comes last in the script of a letter; any sign else is of no matter."""
    if character <= _LAST_SCRIPT or not character.isalpha():
        return True
    return _MORE_LATIN[0] <= character <= _MORE_LATIN[1]
