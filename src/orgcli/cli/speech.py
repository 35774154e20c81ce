"""Which language a command speaks, and which roles of one's own it knows."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from orgcli.cli.output import fail

if TYPE_CHECKING:
    from orgcli.language.words import Words
    from orgcli.read.role_names import KnownRoles

Lang = Annotated[
    str | None,
    typer.Option(
        "--lang", metavar="LANGUAGE", help="en, sv, de, pt, es or nb; else as configured, or LANG."
    ),
]


@dataclass(frozen=True, slots=True)
class Speech:
    """The words of a language, and the folders with roles of one's own."""

    words: Words
    folders: tuple[Path, ...]

    def roles(self, translated: bool = True) -> KnownRoles:
        """The roles there are, named in the language, or in English."""
        from orgcli.language.tags import ENGLISH
        from orgcli.read.role_names import KnownRoles

        return KnownRoles(self.folders, language=self.words.tag if translated else ENGLISH)


def speech(lang: str | None) -> Speech:
    """The language of the flag, else of the configuration, else of the locale.

    Roles of one's own are those in the folders of the configuration and in `roles/` here.
    Leaves with exit code 2 for a language that there is not, and a configuration that is wrong.
    """
    from orgcli.language.speak import speak
    from orgcli.language.tags import from_environment
    from orgcli.read.config import ConfigError, find_config

    try:
        config = find_config(Path())
    except ConfigError as error:
        fail(str(error), error.help)
    folders = (*(config.folder / folder for folder in config.settings.roles), Path("roles"))
    if lang is not None:
        chosen = _tag(lang, "--lang")
    elif config.settings.language:
        chosen = _tag(config.settings.language, f"`language` in {config.file}")
    else:
        chosen = from_environment(os.environ)
    return Speech(speak(chosen), folders)


def _tag(wanted: str, where: str) -> str:
    from orgcli.language.tags import LANGUAGES, tag

    found = tag(wanted)
    if found is None:
        known = ", ".join(f"{short} ({name})" for short, name in LANGUAGES.items())
        fail(f"{where} cannot be `{wanted}`", f"one of {known}")
    return found
