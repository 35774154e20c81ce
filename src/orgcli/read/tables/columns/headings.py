"""Which headings mean which field, in which rank, however they are written."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.model.text import listed
from orgcli.read.tables.columns.heading_words import NEGATED_STATUSES, RANKS
from orgcli.read.tables.columns.languages.asian import ASIAN
from orgcli.read.tables.columns.languages.eastern import EASTERN
from orgcli.read.tables.columns.languages.germanic import GERMANIC
from orgcli.read.tables.columns.languages.romance import ROMANCE

FIELDS = tuple(RANKS)
"""What `--map` can name: the fields of a position, those of its contact, and the name's parts.

In the order in which their columns are chosen: what is no role id may still be a title; who
reports to whom is found last, when it is known who is called what.
"""

_CORE = ("reports_to", "id", "title", "holder", "first_name", "last_name", "department", "email")
_SQUARE = re.compile(r"\[[^\]]*\]| \([0-9]+\)$")
_ROUND = re.compile(r"\([^)]*\)|（[^）]*）")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "ß": "ss", "ð": "d"})
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_PREFIXES = ("employee", "worker", "mitarbeiter")
_LONGEST = 100
"""Characters of a heading; a whole file in one cell is none."""
_MOST_PARTS = 3
_LOOSE = 0.5  # in ranks: a heading with something beside it comes after the same without
_NEXT = 0.001  # in ranks: words of other languages in one rank have an order


def word_set(words: str) -> frozenset[str]:
    """The words of a text: headings or keys as `fold` makes them."""
    return frozenset(words.split())


def fold(heading: str) -> str:
    """The letters and digits of a heading: without case, accents, `[Required]`, ` (2)`."""
    heading = heading[:_LONGEST]
    plain = heading.replace("’", "'").replace("'s", "").replace("#", "number")
    bare = _SQUARE.sub("", plain).casefold()
    if bare.isascii():
        return "".join(filter(str.isalnum, bare))
    decomposed = unicodedata.normalize("NFKD", bare.translate(_LETTERS))
    return "".join(filter(str.isalnum, decomposed))


def _ranks() -> dict[str, dict[str, float]]:
    """Field -> folded heading -> rank, in all languages; the first meaning of a word counts."""
    ranks: dict[str, dict[str, float]] = {
        name: {word: float(rank) for rank, words in enumerate(listed) for word in words.split()}
        for name, listed in RANKS.items()
    }
    field_of = {word: name for name, words in ranks.items() for word in words}
    field_of["role"] = "title"  # in other languages it names no role of the library
    for language in (*GERMANIC.values(), *ROMANCE.values(), *EASTERN.values(), *ASIAN.values()):
        for english, translations in language.items():
            words = ranks[field_of[english]]
            for number, heading in enumerate(translations.split(", "), 1):
                rank = words[english] + number * _NEXT
                words.setdefault(fold(heading), rank)
                if not heading.isascii():
                    words.setdefault(fold(heading.lower().translate(_SPELLED_OUT)), rank)
    return ranks


RANK: Mapping[str, Mapping[str, float]] = _ranks()
"""Field -> folded heading -> rank, 0 the best; those of one language's words differ a little."""

NAME_ALONE = frozenset(
    word for word, rank in RANK["holder"].items() if int(rank) == RANK["holder"]["name"]
)
"""Headings like `name`, which beside a first name mean the last one, and the other way round."""

_PARTS_OF_NAME = {
    "first": frozenset(RANK["first_name"]) | {"preferredname", "knownas"},
    "last": frozenset(RANK["last_name"]),
    "alone": NAME_ALONE,
    "middle": word_set("middle middlename middleinitial mi initial initials suffix"),
}
"""Part of a name -> folded headings; `alone` is either the first name or the last."""
_FULL_NAMES = ({"first", "last"}, {"first", "alone"}, {"last", "alone"})
_FULL_NAME = "lastnamefirstname"
_BETWEEN = r"(?i)\s*[,/&+;]\s*|\s+(?:and|und|u\.?|et|y|e|en|och|og|i|a|ja|ve)\s+"
"""What joins the parts of a name in a heading: `Surname, First name`, `Nach- und Vorname`."""
_NAME_OF = ("name of the ", "name of an ", "name of a ", "name of ")

_KNOWN = frozenset(word for words in RANK.values() for word in words)


