"""Determines the language and the role folders of a command."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from orgcli import __version__
from orgcli.cli.console import page_width, wants_color_in
from orgcli.cli.output import fail, is_input, note, refusing
from orgcli.language.tags import ENGLISH, LANGUAGES, from_environment, speak, tag
from orgcli.read.config import find_config
from orgcli.read.roles.role_index import KnownRoles
from orgcli.render.view import Page

if TYPE_CHECKING:
    from orgcli.cli.options import ResultRequest
    from orgcli.language.words import Words
    from orgcli.model.findings.finding import Finding
    from orgcli.read.config import Config

_SHOWN = 20
"""How many findings are shown at most."""


@dataclass(frozen=True, slots=True)
class Session:
    """What a command speaks and reads: the words of a language, and the folders of one's own roles.

    config  the configuration file, if there is one
    """

    words: Words
    folders: tuple[Path, ...]
    config: Path | None = None

    def roles(self, translated: bool = True) -> KnownRoles:
        """The roles there are, named in the language, or in English."""
        return KnownRoles(self.folders, language=self.words.tag if translated else ENGLISH)

    def view(self, request: ResultRequest, sources: bool | None = None) -> Page:
        """What a result is written on: the width and colours of where it goes, in this language.

        sources  whether works are shown in full, or not at all
        """
        color = wants_color_in(request.color, request.output)
        return Page(page_width(request.output), color, sources, self.words)

    def fail(self, message: str, help: str = "") -> NoReturn:
        """Write why the command could not run, all in one language, and leave with exit code 2."""
        fail(message, help, self.words.ask.help)

    def refuse_input(self, output: str | None, inputs: Iterable[str], flag: str = "-o") -> None:
        """Leave where a result would be written over a file that was read, or the configuration."""
        read = (*inputs, str(self.config)) if self.config else inputs
        if is_input(output, read):
            texts = self.words
            help = texts.roles.name_another_file if flag == "-o" else ""
            self.fail(texts.ask.is_read.format(path=output), help)

    def list_findings(self, findings: Sequence[Finding]) -> None:
        """The first findings on stderr, and how many more there are."""
        for finding in findings[:_SHOWN]:
            help = f" ({finding.help})" if finding.help else ""
            note(f"{finding.place}: error[{finding.code}] {finding.message}{help}")
        if len(findings) > _SHOWN:
            note(self.words.advise.more.format(count=f"{len(findings) - _SHOWN:,}"))


def open_session(lang: str | None) -> Session:
    """A session in the language of the flag, else of the configuration, else of the locale.

    Roles of one's own are those in the folders of the configuration and in `roles/` here.
    Leaves with exit code 2 for an unknown language and for a wrong configuration.
    """
    with refusing():
        config = find_config(Path(), __version__)
    folders = (*map(Path, config.settings.roles), Path("roles"))
    return Session(speak(language_of(lang, config)), folders, config.file)


def language_of(lang: str | None, config: Config) -> str:
    """The tag of the language of the flag, else of the configuration, else of the locale.

    Leaves with exit code 2 for an unknown language.
    """
    return requested_language(lang, config) or from_environment(os.environ)


def requested_language(lang: str | None, config: Config) -> str | None:
    """The tag of the language of the flag, else of the configuration; None where neither has one.

    Leaves with exit code 2 for an unknown language.
    """
    if lang is not None:
        return _tag(lang, "--lang")
    if config.settings.language:
        return _tag(config.settings.language, f"`language` in {config.file}")
    return None


def _tag(word: str, where: str) -> str:
    language = tag(word)
    if language is None:
        languages = ", ".join(f"{short} ({name})" for short, name in LANGUAGES.items())
        fail(f"{where} cannot be `{word}`", f"one of {languages}")
    return language
