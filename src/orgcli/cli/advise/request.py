"""What `orgcli advise` takes besides the organisations it reads."""

from dataclasses import dataclass
from typing import Annotated

from orgcli.cli.options import ResultRequest, format_flag
from orgcli.model.request.flag import Flag


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviseRequest(ResultRequest):
    """Where the answers come from, and what is written: advice, gaps or a file to fill in."""

    answers: Annotated[
        str | None,
        Flag("Read answers from a YAML or JSON file, or - for stdin.", "FILE", short="-a"),
    ] = None
    gap: Annotated[
        str | None,
        Flag("Show whether any source answers QUESTION, and related statements.", "QUESTION"),
    ] = None
    gaps: Annotated[bool, Flag("List all questions that no source answers.")] = False
    template: Annotated[bool, Flag("Print an answers file to fill in.")] = False
    save: Annotated[str | None, Flag("Save the answers to FILE.", "FILE")] = None
    sources: Annotated[
        bool | None,
        Flag("Show the statements behind each line; or hide the works.", negatable=True),
    ] = None
    format: Annotated[str | None, format_flag("orgcli.advise.formats:FORMATS")] = None
