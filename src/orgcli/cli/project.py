"""The inputs of a command, read into a project; leaves with an exit code where that fails."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from orgcli.cli.inputs import Inputs, configuration, excluding, table_options
from orgcli.cli.output import fail, note, read_stdin, refusing
from orgcli.cli.progress import progress
from orgcli.model.project import Project
from orgcli.read.config import Config
from orgcli.read.default_paths import role_folders, safe_defaults
from orgcli.read.organisation.files import Files
from orgcli.read.organisation.project import read_project
from orgcli.read.syntax.decoding import Unreadable
from orgcli.read.syntax.paths import is_stdin

NO_INPUT = 3
"""Exit code when there is nothing to read."""


def read_inputs(inputs: Inputs) -> tuple[Project, Config]:
    """Read the paths named, or what the configuration or the current folder has.

    Leaves with exit code 2 where something cannot be opened, and 3 where there is nothing.
    """
    config = configuration(inputs)
    return read_project_of(inputs, config)


def read_project_of(
    inputs: Inputs, config: Config, edited: Mapping[Path, bytes] | None = None
) -> tuple[Project, Config]:
    """The same where the configuration is known already.

    edited  what is read in the place of files, by their resolved paths
    """
    if "" in inputs.paths:
        fail("a path is empty", "name a file, a folder, or - for stdin")
    with refusing():
        paths = [Path(path) for path in inputs.paths] or safe_defaults(config)
    if inputs.plan is not None:
        from orgcli.cli.plan.plan_choice import plan_files

        paths += plan_files(inputs.plan, paths)
    settings = excluding(inputs, config)
    files = Files(
        table_options(inputs),
        special=bool(inputs.paths),
        exclude=settings.exclude,
        tables=settings.tables,
        edited=edited or {},
    )
    if any(map(is_stdin, paths)):
        files.stdin_name = inputs.stdin_filename or files.stdin_name
        files.stdin = read_stdin()
    try:
        with refusing(), progress(lambda: f"{len(files.read):,} files read"):
            folders = role_folders(config)
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


@contextmanager
def known_rules_only(config: Config) -> Iterator[None]:
    """Leave with exit code 2 where a rule is named that there is not, with the file that names it.

    Where no file does, the command line names it.
    """
    from orgcli.check.run import UnknownRule  # not every command runs rules

    try:
        yield
    except UnknownRule as error:
        files = (config.file, *config.extends) if config.file else ()
        naming = (file for file in files if error.word in file.read_text("utf-8", "replace"))
        file = next(naming, None)
        fail(f"{file}: {error}" if file else str(error), error.help)


def _check_organograms(files: Files) -> None:
    """Leave with exit code 2 where `--map` or the choice of tables does not fit."""
    from orgcli.read.organograms.post_columns import misuse

    tables = [content.table for content in files.read.values() if content.table is not None]
    wrong = misuse([table.headings for table in tables if table.headings], files.options)
    if wrong:
        fail(*wrong)


def _with_tops(config: Config, project: Project) -> Config:
    """The configuration for organograms, whose files state the positions at the top."""
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
    raise SystemExit(NO_INPUT)
