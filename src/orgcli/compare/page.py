"""The page a comparison is written on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """What a format may use besides the comparison; those for machines and the web need none.

    width    cells of the terminal
    color    whether ANSI colours may be used
    sources  whether statements carry the marks of their works
    """

    width: int = 120
    color: bool = False
    sources: bool = True
