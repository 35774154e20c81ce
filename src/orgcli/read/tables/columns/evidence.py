"""What the cells of a table say: which columns are ids, and whom managers are named by."""

from collections import Counter
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain, islice, product

from orgcli.read.tables.column import changed, counts, different, look_of, stripped, texts_of
from orgcli.read.tables.grid import Cells, Table
from orgcli.read.tables.people.manager_forms import (
    bare_name,
    forms,
    is_path,
    name_key,
    path_key,
    unquoted,
    words_key,
)
from orgcli.read.tables.people.placeholders import NOTHING, TOP_WORDS, is_placeholder

_MOST_NAMED = 5000
"""Different managers that are looked up to judge a column; of more, the first ones."""
_NEARLY_UNIQUE = 0.8
"""The least share of different cells in ids that repeat, where job shares may be the reason."""

_QUOTES = frozenset("='\"")

Holds = Callable[[str], bool]
"""Whether a manager's text names somebody."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cells of managers name somebody."""

    matched: int = 0
    total: int = 0

    @property
    def is_most(self) -> bool:
        """Nearly all: of few, one may be missing."""
        missed = self.total - self.matched
        return self.matched > missed and missed <= max(1, self.total // 10)

    @property
    def is_few(self) -> bool:
        """Less than half."""
        return 2 * self.matched < self.total

    def __str__(self) -> str:
        return f"{self.matched:,} of {self.total:,} cells"


NO_TALLY = Tally()


@dataclass(frozen=True, slots=True)
class Values:
    """The cells of a column that may be ids; words for nobody and placeholders are none.

    is_unique    whether they all differ
    is_complete  whether no cell is without one
    """

    different: AbstractSet[str]
    filled: int
    is_unique: bool
    is_complete: bool

    @property
    def may_repeat(self) -> bool:
        """Whether so few repeat that those may be job shares."""
        return len(self.different) >= _NEARLY_UNIQUE * self.filled

    def holds(self, text: str) -> bool:
        """Whether a manager's text is one of them, or has one beside something else."""
        if text in self.different or (is_path(text) and path_key(text) in self._paths):
            return True
        return any(form in self.different for form in forms(text))

    @property
    def _paths(self) -> frozenset[str]:
        return frozenset(path_key(cell) for cell in self.different if is_path(cell))


@dataclass(frozen=True, eq=False)
class Evidence:
    """The columns of a table, looked at as ids and as managers; each is looked at once."""

    table: Table
    _values: dict[int, Values] = field(default_factory=dict)
    _people: "dict[tuple[str, int], HolderNames | HolderAddresses]" = field(default_factory=dict)

    def values(self, column: int) -> Values:
        """The cells of a column as ids."""
        if column not in self._values:
            self._values[column] = _values_of(clean_ids(self.table.columns[column]))
        return self._values[column]

    def named_by(self, name: str, cells: Cells) -> Holds:
        """Whether a text names one of the people whose names or addresses are the cells of a field.

        name  the field: `email`, or one that holds names
        """
        people = self._people.get((name, id(cells)))
        if people is None:
            people = HolderAddresses(cells) if name == "email" else HolderNames(cells)
            self._people[name, id(cells)] = people  # it keeps the cells, whose id stays theirs
        return people.holds

    def tally(self, mentions: Mapping[str, int], holds: Holds) -> Tally:
        """How many of some cells of managers name somebody."""
        return Tally(
            sum(count for text, count in mentions.items() if holds(text)), sum(mentions.values())
        )


def clean_ids(cells: Cells) -> Cells:
    """Ids without white space around and without what Excel puts round numbers that are text."""
    plain = stripped(cells)
    return plain if _QUOTES.isdisjoint(look_of(plain).signs) else changed(plain, unquoted)


def _values_of(cells: Cells) -> Values:
    texts = different(cells)
    none = {text for text in _words_for_nothing() if text in texts}
    if len(texts) < len(cells):
        times = counts(cells)
        none |= {cell for cell, count in times.items() if count > 1 and is_placeholder(cell)}
        filled = len(cells) - sum(times[cell] for cell in none)
    else:
        none.discard("0")  # a column that counts from 0
        filled = len(cells) - len(none)
    texts = texts - none if none else texts
    is_complete = filled == len(cells) and filled > 0
    return Values(texts, filled, len(texts) == filled, is_complete)


@cache
def _words_for_nothing() -> frozenset[str]:
    """Those of `NOTHING` in small letters and capitals in any mixture, and no text at all.

    A column may have a million texts: to look for these in it is quicker than to look at each.
    """
    letters = (zip(word, word.upper(), strict=True) for word in NOTHING)
    return frozenset(map("".join, chain.from_iterable(product(*letter) for letter in letters))) | {
        ""
    }


def mentions_in(cells: Cells, root: str = "") -> Counter[str]:
    """The texts of managers with how often each stands there; no words for nobody.

    root  the word, in small letters, that means nobody besides
    """
    mentions: Counter[str] = Counter()
    for text, count in islice(counts(cells).items(), _MOST_NAMED + len(NOTHING)):
        word = text.strip().casefold()
        if word and word not in NOTHING and word not in TOP_WORDS and word != root:
            mentions[text.strip()] += count
    return mentions


@dataclass(frozen=True, eq=False)
class HolderNames:
    """The names of some people; they are looked through only as far as a text needs it."""

    names: Cells

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(name_key(name) for name in texts_of(self.names) if name)

    @cached_property
    def _words(self) -> frozenset[str]:
        names = texts_of(self.names)
        return frozenset(map(words_key, chain(names, map(bare_name, names)))) - {""}

    def holds(self, text: str) -> bool:
        """Whether a text is or has the name of one of them, in any order of its words."""
        texts = (text, *forms(text))
        return any(name_key(form) in self._keys for form in texts) or any(
            words_key(form) in self._words for form in texts
        )


@dataclass(frozen=True, eq=False)
class HolderAddresses:
    """The e-mail addresses of some people."""

    addresses: Cells

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(map(str.casefold, texts_of(self.addresses))) - {""}

    def holds(self, text: str) -> bool:
        """Whether a text is or has one of them."""
        return any(form.casefold() in self._keys for form in (text, *forms(text)) if "@" in form)
