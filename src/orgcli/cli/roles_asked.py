"""Reading the roles that a command line names, and saying why one is not to be had."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

import typer

from orgcli.cli.output import note
from orgcli.cli.speech import Speech

if TYPE_CHECKING:
    from orgcli.read.asked import Asked, NoSuchRole
    from orgcli.read.role_names import Called, Candidate


def read_roles(words: Sequence[str], speech: Speech) -> Asked:
    """The roles that words name; leaves with exit code 2 where one is not one role, whole."""
    from orgcli.read.asked import NoSuchRole, read_asked

    says = speech.words.ask
    try:
        asked = read_asked(words, speech.roles(), lambda: sys.stdin.buffer.read(), says)
    except NoSuchRole as error:
        refuse(error, speech)
    for finding in asked.findings:
        help = f" ({finding.help})" if finding.help else ""
        note(f"{finding.place}: error[{finding.code}] {finding.message}{help}")
    if asked.findings:
        raise typer.Exit(2)
    for role in asked.roles:
        if role.overrides:
            note(f"orgcli: {says.overrides.format(name=role.file.role.role, path=role.path)}")
    return asked


def refuse(error: NoSuchRole, speech: Speech) -> NoReturn:
    """Say why a word is not one role, with every role it may mean, and leave with exit code 2."""
    from orgcli.model.text import cells

    note(f"orgcli: {error}")
    rows = [_candidate(candidate, speech) for candidate in error.candidates]
    widths = [max(cells(row[at]) for row in rows) for at in range(2)] if rows else []
    for *first, last in rows:
        padded = (
            text + " " * (width - cells(text)) for text, width in zip(first, widths, strict=True)
        )
        note("  " + "  ".join((*padded, last)))
    if error.help:
        note(f"  help: {error.help}")
    raise typer.Exit(2)


def _candidate(candidate: Candidate, speech: Speech) -> tuple[str, str, str]:
    """A role that a name may mean: its id, its title, and in which language who calls it so."""
    role = speech.roles().by_id(candidate.role.id) or candidate.role
    called = "; ".join(_who(one, speech) for one in candidate.called)
    return role.id, role.title or role.id, called


def _who(called: Called, speech: Speech) -> str:
    from orgcli.read.library import Libraries

    says = speech.words.ask
    names = {work.key: work.name for work in Libraries(speech.words.tag, []).base.works}
    if called.sources:
        works = ", ".join(names.get(source, source) for source in called.sources)
        return f"{called.language}: {says.called_so_by.format(works=works)}"
    return f"{called.language}: {says.editorial}" if called.editorial else called.language
