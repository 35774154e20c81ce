"""A small file as people have it, and how it must be read."""

from typing import NamedTuple


class Export(NamedTuple):
    """A file, by its ending, and how it must be read.

    Of a line `Ben < Ada` Ben reports to Ada; `Ada` alone is at the top. Positions are called by
    their holder, else their title.

    lines   who reports to whom; None where that cannot be told and must be said
    said    what validation must say
    closed  who is not there any more
    """

    name: str
    ending: str
    content: str | bytes
    lines: tuple[str, ...] | None
    said: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
