"""Text for the log of GitHub Actions, in which the runner finds no command.

The runner reads every line that a step prints. `::name ::value` at its beginning is a command, and
so is `##[name]value` anywhere in it; white space, and characters that cannot be seen, do not count.
One character of such a mark is spelled out: as the notation of the text does it, so that a document
has the same value for every parser, else as the escapes that stand for control characters.
"""

import re
from typing import Any, TextIO

_GAP = r"[^\x20-\x7e\r\n]*"
_COLON = re.compile(rf"((?:\A|[\r\n])[^\x21-\x7e\r\n]*):(?={_GAP}:{_GAP}[A-Za-z])")
_HASH = re.compile(rf"#(?={_GAP}#{_GAP}\[)")
_SPELLINGS = (("{", "\\u00{}"), ("[", "\\u00{}"), ("<", "&#x{};"), ("digraph ", "&#x{};"))
"""How a document spells a character by its code, by its beginning: JSON, XML and HTML, DOT."""
_USUAL = "\\x{}"


def harmless(text: str) -> str:
    """The text with the first character of every mark of a command spelled out."""
    begins = text[:100].lstrip()
    spelling = next((how for what, how in _SPELLINGS if begins.startswith(what)), _USUAL)
    colon, sharp = spelling.format("3a"), spelling.format("23")
    text = _COLON.sub(lambda match: match[1] + colon, text)
    return _HASH.sub(lambda _: sharp, text)


class HarmlessStream:
    """A stream of text that is harmless whatever is written to it, in whole lines."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write text; returns its length, as the stream would."""
        self._stream.write(harmless(text))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)
