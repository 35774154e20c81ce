"""Characters that look like those of YAML and JSON, as word processors and web pages write them.

Quotes, dashes, colons and spaces of other kinds are text to a parser: what they were meant to be
is not there. They are named, with where they stand and what to type.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from orgcli.model.findings.finding import Finding
from orgcli.model.source.source import Source
from orgcli.model.text import shortened

_QUOTES = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u00ab\u00bb\u2033\uff02"
_STRAIGHT = "\"'"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d"
_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f"
    "\u205f\u2060\u3000\ufeff"
)
_COLONS = "\uff1a\ufe13\ufe55"
LOOK_ALIKES = f"{_QUOTES}{_DASHES}{_SPACES}{_COLONS}"
"""All of them."""
_ALL = frozenset(LOOK_ALIKES)
_LINES_ABOVE = 3
_LONGEST_LINE = 2000


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A scalar that a character of another kind changes: the finding, and the likely value.

    at        where the character stands in the scalar
    is_fatal  whether the structure of the file is another one than it seems
    """

    at: int
    value: str
    message: str
    help: str
    is_fatal: bool = False


@cache
def _item() -> re.Pattern[str]:
    return re.compile(rf"([{_DASHES}])[\s{_SPACES}]")


@cache
def _suspects() -> tuple[re.Pattern[str], ...]:
    """What stands wrong in a line of YAML that cannot be read: each pattern has one group."""
    return (
        re.compile(rf"[ -]*([{_SPACES}])"),
        re.compile(rf"[ ]*([{_DASHES}])[\s{_SPACES}]"),
        re.compile(rf"[ -]*[\w.-]{{1,60}}(?:([{_COLONS}])|:([{_SPACES}]))"),
        re.compile(rf"[^#]*?(?:: |- |[\[{{,] ?|^)([{_QUOTES}])"),
        re.compile(rf"[^\"]*\"[^\"{_QUOTES}]*([{_QUOTES}])"),
    )


def has_look_alikes(text: str) -> bool:
    """Whether a text holds any of these characters; most hold none."""
    return not (text.isascii() or _ALL.isdisjoint(text))


def look_alike(value: str, is_key: bool, begins_line: bool) -> LookAlike | str:
    """What is wrong with a scalar written without quotes; a value without odd spaces around.

    begins_line  whether nothing but spaces stands before it in its line
    """
    if is_key and value and value[0] in _SPACES:
        message = f"{_code_and_name(value[0])} in the indentation, where YAML needs spaces"
        return LookAlike(0, value, message, _SPACE_HELP, is_fatal=True)
    value = value.strip(_SPACES)
    if begins_line and _item().match(value):
        message = f"{_code_and_name(value[0])} is not the mark of a list"
        return LookAlike(0, value, message, _ITEM_HELP, is_fatal=True)
    if len(value) > 1 and value[0] in _QUOTES and value[-1] in _QUOTES + _STRAIGHT:
        inner = value[1:-1]
        if not any(quote in inner for quote in _QUOTES):
            message = f"the quotes around `{shortened(inner)}` are {_code_and_name(value[0])}"
            if value[-1] != value[0]:
                message += f" and {_code_and_name(value[-1])}"
            help = f'write `"{shortened(inner)}"` with the straight quote U+0022, or no quotes'
            return LookAlike(0, inner, message, help)
    return value


def suspect(source: Source, at: int, opened: int, language: str) -> Finding | None:
    """ORG001 at a character that makes a file unreadable, near where the parser gave up.

    at      where that is
    opened  where what it was reading began, such as a quote
    """
    if not has_look_alikes(source.text):
        return None
    if language == "JSON":
        return _stands(source, at, language) if source.text[at : at + 1] in _ALL else None
    last = source.line_column(at)[0]
    first = max(min(last - _LINES_ABOVE, source.line_column(opened)[0]), last - 50, 1)
    for line in range(last, first - 1, -1):
        text = source.line(line)[:_LONGEST_LINE]
        for pattern in _suspects():
            if match := pattern.match(text):
                at = source.line_start(line) + match.start(match.lastindex or 1)
                return _stands(source, at, language)
    return None


def _stands(source: Source, at: int, language: str) -> Finding:
    character = source.text[at]
    needed, help = _replacement(character)
    if language == "JSON" and character not in _SPACES + _QUOTES:
        needed = "another"
    message = f"not {language}: {_code_and_name(character)} stands where {needed} is needed"
    return Finding("ORG001", message, source.place(at, at + 1), help=help)


_SPACE_HELP = "type plain spaces (U+0020)"
_ITEM_HELP = "begin each item of a list with a hyphen and a space, `- `"


def _code_and_name(character: str) -> str:
    """A character by its code and its name: `U+201C (left double quotation mark)`."""
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X} ({name})" if name else f"U+{ord(character):04X}"


def _replacement(character: str) -> tuple[str, str]:
    """What is needed in the place of a character, and what to type."""
    if character in _SPACES:
        return "a space", _SPACE_HELP
    if character in _DASHES:
        return "`-`", _ITEM_HELP
    if character in _COLONS:
        return "`:`", "type a plain colon and a space, `: `"
    return '`"`', 'type the straight quote `"` (U+0022)'
