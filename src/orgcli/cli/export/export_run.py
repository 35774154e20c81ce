"""One run of `orgcli export`: the files are read, written in a format, and losses are reported."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from orgcli.api.export_job import export_job, judged_export, only_organisation
from orgcli.cli.options import flag_name
from orgcli.cli.output import fail, note, refuse_input, refusing, write_result, write_results
from orgcli.exchange.formats import FORMATS, format_by_ending
from orgcli.model.request.export_request import ExportRequest
from orgcli.model.request.flag import Flag, flags_of
from orgcli.model.text import listed
from orgcli.render.sentences import counted

if TYPE_CHECKING:
    from orgcli.exchange.export import Exported, ExportJob
    from orgcli.model.organisation.organisation import Organisation
    from orgcli.model.project import Project

_SHOWN = 10
_YAML = (".yaml", ".yml")


def requested(request: ExportRequest, output: str | None) -> ExportRequest:
    """The request, judged; leaves with exit code 2 where it fits no format or no output."""
    name = request.format or ("yaml" if request.split else output and format_by_ending(output))
    if not name:
        fail("say which format: -f FORMAT, or -o with its ending", f"one of {listed(FORMATS)}")
    with refusing():
        request = judged_export(replace(request, format=name), _where)
    row = FORMATS[name]
    in_folder = row.folder or request.split is not None
    if in_folder and output in (None, "-"):
        fail("this is a folder with several files", "name it with -o")
    if in_folder and Path(str(output)).exists() and not Path(str(output)).is_dir():
        fail(f"`{output}` is no folder", "name a folder for the files")
    if row.binary and output is None and sys.stdout.isatty():
        fail(f"{name} is no text for a terminal", "name a file with -o")
    return request


def _where(name: str) -> str:
    """How a field of the request is written."""
    flag, _ = flags_of(ExportRequest).get(name, (Flag(), None))
    return flag_name(name, flag)


def organisation_of(project: Project) -> Organisation:
    """The organisation to write; leaves unless there is exactly one."""
    with refusing():
        organisation = only_organisation(project, "name the files of one")
    if organisation is None:
        for finding in project.findings[:_SHOWN]:
            note(f"{finding.place}: [{finding.code}] {finding.message}")
        note("orgcli: there is nothing to export")
        raise SystemExit(1)
    return organisation


def requested_job(
    project: Project, organisation: Organisation, request: ExportRequest, is_planned: bool = False
) -> ExportJob:
    """The export of a judged request; leaves with exit code 2 where a part of it is missing."""
    with refusing():
        job, notes = export_job(project, organisation, request, _where, is_planned)
    for line in notes:
        note(f"  {line}")
    return job


def write_export(job: ExportJob, name: str, output: str | None, inputs: Sequence[str]) -> None:
    """Write the export, and say on stderr what it is and what it could not hold.

    inputs  the files that were read, of which none is written over
    """
    if output is not None:
        refuse_input(output, inputs)
    with refusing():
        exported = FORMATS[name].write(job)
    if exported.files:
        _write_folder(exported, str(output), inputs)
    else:
        write_result(exported.data, output)
    target = "the export" if output in (None, "-") else output
    files = f", {counted(len(exported.files), 'file')}" if exported.files else ""
    note(f"{target}: {counted(len(job.at), 'position')}{files}")
    for line in (*exported.lost, *_photo_notes(job, name, output)):
        note(f"  {line}")


def _write_folder(exported: Exported, folder: str, inputs: Sequence[str]) -> None:
    names = exported.files.keys()
    for name in names:
        refuse_input(str(Path(folder) / name), inputs)
    write_results(exported.files.items(), folder)
    yaml_files = sorted(
        path.name for path in Path(folder).iterdir() if path.suffix.lower() in _YAML
    )
    if old := [name for name in yaml_files if name not in names]:
        note(f"  not of this export: {listed(old, _SHOWN, str)}")


def _photo_notes(job: ExportJob, name: str, output: str | None) -> Iterator[str]:
    """That photos are looked for beside the new file."""
    if name != "yaml" or not any(position.photo for position in job.shown.positions):
        return
    folder = Path(output or "") if job.split else Path(output or "").parent
    sources = {Path(file).parent.resolve() for file in job.organisation.files}
    if sources != {folder.resolve()}:
        yield "photos: their paths are from the folder of the new file; copy them there"
