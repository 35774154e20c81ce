"""What several commands take: paths, column maps, the configuration; read into a project."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from orgcli import __version__
from orgcli.cli.output import fail, note
from orgcli.cli.progress import progress
from orgcli.cli.project_paths import default_paths
from orgcli.model.globs import BadGlob, placed
from orgcli.model.project import Project
from orgcli.model.request.flag import Flag
from orgcli.model.settings import Settings
from orgcli.read.config import Config, ConfigError, find_config, read_config
from orgcli.read.entries import TableOptions
from orgcli.read.organisation.files import Files
from orgcli.read.organisation.project import read_project
from orgcli.read.syntax.decoding import Unreadable
from orgcli.read.syntax.paths import STDIN, display_path, is_stdin

FORMATS = ("uk-organogram",)
"""What `--from` takes."""

NO_INPUT = 3
"""Exit code when there is nothing to read."""


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


def read_inputs(inputs: Inputs) -> tuple[Project, Config]:
    """Read what was asked for, or what the configuration or the current folder has.

    Leaves with exit code 2 where something cannot be opened, and 3 where there is nothing.
    """
    config = configuration(inputs)
    return read_project_of(inputs, config)


def read_project_of(inputs: Inputs, config: Config) -> tuple[Project, Config]:
    """The same where the configuration is known already."""
    if "" in inputs.paths:
        fail("a path is empty", "name a file, a folder, or - for stdin")
    paths = [Path(path) for path in inputs.paths] or default_paths(config)
    files = Files(_table_options(inputs), exclude=excluding(inputs, config).exclude)
    if any(map(is_stdin, paths)):
        files.stdin_name = inputs.stdin_filename or files.stdin_name
        files.stdin = _stdin()
    folders = _role_folders(config)
    try:
        with progress(lambda: f"{len(files.read):,} files read"):
            project = _read(paths, files, folders, config if inputs.unsaved else None)
    except Unreadable as error:
        fail(str(error))
    if not project.files and not inputs.allow_empty:
        fail_without_input()
    if not inputs.source:
        return project, config
    _check_organograms(files)
    return project, _with_tops(config, project)


def _read(
    paths: Sequence[Path], files: Files, folders: Sequence[Path], around: Config | None
) -> Project:
    """The project of some paths; with a configuration, the one that the file of stdin is of."""
    if around is not None:
        from orgcli.cli.editor_buffer import project_with

        if (project := project_with(files, folders, around)) is not None:
            return project
    return read_project(paths, files, folders) if paths else Project()


def _check_organograms(files: Files) -> None:
    """Leave with exit code 2 where `--map` or the choice of tables cannot be meant."""
    from orgcli.read.organograms.post_columns import misuse

    tables = [content.table for content in files.read.values() if content.table is not None]
    wrong = misuse([table.headings for table in tables if table.headings], files.options)
    if wrong:
        fail(*wrong)


def _stdin() -> bytes:
    if sys.stdin.isatty():
        note("orgcli: reading what you type here; Ctrl-D ends it")
    return sys.stdin.buffer.read()


def _role_folders(config: Config) -> list[Path]:
    """The folders of roles that the configuration names; exit code 2 where one is none."""
    folders = [Path(folder) for folder in config.settings.roles]
    for folder in folders:
        if not folder.is_dir():
            fail(f"{config.file}: `roles` names `{_shown(folder)}`, which is no folder",
                 "create it, or take it out of `roles`")  # fmt: skip
    return folders


def _shown(path: Path) -> str:
    return display_path(path)


def excluding(inputs: Inputs, config: Config) -> Settings:
    """The settings with the globs that are typed here besides theirs, all of them placed."""
    here = Path.cwd().as_posix()
    try:
        typed = [placed(here, one) for one in inputs.exclude]
    except BadGlob as error:
        fail(f"--exclude: {error}")
    return replace(config.settings, exclude=(*config.settings.exclude, *typed))


def _with_tops(config: Config, project: Project) -> Config:
    """The configuration for organograms, which say by themselves who is at the top."""
    tops = [
        organisation.positions[at].id
        for organisation in project.organisations
        for at in organisation.lines.roots
    ]
    settings = replace(config.settings, roots=(*config.settings.roots, *tops))
    return replace(config, settings=settings)


def fail_without_input() -> NoReturn:
    """Leave with exit code 3, which CI can tell from findings and from a broken set-up."""
    note("orgcli: there is nothing to read here")
    note("  help: name a file or a folder of YAML, or write org.yaml; tables are named one by one")
    raise typer.Exit(NO_INPUT)


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


def _table_options(inputs: Inputs) -> TableOptions:
    pairs = []
    for column in inputs.columns:
        field, equals, heading = column.partition("=")
        if not equals or not field:
            fail(f"`--map {column}` is not FIELD=HEADING", 'write --map id="Employee ID"')
        pairs.append((field.strip(), heading.strip().strip("\"'")))
    return TableOptions(tuple(pairs), inputs.root_token, inputs.source)
