"""Which names a word can mean: case, accents and how they are composed make no difference."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

_SPACE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]+")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_QUOTES = dict.fromkeys(map(ord, "\u2018\u2019\u02bc\u2032\u00b4`"), "'")


def folded(name: str) -> str:
    """A name as it is compared: case, spaces, kinds of dashes and apostrophes do not count."""
    if name.isascii():
        return " ".join(name.casefold().split())
    plain = unicodedata.normalize("NFKC", name.translate(_DASHES | _QUOTES)).casefold()
    return _SPACE.sub(" ", unicodedata.normalize("NFC", plain)).strip()


def without_accents(name: str) -> str:
    """The same without marks on letters: `dorte huber` for Dörte Huber."""
    plain = folded(name)
    if plain.isascii():
        return plain
    letters = unicodedata.normalize("NFKD", plain)
    return "".join(one for one in letters if not unicodedata.combining(one))


def in_order(name: str) -> str:
    """`Huber, Dörte` as Dörte Huber; a name without a comma, or with several, as it is."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and "," not in first else name


def meant_by(word: str, named: Callable[[], Iterable[tuple[int, str]]]) -> Sequence[int]:
    """The places whose names a word is, in their order, each once; nothing where it is none's.

    named  gives every place with its names, some with several. Names with the same accents go
           before those with others.
    """
    for form in (folded, without_accents):
        asked = form(word)
        found = dict.fromkeys(place for place, name in named() if form(name) == asked)
        if asked and found:
            return list(found)
    return ()
