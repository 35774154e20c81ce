"""The width, colours and language of an output."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from orgcli.language.en import WORDS
from orgcli.language.words import Words
from orgcli.model.request.flag import HelpfulError

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Page:
    """What a format may use besides what it shows; those for machines and the web need little.

    width    cells of the terminal
    color    whether ANSI colours may be used
    sources  None: statements carry the marks of their works; True: also ids, and the works in
             full below; False: neither
    words    the program's own words in the language chosen
    """

    width: int = 120
    color: bool = False
    sources: bool | None = None
    words: Words = field(default=WORDS)


class ResultError(HelpfulError):
    """A value cannot be written in a format; `help` says what to do, where that is known."""


class PictureResult(Protocol):
    """A result that is no text: its bytes, and what its reader should know, one line each."""

    @property
    def data(self) -> bytes:
        """The file."""

    @property
    def notes(self) -> tuple[str, ...]:
        """Such as letters that no font has."""


PageResult = str | bytes | PictureResult
"""What a format writes: text, a file's bytes, or these with notes."""


ResultWriter = Callable[[Value, Page], PageResult]
"""What every format is that writes a value as text or as a file."""
PageWriter = Callable[[Value, Page], str]
"""What every format is that writes a value on a page, as text."""
