"""One run of `orgcli export`: the files are read, written in a format, and what is lost is said."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from orgcli.cli.output import fail, note, refuse_input, write_result, write_results
from orgcli.exchange.formats import FORMATS, format_by_ending
from orgcli.model.text import listed
from orgcli.render.sentences import counted

if TYPE_CHECKING:
    from orgcli.exchange.export import Exported, ExportJob
    from orgcli.model.organisation.organisation import Organisation
    from orgcli.model.project import Project

_SHOWN = 10
_YAML = (".yaml", ".yml")


def export_format(format: str | None, output: str | None, split: str | None) -> str:
    """The format that is asked for; leaves with exit code 2 where none is, or where it goes not."""
    name = format or ("yaml" if split else output and format_by_ending(output))
    if not name:
        fail("say which format: -f FORMAT, or -o with its ending", f"one of {listed(FORMATS)}")
    row = FORMATS[name]
    if split and name != "yaml":
        fail(f"--split is for yaml, and this is {name}", "leave it out")
    in_folder = row.folder or split is not None
    if in_folder and output in (None, "-"):
        fail("this is a folder with several files", "name it with -o")
    if in_folder and Path(str(output)).exists() and not Path(str(output)).is_dir():
        fail(f"`{output}` is no folder", "name a folder for the files")
    if row.binary and output is None and sys.stdout.isatty():
        fail(f"{name} is no text for a terminal", "name a file with -o")
    return name


def only_organisation(project: Project) -> Organisation:
    """The organisation to write; leaves where there is none, or more than one."""
    found = [one for one in project.organisations if one.positions or one.departments]
    if len(found) > 1:
        names = listed([one.name or one.files[0] for one in found], _SHOWN)
        fail(f"there are {len(found)} organisations here: {names}", "name the files of one")
    if not found:
        for finding in project.findings[:_SHOWN]:
            note(f"{finding.place}: [{finding.code}] {finding.message}")
        note("orgcli: there is nothing to export")
        raise SystemExit(1)
    return found[0]


def write_export(job: ExportJob, name: str, output: str | None, inputs: Sequence[str]) -> None:
    """Write the export, and say on stderr what it is and what it could not hold.

    inputs  the files that were read, of which none is written over
    """
    from orgcli.chart.drawing import SelectionError, TooLarge
    from orgcli.chart.graphviz.engine import EngineError
    from orgcli.render.spreadsheet.workbook import TooManyRows

    if output is not None:
        refuse_input(output, inputs)
    try:
        exported = FORMATS[name].write(job)
    except (TooManyRows, TooLarge, SelectionError, EngineError) as error:
        fail(str(error), error.help)
    if exported.files:
        _write_folder(exported, str(output), inputs)
    else:
        write_result(exported.data, output)
    shown = "the export" if output in (None, "-") else output
    files = f", {counted(len(exported.files), 'file')}" if exported.files else ""
    note(f"{shown}: {counted(len(job.at), 'position')}{files}")
    for line in (*exported.lost, *_yaml_notes(job, name, output)):
        note(f"  {line}")


def _write_folder(exported: Exported, folder: str, inputs: Sequence[str]) -> None:
    names = {name for name, _ in exported.files}
    for name in names:
        refuse_input(str(Path(folder) / name), inputs)
    write_results(exported.files, folder)
    there = sorted(path.name for path in Path(folder).iterdir() if path.suffix.lower() in _YAML)
    if old := [name for name in there if name not in names]:
        note(f"  not of this export: {listed(old, _SHOWN, str)}")


def _yaml_notes(job: ExportJob, name: str, output: str | None) -> Iterator[str]:
    """That comments are not kept; that photos are looked for beside the new file."""
    if name != "yaml":
        return
    if job.has_comments and job.written is None:
        yield "comments are not kept where the file is written anew"
    if not any(one.photo for one in job.shown.positions):
        return
    folder = Path(output or "") if job.split else Path(output or "").parent
    sources = {Path(file).parent.resolve() for file in job.organisation.files}
    if sources != {folder.resolve()}:
        yield "photos: their paths are from the folder of the new file; copy them there"
