"""`orgcli dispute`: what the works disagree on, with every side and everything said on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from orgcli.cli.console import page_width, wants_color_in
from orgcli.cli.language import Lang, Speech, speech
from orgcli.cli.output import chosen_format, one_of, write_result
from orgcli.cli.roles.selection import Color, Format, Output
from orgcli.cli.roles.sources import read_all, refuse_source, tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgcli.model.roles.library import Dispute, Library


def dispute(
    keys: Annotated[
        list[str] | None, typer.Argument(metavar="KEY", help="As in K1; none lists them all.")
    ] = None,
    lang: Lang = None,
    format: Format = None,
    output: Output = None,
    color: Color = "auto",
) -> None:
    """Show what the works disagree on: every side with its works, and what is said on it.

    \b
    orgcli dispute
    orgcli dispute K2
    orgcli dispute K1 K2 --lang sv -o disputes.md

    Formats: text, markdown, json.
    """
    from orgcli.compare.comparison.align import align
    from orgcli.compare.disputes.dispute import argued
    from orgcli.compare.disputes.formats import DISPUTE_FORMATS, DISPUTE_LISTS
    from orgcli.render.view import Page

    chosen = chosen_format(format, output, DISPUTE_FORMATS)
    one_of("--color", color, ("auto", "always", "never"))
    spoken = speech(lang)
    refuse_source(output, spoken)
    asked, compared = read_all(spoken)
    chosen_ones = _asked_for(keys or (), asked.library, spoken)
    comparison = align(compared, asked.library, asked.names)
    found = [argued(one, comparison, asked.library) for one in chosen_ones]
    page = Page(page_width(output), wants_color_in(color, output), None, spoken.words)
    formats = DISPUTE_FORMATS if keys else DISPUTE_LISTS
    write_result(formats[chosen](found, page), output)
    tell(asked.findings, spoken)


def _asked_for(keys: Sequence[str], library: Library, spoken: Speech) -> list[Dispute]:
    """The disputes with these keys, each once, in the order asked for; all where none is."""
    from orgcli.model.likeness import nearest_word

    by_key = {one.key.casefold(): one for one in library.disputes}
    found: dict[str, Dispute] = {}
    for key in keys:
        one = by_key.get(key.strip().casefold())
        if one is None:
            says = spoken.words
            every = [dispute.key for dispute in library.disputes]
            near = nearest_word(key, every)
            listed = says.ask.there_are.format(names=", ".join(f"`{one}`" for one in every))
            help = says.ask.did_you_mean.format(name=near) if near else listed
            spoken.fail(says.roles.unknown_dispute.format(name=key), help)
        found[one.key] = one
    return list(found.values()) if keys else list(library.disputes)
