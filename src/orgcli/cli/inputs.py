"""What several commands take: paths, column maps, the configuration; read into a project."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from orgcli.cli.output import fail, note, one_of

if TYPE_CHECKING:
    from orgcli.model.project import Project
    from orgcli.read.config import Config
    from orgcli.read.entries import TableOptions

Paths = Annotated[
    list[str] | None, typer.Argument(metavar="PATHS", help="Files, folders, or - for stdin.")
]
Columns = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="FIELD=HEADING", help="Which column of a table is which."),
]
RootToken = Annotated[
    str | None,
    typer.Option("--root-token", metavar="WORD", help="What a manager column says at the top."),
]
Source = Annotated[
    str | None,
    typer.Option("--from", metavar="NAME", help="Who wrote the tables: uk-organogram."),
]
StdinFilename = Annotated[
    str | None, typer.Option("--stdin-filename", metavar="NAME", help="What to call stdin.")
]
ConfigFile = Annotated[
    str | None, typer.Option("--config", metavar="FILE", help="Not the one found above the paths.")
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Read no configuration.")]

FORMATS = ("uk-organogram",)
"""What `--from` takes."""

NO_INPUT = 3
"""Exit code when there is nothing to read."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The arguments that say what to read, as they were typed."""

    paths: Sequence[str]
    columns: Sequence[str] = ()
    root_token: str | None = None
    stdin_filename: str | None = None
    config: str | None = None
    isolated: bool = False
    source: str | None = None


def read_inputs(inputs: Inputs) -> tuple[Project, Config]:
    """Read what was asked for, or what the configuration or the current folder has.

    Leaves with exit code 2 where something cannot be opened, and 3 where there is nothing.
    """
    from orgcli.read.files import Files, Unreadable
    from orgcli.read.project import read_project

    if "" in inputs.paths:
        fail("a path is empty", "name a file, a folder, or - for stdin")
    config = _config(inputs)
    paths = [Path(path) for path in inputs.paths] or _default_paths(config)
    if not paths:
        fail_without_input()
    files = Files(_table_options(inputs))
    if any(str(path) == "-" for path in paths):
        files.stdin_name = inputs.stdin_filename or files.stdin_name
        files.stdin = sys.stdin.buffer.read()
    folders = [config.folder / folder for folder in config.settings.roles]
    try:
        project = read_project(paths, files, folders)
    except Unreadable as error:
        fail(str(error))
    if not project.files:
        fail_without_input()
    return project, _with_tops(config, project) if inputs.source else config


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


def _config(inputs: Inputs) -> Config:
    from orgcli.model.settings import Settings
    from orgcli.read.config import Config, ConfigError, find_config, read_config

    try:
        if inputs.isolated:
            return Config(Settings())
        if inputs.config:
            return read_config(Path(inputs.config))
        first = inputs.paths[0] if inputs.paths and inputs.paths[0] != "-" else "."
        return find_config(Path(first))
    except ConfigError as error:
        fail(str(error), error.help)


def _default_paths(config: Config) -> list[Path]:
    if config.settings.organisations:
        return [config.folder / path for path in config.settings.organisations]
    here = Path()
    files = (here / "org.yaml", *sorted(here.glob("*.org.yaml")))
    found = [path for path in files if path.exists()]
    return found + [here / name for name in ("org", "roles") if (here / name).is_dir()]


def _table_options(inputs: Inputs) -> TableOptions:
    from orgcli.read.entries import TableOptions

    pairs = []
    for column in inputs.columns:
        field, equals, heading = column.partition("=")
        if not equals or not field:
            fail(f"`--map {column}` is not FIELD=HEADING", 'write --map id="Employee ID"')
        pairs.append((field.strip(), heading.strip().strip("\"'")))
    if inputs.source is not None:
        one_of("--from", inputs.source, FORMATS)
    return TableOptions(tuple(pairs), inputs.root_token, inputs.source)
