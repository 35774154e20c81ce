"""`orgcli init`: a small organisation to begin with, its configuration, and its CI."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from orgcli.cli.commands.schema import schema_text
from orgcli.cli.files.writing import write_whole
from orgcli.cli.options import Arguments, takes
from orgcli.cli.output import fail, note
from orgcli.model.request.flag import Flag
from orgcli.read.config import ConfigError, find_config
from orgcli.read.syntax.paths import display_path, top_of
from orgcli.scaffold.organisation_files import (
    CI,
    CONFIGURATION,
    ORGANISATION,
    first_files,
    name_of,
    starter,
)

CI_SERVICES = ("github", "gitlab", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class InitRequest:
    """Where an organisation begins, its name, and which CI checks it."""

    folder: Annotated[
        str, Flag("Target folder; created if necessary.", "FOLDER", argument=True)
    ] = "."
    name: Annotated[
        str | None, Flag("Name of the organisation; default: the name of the folder.", "NAME")
    ] = None
    ci: Annotated[str, Flag("CI to write: {choices}.", "CI", choices=f"{__name__}:CI_SERVICES")] = (
        "github"
    )


@takes(InitRequest)
def init(arguments: Arguments) -> None:
    """Write a new organisation with its configuration and CI.

    \b
    orgcli init
    orgcli init acme --name "Acme Inc"
    orgcli init --ci gitlab

    Existing files are kept. JSON Schemas for editors are written to .orgcli/; the first line of
    org.yaml refers to its schema.
    """
    request = arguments.request(InitRequest)
    folder, name = Path(request.folder), request.name
    if name is not None and not name.strip():
        fail("the name is empty", 'write --name "Acme Inc", or leave it out')
    files = _files(folder, name, request.ci)
    has_written, has_failed = _write(folder, files)
    if has_failed or not has_written:
        if not has_failed:
            note(f"orgcli: nothing was written: `{folder.as_posix()}` has all of it already")
        raise SystemExit(2)
    _note_next_steps(folder)


def _files(folder: Path, name: str | None, ci: str) -> dict[Path, str]:
    """The files that belong into the folder, less those that would contradict what is there."""
    import shlex

    files = first_files((name or name_of(folder)).strip(), schema_text)
    if ci in CI:
        files[CI[ci]] = starter(ci)
    for path, existing in (
        (ORGANISATION, _organisation(folder)),
        (CONFIGURATION, _configuration(folder)),
    ):
        if existing is not None and existing.resolve() != (folder / path).resolve():
            del files[path]
            note(f"orgcli: no `{path}`, because there is `{display_path(existing)}`")
    top = top_of(folder.resolve())
    if ci in CI and top != folder.resolve():
        path = CI[ci]
        del files[path]
        place = shlex.quote(folder.resolve().relative_to(top).as_posix())
        note(f"orgcli: no `{path}`, because it belongs at the top of the repository: `{top}`")
        note(f"  help: let a step there run: orgcli validate {place}")
    return files


def _organisation(folder: Path) -> Path | None:
    """What `validate` would read here as an organisation."""
    candidates = (folder / "org.yaml", *sorted(folder.glob("*.org.yaml")), folder / "org")
    return next((path for path in candidates if path.exists()), None)


def _configuration(folder: Path) -> Path | None:
    """The configuration that holds here, even if something in it is wrong."""
    try:
        return find_config(folder).file
    except ConfigError:
        return folder / "orgcli.toml"


def _write(folder: Path, files: dict[Path, str]) -> tuple[bool, bool]:
    """Write what is not there, with a note on what became of each file.

    Returns whether anything was written, and whether anything could not be.
    """
    has_written = has_failed = False
    for relative, text in files.items():
        path = folder / relative
        if path.exists() or path.is_symlink():
            note(f"orgcli: kept `{path.as_posix()}`, which is there already")
            continue
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, text.encode("utf-8"))
        except OSError as error:
            note(f"orgcli: cannot write `{path.as_posix()}`: {error.strerror or error}")
            has_failed = True
            continue
        note(f"orgcli: wrote `{path.as_posix()}`")
        has_written = True
    return has_written, has_failed


def _note_next_steps(folder: Path) -> None:
    import shlex

    note("next:")
    if folder.resolve() != Path.cwd():
        note(f"  cd {shlex.quote(folder.as_posix())}")
    for command, meaning in (
        ("orgcli validate", "check it"),
        ("orgcli chart", "draw it"),
        ("orgcli compare cro vp-sales", "put two of its roles side by side"),
    ):
        note(f"  {command:<29}{meaning}")
