"""What a chart is to be: the flags of `orgcli chart` over `[chart]` of the configuration."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from orgcli.cli.chart.conflicts import DRAWN, refuse_flags
from orgcli.cli.inputs import STDIN
from orgcli.cli.output import fail, one_of

if TYPE_CHECKING:
    from orgcli.chart.request import Appearance, Paper, Selection
    from orgcli.read.config import Config

STDOUT = "-"
_LARGEST_NAME = 1_000
"""Points that --min-font may ask for."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Style:
    """How a chart is drawn: the flags for which `[chart]` has keys too; None is not said."""

    format: str | None = None
    page: str | None = None
    orientation: str | None = None
    min_font: float | None = None
    top_layers: int | None = None
    leaves_first: bool | None = None
    dotted: str | None = None
    dpi: int | None = None
    color_by: str | None = None
    fields: Sequence[str] | None = None
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class Flags:
    """The flags of one command line, as they were typed; None is not said."""

    style: Style
    selection: Selection
    output: str | None = None
    title: str | None = None
    engine: str = "bundled"
    book: bool | None = None
    book_dir: str | None = None
    lang: str | None = None
    watch: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """One chart as it was asked for, with nothing left to find out.

    target    the file that is written, or `-`; the folder of the pages where `apart` is true
    language  tag of the language that the chart's own words are in
    """

    target: str
    apart: bool
    format: str
    title: str | None
    engine: str
    language: str
    selection: Selection
    appearance: Appearance
    paper: Paper


def selection_of(
    root: str | None, depth: int | None, chain: str | None, as_of: str | None, show_closed: bool
) -> Selection:
    """Which positions were asked for; leaves with exit code 2 where a day is none."""
    from orgcli.chart.request import Selection

    return Selection(root, depth, chain, _day(as_of), show_closed)


def words_of_keys() -> Mapping[str, Sequence[str]]:
    """What the keys of `[chart]`, and the flags of the same names, take a word of."""
    from orgcli.chart.deck.card_fields import FIELDS
    from orgcli.chart.deck.coloring import COLOR_BY
    from orgcli.chart.formats import FORMATS
    from orgcli.chart.paper.themes import THEMES
    from orgcli.chart.request import DOTTED, ORIENTATIONS

    return {
        "format": tuple(FORMATS),
        "orientation": ORIENTATIONS,
        "dotted": DOTTED,
        "color-by": tuple(COLOR_BY),
        "fields": tuple(FIELDS),
        "theme": tuple(THEMES),
    }


def asked(flags: Flags, paths: Sequence[str], config: Config) -> Asked:
    """The chart that flags and configuration ask for; the flags win.

    Leaves with exit code 2 where a word is not known, or flags cannot be meant together.
    """
    from orgcli.chart.graphviz.engine import ENGINES
    from orgcli.cli.language import language_of

    one_of("--engine", flags.engine, ENGINES)
    style = _overlaid(flags.style, config)
    format, target = _where(flags, style, paths)
    refuse_flags(flags, style.page, format, target, STDIN in paths)
    apart = flags.book_dir is not None
    return Asked(
        target, apart, format, flags.title, flags.engine, language_of(flags.lang, config),
        flags.selection, _appearance(style), _paper(style, flags, format),
    )  # fmt: skip


def _overlaid(said: Style, config: Config) -> Style:
    """What the flags say, and where they say nothing the configuration; all judged."""
    words = words_of_keys()
    whole = {}
    for one in fields(Style):
        key, value = one.name.replace("_", "-"), getattr(said, one.name)
        where = f"--{key}"
        if value is None:
            value, where = getattr(config.settings.chart, one.name), f"{config.file}: [chart] {key}"
        if value in (None, ()):
            continue
        if key in words:
            for word in [value] if isinstance(value, str) else value:
                one_of(where, word, words[key])
        whole[one.name] = value
        _judge(where, key, value)
    return Style(**whole)


def _judge(where: str, key: str, value: object) -> None:
    """Leave where a page or a size of names is none."""
    if key == "min-font" and not (isinstance(value, int | float) and 0 < value <= _LARGEST_NAME):
        fail(f"{where} cannot be {value}", "write a size in points, such as 7")
    if key == "page":
        from orgcli.chart.paper.page_sizes import NoSuchPage, page_of

        try:
            page_of(str(value))
        except NoSuchPage as error:
            fail(f"{where}: {error}", error.help)


def _where(flags: Flags, style: Style, paths: Sequence[str]) -> tuple[str, str]:
    """The format, and where the chart goes: the file named, else one named after what is drawn.

    A format without files of its own, such as the tree for a terminal, goes to stdout.
    """
    from orgcli.chart.formats import ENDINGS

    if flags.book_dir is not None:
        return flags.style.format or "svg", flags.book_dir
    if flags.output not in (None, STDOUT):
        return flags.style.format or _by_ending(str(flags.output), ENDINGS), str(flags.output)
    # A book is one file in one format alone.
    usual = "pdf" if flags.book and not flags.style.format else style.format
    format = usual or "svg"
    first = paths[0] if paths else "org"
    ending = next((end for end, name in ENDINGS.items() if name == format), None)
    if flags.output is not None or first == STDIN or ending is None:
        return format, STDOUT
    here = Path(os.path.realpath(first))
    return format, f"{here.name if here.is_dir() else here.stem}{ending}"


def _by_ending(target: str, endings: Mapping[str, str]) -> str:
    """The format that the name of a file asks for."""
    name = Path(target).name.lower()
    found = next((end for end in sorted(endings, key=len, reverse=True) if name.endswith(end)), "")
    if not found:
        listed = ", ".join(endings)
        fail(f"`{target}` does not say which format it is", f"end it in {listed}, or add --format")
    return endings[found]


def _appearance(style: Style) -> Appearance:
    from orgcli.chart.request import USUAL, Appearance

    return Appearance(
        style.color_by or USUAL.color_by,
        tuple(dict.fromkeys(style.fields or USUAL.fields)),
        style.theme or USUAL.theme,
    )


def _paper(style: Style, flags: Flags, format: str) -> Paper:
    """The paper, where the format has any; what `[chart]` says of other formats is not for this."""
    from orgcli.chart.request import NO_PAPER, Paper

    if format not in DRAWN:
        return NO_PAPER
    return Paper(
        page=style.page,
        orientation=style.orientation or NO_PAPER.orientation,
        min_font=_or(style.min_font, NO_PAPER.min_font),
        top_layers=_or(style.top_layers, NO_PAPER.top_layers),
        leaves_first=_or(style.leaves_first, NO_PAPER.leaves_first),
        book=flags.book,
        dpi=style.dpi if format == "png" else None,
        dotted=style.dotted or NO_PAPER.dotted,
    )


def _or(said: _T | None, usual: _T) -> _T:
    return usual if said is None else said


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    # Python also reads 20270101 and 2027-W01-1, which other days of a file may not be.
    if day is None or day.isoformat() != text:
        fail(f"--as-of cannot be `{text}`", "write a day as 2027-01-31")
    return day
