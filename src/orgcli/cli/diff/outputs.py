"""Which formats of a difference are written where."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from orgcli.changes.formats import FORMATS
from orgcli.changes.report import ChangeReport
from orgcli.cli.diff.request import DiffRequest
from orgcli.cli.files.results import write_value
from orgcli.cli.language import Session
from orgcli.cli.options import ResultRequest
from orgcli.cli.output import chosen_format, fail, format_and_file, refuse_same_file
from orgcli.read.syntax.paths import STDIN


@dataclass(frozen=True, slots=True)
class DiffOutput:
    """A format and the file it goes to; None for stdout."""

    format: str
    file: str | None = None


def requested_outputs(request: DiffRequest) -> Sequence[DiffOutput]:
    """The outputs of `-f` and `-o`, files first; leaves with exit code 2 where they conflict."""
    outputs = [DiffOutput(*format_and_file(word, FORMATS)) for word in request.format]
    if request.output is not None or not outputs:
        free = [output for output in outputs if output.file is None]
        name = chosen_format(free[0].format if free else None, request.output, FORMATS)
        target = None if request.output == STDIN else request.output
        outputs = [
            *(output for output in outputs if output not in free[:1]),
            DiffOutput(name, target),
        ]
    if sum(output.file is None for output in outputs) > 1:
        fail("only one format fits on stdout", "write FORMAT:FILE for the others")
    for at, output in enumerate(outputs):
        for earlier in outputs[:at]:
            if output.file and earlier.file:
                refuse_same_file(output.file, earlier.file)
    return sorted(outputs, key=lambda output: output.file is None)


def refuse_inputs(outputs: Sequence[DiffOutput], read: Collection[str], session: Session) -> None:
    """Leave with exit code 2 where a result would be written over a file that was read."""
    for output in outputs:
        session.refuse_input(output.file, read, flag=f"-f {output.format}")


def write_outputs(
    outputs: Sequence[DiffOutput], report: ChangeReport, request: DiffRequest, session: Session
) -> None:
    """Each result to its place."""
    for output in outputs:
        page = session.view(ResultRequest(output=output.file, color=request.color))
        write_value(FORMATS, output.format, report, page, output.file)