def _forms(heading: str) -> Iterator[tuple[str, float]]:
    """The words a heading may be meant by, the nearest first, with what is added to the rank."""
    whole, bare = fold(heading), fold(_ROUND.sub("", heading))
    yield whole, 0.0
    if bare:
        yield bare, _LOOSE
    if _is_full_name(heading[:_LONGEST], whole):
        yield _FULL_NAME, 0.0
    text = heading[:_LONGEST].strip()
    if start := next((start for start in _NAME_OF if text.casefold().startswith(start)), ""):
        yield fold(f"{text[len(start) :]} name"), 0.0
    for word in (whole, bare):
        for prefix in _PREFIXES:
            if word.startswith(prefix) and word != prefix:
                yield word.removeprefix(prefix), _LOOSE


def _is_full_name(heading: str, folded: str) -> bool:
    """Whether a heading names the parts of a full name, in any order and any language."""
    is_one_word = heading.isalnum()  # then the pattern need not be compiled
    parts = [heading] if is_one_word else re.split(_BETWEEN, heading)
    words = [fold(part) for part in parts if part.strip()]
    if len(words) > 1:
        # `Vor- und Nachname`: the first part has its end with the last one
        ends = ["", *(words[-1][at:] for at in range(1, len(words[-1])))]
        words[0] = _without_prefix(words[0])
        found = [
            next((part for end in ends if (part := _part_of_name(word + end))), "")
            for word in words
        ]
        return set(found) - {"middle"} in _FULL_NAMES and len(found) <= _MOST_PARTS
    word = _without_prefix(folded)
    first, last = _PARTS_OF_NAME["first"], _PARTS_OF_NAME["last"]
    for at in range(1, len(word)):
        start, end = word[:at], word[at:]
        if (start in first and end in last) or (start in last and end in first):
            return True
    return False


def _part_of_name(word: str) -> str:
    """Which part of a name a folded heading is; nothing where it is none."""
    return next((part for part, words in _PARTS_OF_NAME.items() if word in words), "")


def _without_prefix(word: str) -> str:
    return next(
        (word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix)), word
    )


@lru_cache(maxsize=1 << 18)
def known_word(heading: str) -> tuple[str, float]:
    """The folded heading as some field knows it, and what is added to its rank.

    `(…)` after a heading, and `Employee` or `Worker` before one, count only where the heading is
    not known with them.
    """
    return next((form for form in _forms(heading) if form[0] in _KNOWN), (fold(heading), 0.0))


def rank_of(name: str, heading: str) -> float | None:
    """How well a heading means a field, 0 the best; None where it does not."""
    word, more = known_word(heading)
    rank = RANK[name].get(word)
    return None if rank is None else rank + more


def is_negated(name: str, heading: str) -> bool:
    """Whether a heading says the contrary of a field, as `Suspended` does of a status."""
    return name == "status" and known_word(heading)[0] in NEGATED_STATUSES


def is_field_word(word: str) -> bool:
    """Whether a folded heading means a field of a position."""
    return any(word in ranks for ranks in RANK.values())


def likely_fields(name: str) -> tuple[str, ...]:
    """The fields that a name of no field may mean: the one it is a heading of, else near ones."""
    word = fold(name)
    likely = next((field for field, ranks in RANK.items() if word in ranks), None)
    return (likely,) if likely else nearest_words(name, FIELDS)


def core_fields(cells: Iterable[str]) -> set[str]:
    """The fields that every table of positions has some of, by the headings in a row."""
    words = {known_word(cell)[0] for cell in cells}
    return {name for name in _CORE if not words.isdisjoint(RANK[name])}


def map_option(name: str, heading: str) -> str:
    """What to type so that a heading is a field, for help."""
    return f'--map {name}="{heading}"'


def list_headings(headings: Sequence[str]) -> str:
    """The headings in words, for help: as many as a line of advice can hold."""
    return f"the columns are {listed(headings, 20)}"


def list_fields(fields: Iterable[str]) -> str:
    """The fields that `--map` takes, in words, for help."""
    return f"the fields are {listed(sorted(fields))}"


def heading_help(name: str, heading: str, headings: Sequence[str]) -> str:
    """Help for `--map` with a heading that no column has: the likely one, or all there are."""
    near = tuple(
        map_option(name, near_heading) for near_heading in nearest_words(heading, headings)
    )
    return did_you_mean(near, list_headings(headings))
