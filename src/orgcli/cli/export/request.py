"""What `orgcli export` and `orgcli import` take besides the files they read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from orgcli.cli.options import Language
from orgcli.model.request.export_request import Split
from orgcli.model.request.flag import Flag


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ExportTarget:
    """Where an export goes, and the language of the run."""

    output: Annotated[
        str | None,
        Flag("Output file, or folder; default: stdout. Its ending can say the format.", "FILE",
             short="-o"),
    ] = None  # fmt: skip
    lang: Language = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ImportRequest:
    """What a file that is read becomes, and where to."""

    output: Annotated[
        str | None, Flag("Output file, or folder with --split.", "FILE", short="-o")
    ] = None
    split: Split = None
    name: Annotated[str | None, Flag("Name of the organisation.", "NAME")] = None
    show_columns: Annotated[
        bool, Flag("Show what became of each column of a table.", name="columns")
    ] = False
