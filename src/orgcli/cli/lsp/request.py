"""What `orgcli lsp` takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from orgcli.cli.options import language_flag
from orgcli.model.request.flag import Flag


@dataclass(frozen=True, slots=True, kw_only=True)
class LspRequest:
    """How the server speaks, and by which configuration it checks."""

    lang: Annotated[str | None, language_flag("that of the editor, else the locale")] = None
    config: Annotated[str | None, Flag("Use this configuration file.", "FILE")] = None
    stdio: Annotated[
        bool, Flag("Speak over standard input and output, which it does without it.")
    ] = False
