"""`orgcli compare`: read the roles asked for, align them, write them side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from orgcli.cli.completion import complete_only, complete_role
from orgcli.cli.console import page_width, wants_color_in
from orgcli.cli.language import Lang, Speech, speech
from orgcli.cli.output import chosen_format, fail, one_of, write_result
from orgcli.cli.roles.selection import (
    Color,
    Facets,
    Format,
    Full,
    Output,
    Sources,
    narrowed,
    read_roles,
)
from orgcli.cli.roles.sources import refuse_source


def compare(
    roles: Annotated[
        list[str],
        typer.Argument(
            metavar="ROLE...",
            help="Id, abbreviation, title or alias; a file; or ROLE@WORK.",
            autocompletion=complete_role,
        ),
    ],
    full: Full = False,
    facet: Facets = None,
    only: Annotated[
        str | None,
        typer.Option(
            "--only",
            metavar="KIND",
            help="different, shared, or unique to one role.",
            autocompletion=complete_only,
        ),
    ] = None,
    sources: Sources = None,
    diff: Annotated[
        bool, typer.Option("--diff", help="Two versions of one role: what came, went, changed.")
    ] = False,
    lang: Lang = None,
    format: Format = None,
    output: Output = None,
    color: Color = "auto",
) -> None:
    """Put roles side by side: what each is, what they share, where the sources disagree.

    \b
    orgcli compare cso cro vp
    orgcli compare cso cro --full --lang sv
    orgcli compare cso cro --facet focus,metrics
    orgcli compare cso cro --only shared
    orgcli compare cso@quotapath cso@sbi
    orgcli compare cro roles/head-of-partnerships.yaml -o roles.html
    orgcli compare old.yaml roles/partnerships.yaml --diff

    Formats: table, markdown, html, csv, json; --diff: table, markdown, json.
    """
    from orgcli.compare.comparison.formats import FORMATS
    from orgcli.compare.comparison.selection import ONLY
    from orgcli.compare.comparison.selection import only as select_only
    from orgcli.render.view import Page

    if diff:
        _compare_versions(roles, speech(lang), format, output, color)
        return
    chosen = chosen_format(format, output, FORMATS)
    one_of("--color", color, ("auto", "always", "never"))
    if only is not None:
        one_of("--only", only, ONLY)
    spoken = speech(lang)
    says = spoken.words.ask
    if len(roles) < 2:
        fail(says.needs_two, f"{says.name_another}: orgcli compare cso cro", says.help)
    page = Page(page_width(output), wants_color_in(color, output), sources, spoken.words)
    asked = read_roles(roles, spoken)
    refuse_source(output, spoken, asked)
    # What roles share, or what sets them apart, is only right if nothing is left out.
    comparison = narrowed(asked, spoken, full or only is not None, facet)
    if only is not None:
        comparison = select_only(comparison, only)
    write_result(FORMATS[chosen](comparison, page), output)


def _compare_versions(
    roles: list[str], spoken: Speech, format: str | None, output: str | None, color: str
) -> None:
    """Write what came, went and changed between two versions of one role."""
    from orgcli.compare.versions.differences import differences
    from orgcli.compare.versions.formats import DIFF_FORMATS, Versions
    from orgcli.read.roles.library import Libraries
    from orgcli.render.view import Page

    chosen = chosen_format(format, output, DIFF_FORMATS)
    one_of("--color", color, ("auto", "always", "never"))
    says = spoken.words.ask
    if len(roles) != 2:
        fail(says.diff_needs_two, "orgcli compare old.yaml roles/new.yaml --diff", says.help)
    asked = read_roles(roles, spoken, translated=False)
    refuse_source(output, spoken, asked)
    before, after = (one.file.role for one in asked.roles)
    labels = Libraries(spoken.words.tag, []).base.facets or {}
    versions = Versions(roles[0], roles[1], differences(before, after), labels)
    page = Page(page_width(output), wants_color_in(color, output), None, spoken.words)
    write_result(DIFF_FORMATS[chosen](versions, page), output)
