"""What `orgcli make` takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from orgcli.model.request.flag import Flag


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeRequest:
    """Which targets are made, and which files may be replaced."""

    targets: Annotated[
        tuple[str, ...],
        Flag(
            "Targets of the configuration; default: all.",
            "TARGETS",
            argument=True,
            complete=f"{__name__}:complete_target",
        ),
    ] = ()
    overwrite: Annotated[
        bool, Flag("Replace files also where nothing shows that orgcli wrote them.")
    ] = False
    list: Annotated[bool, Flag("List the targets and make none.")] = False
    config: Annotated[str | None, Flag("Use this configuration file.", "FILE")] = None


def complete_target(incomplete: str) -> list[str]:
    """The targets of the configuration that is found here."""
    from pathlib import Path

    from orgcli.read.config import ConfigError, find_config

    try:
        config = find_config(Path())
    except ConfigError:
        return []
    return [name for name in config.settings.targets if name.startswith(incomplete)]
