"""Flags of `orgcli chart` that cannot be meant together, or that a format has no use for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from orgcli.cli.output import fail

if TYPE_CHECKING:
    from orgcli.cli.chart.request import Flags

PAGED = ("svg", "png", "pdf", "dot")
"""Formats that are drawn on a page."""
DRAWN = (*PAGED, "html")
"""Formats that are laid out; the others are text."""
_BOUND = ("pdf",)
"""Formats of which a file holds a whole book."""


def refuse_flags(flags: Flags, page: str | None, format: str, target: str, stdin: bool) -> None:
    """Leave with exit code 2 where a flag would do nothing, or two contradict each other.

    page    the one to be drawn on, said by a flag or by the configuration
    target  the file that is written, or `-`
    Only flags are refused: what the configuration says holds for the formats that it suits.
    """
    if flags.book_dir is not None:
        _refuse_apart(flags, format)
    for flag, formats in _with_formats(flags):
        if format not in formats:
            fail(f"{flag} means nothing for {format}",
                 f"leave it out, or write {', '.join(formats)}")  # fmt: skip
    if flags.book and format not in _BOUND and flags.book_dir is None:
        fail(f"a book is several pages, and a file of {format} holds one",
             "write -f pdf, or name a folder for the pages with --book-dir")  # fmt: skip
    _refuse_without_page(flags, page, format)
    _refuse_lasting(flags, target, stdin)


def _refuse_apart(flags: Flags, format: str) -> None:
    from orgcli.chart.book.book_files import APART

    if flags.output is not None:
        fail("--book-dir says where the pages go, and -o too", "leave out one of them")
    if flags.book is False:
        fail("--book-dir is for a book, and --no-book for one page", "leave out one of them")
    if format not in APART:
        fail(f"pages of {format} are not written as files of their own",
             "leave out -f for svg, or write -f png")  # fmt: skip


def _with_formats(flags: Flags) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The flags given that do not suit every format, with the formats that each suits."""
    style = flags.style
    for flag, said, formats in (
        ("--page", style.page, PAGED),
        ("--orientation", style.orientation, PAGED),
        ("--min-font", style.min_font, PAGED),
        ("--no-book", None if flags.book else flags.book, _BOUND),
        ("--dotted", style.dotted, PAGED),
        ("--top-layers", style.top_layers, DRAWN),
        ("--leaves-first", style.leaves_first, DRAWN),
        ("--theme", style.theme, DRAWN),
        ("--dpi", style.dpi, ("png",)),
    ):
        if said is not None:
            yield flag, formats


def _refuse_without_page(flags: Flags, page: str | None, format: str) -> None:
    """A book has a usual page; one picture has none, where none is named."""
    if page is None and (format in _BOUND or flags.book_dir is not None):
        return
    if page is not None and page.strip().casefold() != "none":
        return
    for flag, said in (
        ("--orientation", flags.style.orientation),
        ("--min-font", flags.style.min_font),
        ("--book", flags.book or None),
        ("--book-dir", flags.book_dir),
    ):
        if said is not None:
            fail(f"{flag} is about a page, and there is none", "add --page a4, or leave it out")


def _refuse_lasting(flags: Flags, target: str, stdin: bool) -> None:
    if flags.watch and stdin:
        fail("--watch cannot see standard input change", "name a file or a folder")
    for flag, wanted in (("--watch", flags.watch), ("--open", flags.open)):
        if wanted and target == "-":
            fail(f"{flag} needs a file, and this chart goes to stdout", "name one with -o")
