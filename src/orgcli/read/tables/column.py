"""A column of a table, with what is found out about its cells once for all who ask.

Many things are tested of each column: whether a cell has white space around it, which texts
differ, whether a mark stands in any of them. To look at a million cells for each takes longer
than to read them; of a column that repeats its texts, each text is looked at once.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from operator import eq

from orgcli.read.tables.grid import Cells

_FIRST = 1000
"""Cells that are looked at to know whether a column repeats its texts."""
_AT_ONCE = 2000
BREAKS = "\n\r\v\x85\u2028\u2029"
MARKS = "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
"""Characters without a width that say the direction of text, or nothing."""
_SIGNS = ("#", "=", ";", "'", '"', "\t", "\f", "\n", "\r", "\v")
_ODD_SIGNS = (*BREAKS[3:], *MARKS)
"""Those that no ASCII text has."""
_ODD_LEADS = frozenset(sign.encode()[:1] for sign in _ODD_SIGNS)
"""With which they begin in UTF-8: to look for one byte is quicker, and few texts have any."""
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf]")


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """What stands in a column.

    signs        which of some signs do: `#`, `Err:`, `=`, `;`, quotes, odd white space
    is_stripped  whether no text has white space around it
    is_ascii     whether all is ASCII
    is_sound     whether a file can hold it: half a character is none
    """

    signs: frozenset[str]
    is_stripped: bool
    is_ascii: bool
    is_sound: bool


class TableColumn(list[str]):
    """The cells of a column, which stay as they are once something was computed of them.

    few  the different texts, each with itself, in the order in which they first stand; None where
         they are not known, for most cells of most columns that repeat nothing would be in it
    """

    few: dict[str, str] | None = None

    @cached_property
    def different(self) -> AbstractSet[str]:
        """The different texts."""
        return frozenset(self) if self.few is None else self.few.keys()

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each text stands in it, in the same order."""
        return Counter(self)

    def forget(self) -> None:
        """Let go of the texts and counts, which take as much memory as the cells do."""
        self.__dict__.pop("different", None)
        self.__dict__.pop("counts", None)

    @cached_property
    def look(self) -> "ColumnLook":
        """What stands in it; all is tested of some cells while a processor has them at hand."""
        texts: Sequence[str] = self if self.few is None else [*self.few]
        signs: set[str] = set()
        is_stripped = is_ascii = is_sound = True
        for start in range(0, len(texts), _AT_ONCE):
            some = texts[start : start + _AT_ONCE]
            is_stripped = is_stripped and list(map(str.strip, some)) == some
            text = "".join(some)  # one search in it is quicker than one in each cell
            signs.update(sign for sign in _SIGNS if sign in text)
            if ":" in text and "Err:" in text:
                signs.add("Err:")
            if not text.isascii():
                raw = text.encode(errors="surrogatepass")
                is_ascii, is_sound = False, is_sound and _SURROGATE.search(raw) is None
                if any(lead in raw for lead in _ODD_LEADS):
                    signs.update(sign for sign in _ODD_SIGNS if sign in text)
        return ColumnLook(frozenset(signs), is_stripped, is_ascii, is_sound)


def as_column(cells: Cells) -> TableColumn:
    """A column of some cells; its different texts are known where the first cells repeat some."""
    if isinstance(cells, TableColumn):
        return cells
    column = TableColumn(cells)
    if repeats_texts(column[:_FIRST]):
        column.few = dict(zip(column, column, strict=True))
    return column


def repeats_texts(cells: Sequence[str]) -> bool:
    """Whether texts of a column repeat each other so that it is worth while to know them."""
    return 2 * len(set(cells)) <= len(cells)


def texts_of(cells: Cells) -> Collection[str]:
    """Each text of a column at least once, in the order in which they first stand."""
    return cells.few.keys() if isinstance(cells, TableColumn) and cells.few is not None else cells


def text_of(cells: Cells) -> str:
    """The texts of a column in one: a search in it is quicker than one in each cell."""
    return "".join(texts_of(cells))


def different(cells: Cells) -> AbstractSet[str]:
    """The different texts of a column."""
    return cells.different if isinstance(cells, TableColumn) else frozenset(cells)


def counts(cells: Cells) -> Mapping[str, int]:
    """How often each text stands in a column, in the same order."""
    return cells.counts if isinstance(cells, TableColumn) else Counter(cells)


def look_of(cells: Cells) -> ColumnLook:
    """What stands in a column."""
    return (cells if isinstance(cells, TableColumn) else TableColumn(cells)).look


def is_blank(cells: Cells) -> bool:
    """Whether a column has nothing but white space."""
    return not any(map(str.strip, texts_of(cells)))


def rows_with(cells: Cells, texts: AbstractSet[str]) -> list[int]:
    """The rows, in order, whose cells are one of some texts."""
    return [row for row, cell in enumerate(cells) if cell in texts] if texts else []


def filled_rows(cells: Cells) -> list[int]:
    """The rows, in order, whose cells are not empty."""
    return [row for row, cell in enumerate(cells) if cell]


def without(cells: Cells, rows: Collection[int]) -> Cells:
    """A column with the cells of some rows made empty."""
    column = TableColumn(cells)
    for row in rows:
        column[row] = ""
    if texts_of(cells) is not cells:
        column.few = dict(zip(column, column, strict=True))
    return column


def selected(cells: Cells, are_kept: Iterable[bool]) -> Cells:
    """The cells of some rows alone."""
    column = TableColumn(compress(cells, are_kept))
    if texts_of(cells) is not cells:
        column.few = dict(zip(column, column, strict=True))
    return column


def stripped(cells: Cells) -> Cells:
    """The cells without white space around them; the same value where none has any."""
    return cells if look_of(cells).is_stripped else changed(cells, str.strip)


def changed(cells: Cells, change: Callable[[str], str]) -> Cells:
    """A column whose cells are each what becomes of one of another column."""
    if texts_of(cells) is cells:
        return TableColumn(map(change, cells))
    return replaced(cells, {text: change(text) for text in texts_of(cells)})


def replaced(cells: Cells, texts: Mapping[str, str]) -> Cells:
    """A column with other texts in the place of some; the same value where none stands in it."""
    if all(map(eq, texts, texts.values())):
        return cells
    if not isinstance(cells, TableColumn) or cells.few is None:
        return TableColumn(map(texts.get, cells, cells))
    few = {text: texts.get(text, text) for text in cells.few}
    if all(map(eq, few, few.values())):
        return cells
    column = TableColumn(map(few.__getitem__, cells))
    column.few = {text: text for text in few.values()}
    return column
