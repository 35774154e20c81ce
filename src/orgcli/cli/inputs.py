"""Shared arguments of commands (paths, column maps, configuration), and reading them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from orgcli import __version__
from orgcli.cli.options import flag_name
from orgcli.cli.output import fail, refusing
from orgcli.model.globs import BadGlob, placed
from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.model.request.flag import Flag, flags_of
from orgcli.model.settings import Settings
from orgcli.model.text import listed, quoted
from orgcli.read.config import Config, find_config, read_config
from orgcli.read.entries import TableOptions
from orgcli.read.syntax.paths import STDIN

_TABLE_SETTINGS = "orgcli.model.table_settings"
FORMATS = ("uk-organogram",)
"""What `--from` takes."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Inputs:
    """The arguments on what to read, as they were typed.

    exclude      globs of what is left out of folders, relative to the current one
    allow_empty  whether nothing to read is an empty project instead of exit code 3
    plan         the plan that is read as well, by its name or file
    in_project   whether standard input alone stands for the file it is called, in its project
    """

    paths: Annotated[
        tuple[str, ...], Flag("Files, folders, or - for stdin.", "PATHS", argument=True)
    ] = ()
    columns: Annotated[
        tuple[str, ...],
        Flag("Use the column HEADING for FIELD. Repeatable.", "FIELD=HEADING", name="map"),
    ] = ()
    root_token: Annotated[
        str | None, Flag("Word in the manager column that means no manager.", "WORD")
    ] = None
    source: Annotated[
        str | None,
        Flag("Kind of tables: {choices}.", "NAME", name="from", choices=f"{__name__}:FORMATS"),
    ] = None
    encoding: Annotated[
        str | None,
        Flag(
            "Encoding of tables that are not in UTF-8.",
            "NAME",
            choices=f"{_TABLE_SETTINGS}:ENCODINGS",
            open=True,
        ),
    ] = None
    delimiter: Annotated[
        str | None,
        Flag(
            "Character between cells: itself, {choices}.",
            "CHAR",
            choices=f"{_TABLE_SETTINGS}:DELIMITERS",
            open=True,
        ),
    ] = None
    sheet: Annotated[str | None, Flag("Sheet of a spreadsheet to read.", "NAME")] = None
    date_format: Annotated[
        str | None,
        Flag("Order of dates: {choices}.", "ORDER", choices="orgcli.read.entries:DATE_FORMATS"),
    ] = None
    skip: Annotated[
        int | None, Flag("Number of lines above the headings.", "N", minimum=0, maximum=1_000_000)
    ] = None
    stdin_filename: Annotated[str | None, Flag("File name of the text on stdin.", "NAME")] = None
    config: Annotated[str | None, Flag("Use this configuration file.", "FILE")] = None
    isolated: Annotated[bool, Flag("Use no configuration file.")] = False
    exclude: Sequence[str] = ()
    allow_empty: bool = False
    plan: str | None = None
    in_project: bool = False

    @property
    def has_table_options(self) -> bool:
        """Whether flags set how tables are read."""
        one_by_one = (self.root_token, self.source, self.encoding, self.delimiter, self.sheet)
        others = (self.date_format, self.skip)
        return bool(self.columns) or any(option is not None for option in (*one_by_one, *others))

    @property
    def words(self) -> Sequence[str]:
        """The paths, and the flags that were typed, as words of a command line."""
        typed = list(self.paths)
        for name, (flag, _) in flags_of(Inputs).items():
            value = getattr(self, name)
            if flag.argument or value in (None, False, ()):
                continue
            for item in value if isinstance(value, tuple) else (value,):
                typed += [flag_name(name, flag), *([] if item is True else [str(item)])]
        return typed

    @property
    def unsaved(self) -> str | None:
        """The name of the file that standard input is the text of; None where it is no file's."""
        alone = self.in_project and not self.source and list(self.paths) == [STDIN]
        return self.stdin_filename if alone else None


def excluding(inputs: Inputs, config: Config) -> Settings:
    """The settings with the globs that are typed here besides theirs, all of them placed."""
    here = Path.cwd().as_posix()
    if not all(glob.strip() for glob in inputs.exclude):
        fail("--exclude names nothing", "write --exclude 'old/*', or leave it out")
    try:
        typed = [placed(here, glob) for glob in inputs.exclude]
    except BadGlob as error:
        fail(f"--exclude: {error}")
    return replace(config.settings, exclude=(*config.settings.exclude, *typed))


def table_options(inputs: Inputs) -> TableOptions:
    """How tables are read by the flags; exit code 2 where one has a wrong value."""
    pairs = []
    for column in inputs.columns:
        field, equals, heading = column.partition("=")
        if not equals or not field:
            fail(f"`--map {column}` is not FIELD=HEADING", 'write --map id="Employee ID"')
        pairs.append((field.strip(), heading.strip().strip("\"'")))
    return TableOptions(
        tuple(pairs),
        inputs.root_token,
        inputs.source,
        _encoding(inputs.encoding),
        _delimiter(inputs.delimiter),
        inputs.sheet,
        inputs.date_format,
        inputs.skip,
    )


def _encoding(word: str | None) -> str | None:
    if word is None:
        return None
    from orgcli.model.table_settings import ENCODINGS, encoding_of

    encoding = encoding_of(word)
    if encoding is None:
        some = f"{listed(ENCODINGS, 6)} that Python knows"
        fail(f"--encoding cannot be `{word}`", did_you_mean(nearest_words(word, ENCODINGS), some))
    return encoding


def _delimiter(word: str | None) -> str | None:
    if word is None:
        return None
    from orgcli.model.table_settings import DELIMITERS, delimiter_of

    delimiter = delimiter_of(word)
    if delimiter is None:
        some = f"write one character, or {quoted(DELIMITERS)}"
        fail(f"--delimiter cannot be `{word}`", did_you_mean(nearest_words(word, DELIMITERS), some))
    return delimiter


def configuration(inputs: Inputs) -> Config:
    """The configuration that holds for some inputs; exit code 2 where it cannot be used.

    It is the file named (`--config`, ORGCLI_CONFIG), else the nearest one above the first path.
    """
    file = inputs.config or os.environ.get("ORGCLI_CONFIG")
    with refusing():
        if inputs.isolated:
            return Config(Settings())
        if file:
            return read_config(Path(file), __version__)
        first = inputs.paths[0] if inputs.paths else "."
        if first == STDIN:
            first = inputs.stdin_filename or "."
        return find_config(Path(first), __version__)
