"""`orgcli roles`: the roles there are, their other names, and what their translations lack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from orgcli.cli.output import chosen_format, fail, note, one_of, write_result
from orgcli.cli.roles_asked import Color, Format, Output
from orgcli.cli.speech import Lang, Speech, speech
from orgcli.cli.terminal import page_width, wants_color_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgcli.compare.comparison import Compared
    from orgcli.compare.listing import Listing
    from orgcli.compare.other_names import NamedRole, OtherName
    from orgcli.model.finding import Finding
    from orgcli.read.asked import Asked
    from orgcli.read.every import OtherNames
    from orgcli.read.role_names import RoleName


def roles(
    aliases: Annotated[
        bool, typer.Option("--aliases", help="Every other name, by language, and who uses it.")
    ] = False,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="What each language lacks, file by file.")
    ] = False,
    lang: Lang = None,
    format: Format = None,
    output: Output = None,
    color: Color = "auto",
) -> None:
    """List the roles there are: those of the library, and your own.

    \b
    orgcli roles --lang sv
    orgcli roles --aliases
    orgcli roles --coverage -o coverage.csv

    Formats: table, markdown, csv, json.
    """
    from orgcli.compare.listing_formats import LISTINGS
    from orgcli.page.page import Page

    chosen = chosen_format(format, output, LISTINGS)
    one_of("--color", color, ("auto", "always", "never"))
    if aliases and coverage:
        fail("--aliases and --coverage are two listings", "ask for one of them")
    spoken = speech(lang)
    listing, findings = (
        _covered(spoken) if coverage else _named(spoken) if aliases else _listed(spoken)
    )
    page = Page(page_width(output), wants_color_in(color, output), None, spoken.words)
    write_result(LISTINGS[chosen](listing, page), output)
    tell(findings)


def tell(findings: Sequence[Finding]) -> None:
    """Say what is wrong with the files that were read; leaves with exit code 2 if anything is."""
    for finding in findings:
        help = f" ({finding.help})" if finding.help else ""
        note(f"{finding.place}: error[{finding.code}] {finding.message}{help}")
    if findings:
        raise typer.Exit(2)


def read_all(spoken: Speech) -> tuple[Asked, list[Compared]]:
    """Every role as it goes into a comparison, in the order they are listed."""
    from orgcli.compare.catalogue import in_order
    from orgcli.compare.comparison import Compared
    from orgcli.read.asked import NoSuchRole
    from orgcli.read.every import read_every

    try:
        asked = read_every(spoken.roles(), spoken.words.ask)
    except NoSuchRole as error:
        fail(str(error), error.help)
    compared = [
        Compared(
            one.file.role,
            one.shared,
            None if one.file.builtin else one.path,
            left=one.left,
            language=None if one.language == spoken.words.tag else one.language,
        )
        for one in asked.roles
    ]
    return asked, in_order(compared)


def named_role(role: RoleName, names: OtherNames) -> NamedRole:
    """A role with its other names, those of several languages once."""
    from orgcli.compare.other_names import NamedRole, OtherName, joined

    def kind(kind: str, editorial: bool) -> str:
        return kind if kind != "alias" else "editorial" if editorial else "sourced"

    found: list[OtherName] = [
        OtherName(
            one.called.name,
            (one.called.language,),
            kind(one.kind, one.called.editorial),
            one.called.sources,
            one.called.ambiguous or bool(one.may_mean),
            one.may_mean,
        )
        for one in names.of(role)
    ]
    return NamedRole(role.id, role.title or role.id, tuple(joined(found)))


def _listed(spoken: Speech) -> tuple[Listing, Sequence[Finding]]:
    from orgcli.compare.catalogue import catalogue
    from orgcli.read.builtin import role_ids

    asked, compared = read_all(spoken)
    listing = catalogue(compared, asked.library, role_ids(), spoken.words.roles)
    return listing, asked.findings


def _named(spoken: Speech) -> tuple[Listing, Sequence[Finding]]:
    from orgcli.compare.other_names import other_names
    from orgcli.read.every import OtherNames
    from orgcli.read.library import Libraries

    known = spoken.roles()
    findings: list[Finding] = []
    libraries = Libraries(spoken.words.tag, findings)
    own = (libraries.beside(folder) for folder in dict.fromkeys(spoken.folders))
    library = libraries.merged([one for one in own if one])
    names = OtherNames(known)
    roles = [named_role(role, names) for role in known.all()]
    return other_names(roles, library, spoken.words.roles), findings


def _covered(spoken: Speech) -> tuple[Listing, Sequence[Finding]]:
    from orgcli.compare.coverage import coverage
    from orgcli.language.tags import LANGUAGES
    from orgcli.read.coverage import Coverage

    findings: list[Finding] = []
    files = list(Coverage(findings).of_every(spoken.roles(), spoken.folders))
    return coverage(files, LANGUAGES, spoken.words.roles), findings
