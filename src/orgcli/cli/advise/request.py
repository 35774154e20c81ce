"""What `orgcli advise` takes besides the organisations it reads."""

from dataclasses import dataclass
from typing import Annotated

from orgcli.cli.options import ResultRequest
from orgcli.model.request.flag import Flag


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviseRequest(ResultRequest):
    """Where the answers come from, and what is wanted: advice, gaps or a file to fill in."""

    answers: Annotated[str | None, Flag("YAML or JSON; - stdin.", "FILE", short="-a")] = None
    gap: Annotated[str | None, Flag("What no source says, and what is near.", "QUESTION")] = None
    gaps: Annotated[bool, Flag("All that no source says.")] = False
    template: Annotated[bool, Flag("A file of answers to fill in.")] = False
    save: Annotated[str | None, Flag("Write the answers there too.", "FILE")] = None
    sources: Annotated[bool | None, Flag("With statements; or without works.", negatable=True)] = (
        None
    )
    format: Annotated[
        str | None,
        Flag("{choices}.", "FORMAT", short="-f", choices="orgcli.advise.formats:FORMATS"),
    ] = None
