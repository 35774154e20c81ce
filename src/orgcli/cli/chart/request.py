"""Merges the flags of `orgcli chart` with `[chart]` of the configuration."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from orgcli.chart.formats import FORMATS, USUAL_FORMAT, format_by_ending
from orgcli.chart.request_checks import judged
from orgcli.cli.inputs import Inputs
from orgcli.cli.language import requested_language
from orgcli.cli.options import flag_name, language_flag
from orgcli.cli.output import fail, refusing
from orgcli.language.tags import ENGLISH, from_environment
from orgcli.model.request.chart_request import ChartRequest, stated
from orgcli.model.request.flag import Flag, flags_of
from orgcli.read.syntax.paths import STDIN

if TYPE_CHECKING:
    from orgcli.read.config import Config

STDOUT = "-"
_FLAGS_OF_THE_TARGET = {"separate_pages": "--book-dir", "language": "--lang"}
"""The fields of a request that follow from a flag of ChartTarget -> that flag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartTarget:
    """Where a chart goes, and what is done with it then."""

    output: Annotated[
        str | None,
        Flag("Output file; its ending decides the format; - for stdout.", "FILE", short="-o"),
    ] = None
    book_dir: Annotated[
        str | None, Flag("Write each page as a file: SVG, or PNG with -f png.", "DIR")
    ] = None
    lang: Annotated[str | None, language_flag("English")] = None
    watch: Annotated[bool, Flag("Draw again after every change of a file, until Ctrl-C.")] = False
    strict: Annotated[bool, Flag("Write nothing and exit with 1 where there are errors.")] = False
    show_columns: Annotated[
        bool, Flag("Show what became of each column of a table, on stderr.", name="columns")
    ] = False
    open: Annotated[bool, Flag("Open the result in the default viewer.")] = False


@dataclass(frozen=True, slots=True)
class ChartFlags:
    """The flags of one command line: those of the chart that were typed, and where it goes."""

    typed: Mapping[str, object]
    target: ChartTarget


@dataclass(frozen=True, slots=True)
class ChartJob:
    """One chart to draw: its request, and the file or folder it is written to, or `-`.

    is_named         whether the command line names it; else its name is that of what is drawn
    locale_language  the tag of the language of the locale, where nothing else sets a language
    strict           whether nothing is written where there are errors
    show_columns     whether all columns of tables are shown
    """

    request: ChartRequest
    target: str
    is_named: bool = True
    locale_language: str | None = None
    strict: bool = False
    show_columns: bool = False


def chart_job(flags: ChartFlags, inputs: Inputs, config: Config) -> ChartJob:
    """The chart of the flags and the configuration; the flags win.

    Leaves with exit code 2 where a word is not known, or flags exclude each other.
    """
    typed, target = flags.typed, flags.target
    style = config.settings.chart_style
    format, path = _format_and_path(flags, style.format, inputs)
    where = partial(_where, typed, config)
    language = requested_language(target.lang, config)
    configured = {name: getattr(style, name) for name in flags_of(type(style))}
    values = {
        **configured,
        **typed,
        "format": format,
        "language": language or ENGLISH,
        "separate_pages": target.book_dir is not None,
    }
    request = ChartRequest(**values)
    chosen = frozenset(typed) | {"separate_pages"} & stated(request)
    with refusing():
        request = judged(request, where, chosen)
    _refuse_lasting(target, path, STDIN in inputs.paths)
    is_named = target.output is not None or target.book_dir is not None
    locale_language = None if language else from_environment(os.environ)
    return ChartJob(request, path, is_named, locale_language, target.strict, target.show_columns)


def _where(typed: Mapping[str, object], config: Config, name: str) -> str:
    """How the user wrote a field: as a flag, else in the configuration."""
    if name in _FLAGS_OF_THE_TARGET:
        return _FLAGS_OF_THE_TARGET[name]
    flag, _ = flags_of(ChartRequest)[name]
    spelling = flag_name(name, flag)
    if typed.get(name) is False:
        spelling = f"--no-{spelling[2:]}"
    return spelling if name in typed else f"{config.file}: [chart] {name.replace('_', '-')}"


def _format_and_path(flags: ChartFlags, configured: str | None, inputs: Inputs) -> tuple[str, str]:
    """The format, and where the chart goes: the file named, else one named after what is drawn.

    A format without files of its own, such as the tree for a terminal, goes to stdout.
    """
    typed, target = flags.typed, flags.target
    format = typed.get("format")
    if target.book_dir is not None:
        if target.output is not None:
            fail("--book-dir says where the pages go, and -o too", "leave out one of them")
        return str(format or USUAL_FORMAT), target.book_dir
    if target.output not in (None, STDOUT):
        return str(format or _by_ending(str(target.output))), str(target.output)
    # A book is one file in one format alone.
    usual = "pdf" if typed.get("book") and not format else format or configured
    name = str(usual or USUAL_FORMAT)
    first = inputs.paths[0] if inputs.paths else "org"
    endings = FORMATS[name].endings if name in FORMATS else ()
    if target.output is not None or first == STDIN or not endings:
        return name, STDOUT
    here = Path(os.path.realpath(first))
    stem = here.name if here.is_dir() else here.stem
    if inputs.plan is not None:
        stem += "-" + re.sub(r"[^\w-]+", "-", Path(inputs.plan).stem)
    return name, f"{stem}{endings[0]}"


def _by_ending(path: str) -> str:
    """The format for the ending of a file."""
    format = format_by_ending(path)
    if format is None:
        listed = ", ".join(ending for row in FORMATS.values() for ending in row.endings)
        fail(f"`{path}` does not say which format it is", f"end it in {listed}, or add --format")
    return format


def _refuse_lasting(target: ChartTarget, path: str, stdin: bool) -> None:
    if target.watch and stdin:
        fail("--watch cannot see standard input change", "name a file or a folder")
    for flag, is_on in (("--watch", target.watch), ("--open", target.open)):
        if is_on and path == STDOUT:
            fail(f"{flag} needs a file, and this chart goes to stdout", "name one with -o")
