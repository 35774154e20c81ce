"""`orgcli compare`: read the roles asked for, align them, write them side by side."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from orgcli.cli.output import fail, note, one_of, write_result

if TYPE_CHECKING:
    from orgcli.compare.comparison import Comparison
    from orgcli.read.asked import Asked

_WIDTH = 120
_LEAST_WIDTH = 20


def compare(
    roles: Annotated[
        list[str],
        typer.Argument(metavar="ROLE", help="Id, abbreviation, title or alias; or a file."),
    ],
    full: Annotated[
        bool, typer.Option("--full", help="Every statement, not only the key ones.")
    ] = False,
    sources: Annotated[
        bool, typer.Option("--sources/--no-sources", help="Say which works say it.")
    ] = True,
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="table, markdown or json.")
    ] = "table",
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write there.")
    ] = None,
    color: Annotated[
        str, typer.Option("--color", metavar="WHEN", help="auto, always or never.")
    ] = "auto",
) -> None:
    """Put roles side by side: what each is, what they share, where the sources disagree.

    \b
    orgcli compare cso cro vp
    orgcli compare cso cro --full
    orgcli compare cro roles/head-of-partnerships.yaml
    orgcli compare cso cro --format markdown -o roles.md
    """
    from orgcli.compare.formats import FORMATS
    from orgcli.compare.page import Page

    one_of("--format", format, FORMATS)
    one_of("--color", color, ("auto", "always", "never"))
    if len(roles) < 2:
        fail("a comparison needs two roles or more", "name another one: orgcli compare cso cro")
    asked = _read(roles)
    if output and os.path.realpath(output) in {os.path.realpath(one.path) for one in asked.roles}:
        fail(f"`{output}` is what is compared", "name another file with -o")
    comparison = _aligned(asked, full)
    page = Page(_width(output), _wants_color(color, output), sources)
    write_result(FORMATS[format](comparison, page), output)


def _read(roles: list[str]) -> Asked:
    from orgcli.read.asked import NoSuchRole, read_asked
    from orgcli.read.role_names import KnownRoles

    try:
        asked = read_asked(roles, KnownRoles(Path("roles")), lambda: sys.stdin.buffer.read())
    except NoSuchRole as error:
        fail(str(error), error.help)
    for finding in asked.findings:
        help = f" ({finding.help})" if finding.help else ""
        note(f"{finding.place}: error[{finding.code}] {finding.message}{help}")
    if asked.findings:
        raise typer.Exit(2)
    for role in asked.roles:
        if role.overrides:
            note(f"orgcli: `{role.file.role.role}` is {role.path}, not the built-in role")
    return asked


def _aligned(asked: Asked, full: bool) -> Comparison:
    from orgcli.compare.align import align
    from orgcli.compare.card import short_card
    from orgcli.compare.comparison import Compared

    compared = [
        Compared(one.file.role, one.shared, None if one.file.builtin else one.path)
        for one in asked.roles
    ]
    comparison = align(compared, asked.library, asked.names)
    return comparison if full else short_card(comparison)


def _width(output: str | None) -> int:
    """COLUMNS, else the terminal written to, else a width that suits files and pipes."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and 0 < int(columns) < 10_000:
        return max(_LEAST_WIDTH, int(columns))
    if output in (None, "-") and sys.stdout.isatty():
        return max(_LEAST_WIDTH, os.get_terminal_size(sys.stdout.fileno()).columns or _WIDTH)
    return _WIDTH


def _wants_color(color: str, output: str | None) -> bool:
    from orgcli.cli.color import wants_color

    return color == "always" if output not in (None, "-") else wants_color(color, sys.stdout)
