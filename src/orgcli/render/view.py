"""The page something is written on, and the words it is written in."""

from dataclasses import dataclass, field

from orgcli.language.en import WORDS
from orgcli.language.words import Words


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
