"""Shared arguments of commands (paths, column maps, configuration), and reading them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from orgcli import __version__
from orgcli.cli.output import fail
from orgcli.model.globs import BadGlob, placed
from orgcli.model.request.flag import Flag
from orgcli.model.settings import Settings
from orgcli.read.config import Config, ConfigError, find_config, read_config
from orgcli.read.syntax.paths import STDIN

FORMATS = ("uk-organogram",)
"""What `--from` takes."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Inputs:
    """The arguments that say what to read, as they were typed.

    exclude      globs of what is left out of folders, relative to the current one
    allow_empty  whether nothing to read is an empty project instead of exit code 3
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
    stdin_filename: Annotated[str | None, Flag("File name of the text on stdin.", "NAME")] = None
    config: Annotated[str | None, Flag("Use this configuration file.", "FILE")] = None
    isolated: Annotated[bool, Flag("Use no configuration file.")] = False
    exclude: Sequence[str] = ()
    allow_empty: bool = False
    in_project: bool = False

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
        typed = [placed(here, one) for one in inputs.exclude]
    except BadGlob as error:
        fail(f"--exclude: {error}")
    return replace(config.settings, exclude=(*config.settings.exclude, *typed))


def configuration(inputs: Inputs) -> Config:
    """The configuration that holds for some inputs; exit code 2 where it cannot be used.

    It is the file named (`--config`, ORGCLI_CONFIG), else the nearest one above the first path.
    """
    named = inputs.config or os.environ.get("ORGCLI_CONFIG")
    try:
        if inputs.isolated:
            return Config(Settings())
        if named:
            return read_config(Path(named), __version__)
        first = inputs.paths[0] if inputs.paths else "."
        if first == STDIN:
            first = inputs.stdin_filename or "."
        return find_config(Path(first), __version__)
    except ConfigError as error:
        fail(str(error), error.help)
