"""`orgcli compare`: read the roles asked for, align them, write them side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from orgcli.cli.output import fail, one_of, refuse_input, write_result
from orgcli.cli.roles_asked import read_roles
from orgcli.cli.speech import Lang, speech
from orgcli.cli.terminal import page_width, wants_color_in

if TYPE_CHECKING:
    from orgcli.compare.comparison import Comparison
    from orgcli.read.asked import Asked


def compare(
    roles: Annotated[
        list[str],
        typer.Argument(
            metavar="ROLE...", help="Id, abbreviation, title or alias; a file; or ROLE@WORK."
        ),
    ],
    full: Annotated[
        bool, typer.Option("--full", help="Every statement, not only the key ones.")
    ] = False,
    sources: Annotated[
        bool | None,
        typer.Option(
            "--sources/--no-sources", help="With ids and the works in full; or without works."
        ),
    ] = None,
    lang: Lang = None,
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
    orgcli compare cso cro --full --lang sv
    orgcli compare cso@quotapath cso@sbi
    orgcli compare cro roles/head-of-partnerships.yaml
    orgcli compare cso cro --format markdown -o roles.md
    """
    from orgcli.compare.card import short_card
    from orgcli.compare.formats import FORMATS
    from orgcli.page.page import Page

    one_of("--format", format, FORMATS)
    one_of("--color", color, ("auto", "always", "never"))
    spoken = speech(lang)
    if len(roles) < 2:
        fail(spoken.words.ask.needs_two, f"{spoken.words.ask.name_another}: orgcli compare cso cro")
    asked = read_roles(roles, spoken)
    refuse_input(output, [one.path for one in asked.roles])
    comparison = aligned(asked, spoken.words.tag)
    if not full:
        comparison = short_card(comparison)
    page = Page(page_width(output), wants_color_in(color, output), sources, spoken.words)
    write_result(FORMATS[format](comparison, page), output)


def aligned(asked: Asked, language: str) -> Comparison:
    """The roles asked for, side by side, with everything they say."""
    from orgcli.compare.align import align
    from orgcli.compare.comparison import Compared

    works = {work.key: work for work in asked.library.works}
    compared = [
        Compared(
            one.file.role,
            one.shared,
            None if one.file.builtin else one.path,
            works.get(one.work or ""),
            one.left,
            None if one.language == language else one.language,
        )
        for one in asked.roles
    ]
    return align(compared, asked.library, asked.names)
