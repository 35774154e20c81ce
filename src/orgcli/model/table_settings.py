"""How tables are to be read, as it is set in a configuration or an organisation file."""

import codecs
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal

from orgcli.model.likeness import nearest_words
from orgcli.model.source.marks import Before, Count, Within, WrongValue
from orgcli.model.source.scalar import Text, Texts, Whole
from orgcli.model.strict import IN_TOML

DateFormat = Literal["day-first", "month-first", "year-first"]

ENCODINGS = (
    "utf-8", "utf-16", "utf-32", "windows-1250", "windows-1251", "windows-1252", "windows-1253",
    "windows-1254", "iso-8859-1", "iso-8859-2", "iso-8859-15", "mac-roman", "shift-jis", "euc-jp",
    "gb18030", "big5", "euc-kr", "koi8-r",
)  # fmt: skip
"""Encodings of exports, by the names that are offered; every other one Python knows is taken."""
_NO_ENCODINGS = frozenset(
    {"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"}
)
"""What Python calls encodings and no file is in."""
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|", "space": " "}
"""Delimiters by the words that may stand for them."""
_OTHER_WORDS = {"pipe": "|", "\\t": "\t", "\t": "\t"}


def encoding_of(word: str) -> str | None:
    """The name that Python has for an encoding of texts; None where it knows none."""
    try:
        codec = codecs.lookup(word.strip())
    except (LookupError, ValueError):
        return None
    is_text = getattr(codec, "_is_text_encoding", True)
    return codec.name if is_text and codec.name not in _NO_ENCODINGS else None


def delimiter_of(word: str) -> str | None:
    """The character that a word stands for, or that it is; None where nothing can be parted by it.

    Letters, digits, quotes and line ends cannot part cells.
    """
    delimiter = {**DELIMITERS, **_OTHER_WORDS}.get(word.strip(" ").casefold())
    if delimiter or len(word) != 1:
        return delimiter
    return None if word.isalnum() or word in "\"'\r\n" or not word.isprintable() else word


def _encoding(word: object) -> object:
    if isinstance(word, str) and word and encoding_of(word) is None:
        near = nearest_words(word, ENCODINGS)
        raise WrongValue("encoding", "no encoding has this name", {"near": near})
    return encoding_of(word) if isinstance(word, str) and word else word


def _delimiter(word: object) -> object:
    if isinstance(word, str) and word and delimiter_of(word) is None:
        near = nearest_words(word, DELIMITERS)
        raise WrongValue("delimiter", "expected one character", {"near": near})
    return delimiter_of(word) if isinstance(word, str) and word else word


_MOST_SKIPPED = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSettings:
    """How to read the columns and cells of tables."""

    __pydantic_config__: ClassVar = IN_TOML

    map: dict[str, str] = field(default_factory=dict)
    """Headings of columns by the field that they are: `id = "Employee ID"`."""
    root_token: Text | None = None
    """The word in the manager column that means no manager."""
    encoding: Annotated[Text | None, Before(_encoding)] = None
    """The encoding of texts that are not UTF-8, as windows-1252."""
    delimiter: Annotated[Text | None, Before(_delimiter)] = None
    """What stands between cells: one character, or comma, semicolon, tab or bar."""
    sheet: Text | None = None
    """The name of the sheet of a spreadsheet."""
    date_format: DateFormat | None = None
    """The order of day, month and year in dates."""
    skip: Annotated[Whole, Within(0, _MOST_SKIPPED)] | None = None
    """How many lines stand above the headings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfiguredTables(TableSettings):
    """How to read some tables: `[[tables]]`; the first that fits a file holds for it."""

    __pydantic_config__: ClassVar = IN_TOML

    files: Annotated[Texts, Count(1)]
    """Globs of the files, relative to this one."""
    title: Text | None = None
    """The name of the organisation in the tables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncludedTables(TableSettings):
    """Tables that are part of an organisation, and how to read them."""

    __pydantic_config__: ClassVar = IN_TOML

    files: Annotated[Texts, Count(1)]
    """Files to include, as globs relative to this one; only in its folder or below."""
