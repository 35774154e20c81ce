"""What commands on roles read: every role, every name of one, and the files they come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from orgcli.cli.language import Speech
from orgcli.compare.comparison.comparison import ComparedRole
from orgcli.compare.listing.catalogue import in_order
from orgcli.compare.listing.other_names import NamedRole, OtherName, merge_languages
from orgcli.language.tags import LANGUAGES
from orgcli.read.roles.role_index import SUFFIXES
from orgcli.read.roles.role_selection import NoSuchRole, select_all_roles

if TYPE_CHECKING:
    from orgcli.model.findings.finding import Finding
    from orgcli.read.roles.other_names import OtherNames
    from orgcli.read.roles.role_name import RoleName
    from orgcli.read.roles.role_selection import RoleSelection


def read_all(spoken: Speech) -> tuple[RoleSelection, list[ComparedRole]]:
    """Every role as it goes into a comparison, in the order they are listed."""
    try:
        asked = select_all_roles(spoken.roles(), spoken.words.ask)
    except NoSuchRole as error:
        spoken.fail(str(error), error.help)
    return asked, in_order(compared(asked, spoken))


def compared(asked: RoleSelection, spoken: Speech) -> list[ComparedRole]:
    """The roles that were read as columns of a comparison."""
    works = {work.key: work for work in asked.library.works}
    return [
        ComparedRole(
            one.file.role,
            one.shared,
            None if one.file.builtin else one.path,
            works.get(one.work or ""),
            one.untranslated,
            None if one.language == spoken.words.tag else one.language,
        )
        for one in asked.roles
    ]


def named_role(role: RoleName, names: OtherNames) -> NamedRole:
    """A role with its other names, those of several languages once."""

    def kind(kind: str, editorial: bool) -> str:
        return kind if kind != "alias" else "editorial" if editorial else "sourced"

    found: list[OtherName] = [
        OtherName(
            one.name,
            (one.language,),
            kind(one.kind, one.editorial),
            one.sources,
            one.ambiguous or bool(one.may_mean),
            one.may_mean,
        )
        for one in names.of(role)
    ]
    return NamedRole(role.id, role.title or role.id, tuple(merge_languages(found)))


def refuse_source(
    output: str | None,
    spoken: Speech,
    asked: RoleSelection | None = None,
    also: Sequence[str] = (),
    flag: str = "-o",
) -> None:
    """Leave where a result would be written over a file that roles are read from.

    asked  the roles that were read: their files, and what stands beside these
    also   other files that were read
    flag   the one that says where to write
    """
    if output in (None, "-"):
        return
    paths = [Path(one.path) for one in asked.roles if not one.file.builtin] if asked else []
    folders = {*spoken.folders, *(path.parent for path in paths)}
    every = (file for folder in folders for file in _sources_in(folder))
    spoken.refuse_input(output, [*also, *(str(path) for path in (*paths, *every))], flag)


def _sources_in(folder: Path) -> Iterator[Path]:
    """The files of roles, libraries and translations in a folder of roles."""
    for home in (folder, *(folder / language for language in LANGUAGES)):
        if home.is_dir():
            yield from (path for path in home.iterdir() if path.suffix.lower() in SUFFIXES)


def tell(findings: Sequence[Finding], spoken: Speech) -> None:
    """Say what is wrong with the files that were read; leaves with exit code 2 if anything is."""
    spoken.list_findings(findings)
    if findings:
        raise typer.Exit(2)
