"""Which names a word can mean: case, accents and how they are composed make no difference."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from orgcli.model.appearance import plain


@lru_cache(maxsize=32_768)  # the steps of a plan look at all names again and again
def folded(name: str) -> str:
    """A name as it is compared: case, spaces, kinds of dashes and apostrophes do not count."""
    text = plain(name)
    if text.isascii():
        return " ".join(text.casefold().split())
    text = unicodedata.normalize("NFKC", text)
    return unicodedata.normalize("NFC", " ".join(text.casefold().split()))


def name_of(text: str) -> str:
    """A name as it distinguishes people: white space and the way accents are stored do not
    count, case and accents do."""
    if text.isascii():
        return text if "  " not in text and text.strip() == text else " ".join(text.split())
    return unicodedata.normalize("NFC", " ".join(text.split()))


def without_accents(name: str) -> str:
    """The same without marks on letters: `dorte huber` for Dörte Huber."""
    text = folded(name)
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def in_order(name: str) -> str:
    """`Huber, Dörte` as Dörte Huber; a name without a comma, or with several, as it is."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and "," not in first else name


def matching_places(
    word: str, places_and_names: Callable[[], Iterable[tuple[int, str]]]
) -> Sequence[int]:
    """The places whose names a word is, in their order, each once; nothing where it is none's.

    named  gives every place with its names, some with several. Names with the same accents go
           before those with others.
    """
    for form in (folded, without_accents):
        spelling = form(word)
        places = dict.fromkeys(
            place for place, name in places_and_names() if form(name) == spelling
        )
        if spelling and places:
            return list(places)
    return ()
