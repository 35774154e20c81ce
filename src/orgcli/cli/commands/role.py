"""`orgcli role`: the card of one role, and the file that a role of one's own begins with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from orgcli.cli.completion import complete_role_or_new
from orgcli.cli.console import page_width, wants_color_in
from orgcli.cli.language import Lang, Speech, speech
from orgcli.cli.output import chosen_format, note, one_of, write_result
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
from orgcli.cli.roles.sources import named_role, refuse_source

if TYPE_CHECKING:
    from orgcli.compare.comparison.comparison import Comparison
    from orgcli.compare.listing.other_names import OtherName
    from orgcli.compare.role_card.card import RoleCard
    from orgcli.read.roles.role_selection import Asked, AskedRole

_NEW = "new"


def role(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="ROLE | new ID",
            help="Id, abbreviation, title or alias; a file; ROLE@WORK. Or `new` and an id.",
            autocompletion=complete_role_or_new,
        ),
    ],
    full: Full = False,
    facet: Facets = None,
    sources: Sources = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TITLE", help="With `new`: its title.")
    ] = None,
    lang: Lang = None,
    format: Format = None,
    output: Output = None,
    color: Color = "auto",
) -> None:
    """Show one role: what it is, where it stands, what the works say and where they disagree.

    \b
    orgcli role cso
    orgcli role cro --full --lang de
    orgcli role "VP of Sales" --facet focus,metrics
    orgcli role cso@sbi -o cso.md

    Formats: table, markdown, html, csv, json.

    With `new`, write a commented file to begin a role of your own with. It goes into your folder
    of roles, `roles/` unless configured, and never over a file that is there.

    \b
    orgcli role new head-of-partnerships
    orgcli role new head-of-partnerships --title "Head of Alliances" -o alliances.yaml
    """
    one_of("--color", color, ("auto", "always", "never"))
    spoken = speech(lang)
    says = spoken.words.roles
    if words[0] == _NEW:
        cards_only = {"--full": full, "--facet": facet, "--sources": sources, "--format": format}
        for flag, given in cards_only.items():
            if given not in (None, False):
                spoken.fail(says.not_for_new.format(flag=flag))
        _new(words[1:], title, output, spoken)
        return
    if title is not None:
        spoken.fail(says.only_for_new.format(flag="--title"))
    if len(words) > 1:
        command = f"orgcli compare {words[0]} {words[1]}"
        spoken.fail(says.one_at_a_time, says.compare_instead.format(command=command))
    _show(words[0], full, facet, sources, spoken, format, output, color)


def _show(
    word: str,
    full: bool,
    facet: list[str] | None,
    sources: bool | None,
    spoken: Speech,
    format: str | None,
    output: str | None,
    color: str,
) -> None:
    from orgcli.compare.role_card.formats import CARD_FORMATS
    from orgcli.render.view import Page

    chosen = chosen_format(format, output, CARD_FORMATS)
    asked = read_roles([word], spoken)
    refuse_source(output, spoken, asked)
    comparison = narrowed(asked, spoken, full, facet)
    card = _card(asked, comparison, spoken, parts=facet is not None)
    page = Page(page_width(output), wants_color_in(color, output), sources, spoken.words)
    write_result(CARD_FORMATS[chosen](card, page), output)


def _card(asked: Asked, comparison: Comparison, spoken: Speech, parts: bool) -> RoleCard:
    from orgcli.compare.role_card.card import RoleCard, role_card

    if parts:
        return RoleCard(comparison)
    one = asked.roles[0]
    names = () if one.work else _names(one, spoken)
    return role_card(comparison, one.file.role, asked.library, names, spoken.words)


def _names(one: AskedRole, spoken: Speech) -> tuple[OtherName, ...]:
    """What else the role is called, in any language; nothing is known of one from a pipe."""
    from orgcli.read.roles.all_roles import OtherNames
    from orgcli.read.roles.role_names import name_in
    from orgcli.read.roles.role_selection import STDIN

    known = spoken.roles()
    named = known.by_id(one.file.role.role)
    if named is None or named.path.resolve() != Path(one.path).resolve():
        named = name_in(Path(one.path)) if one.path != STDIN else None
    return named_role(named, OtherNames(known)).names if named else ()


def _new(words: list[str], title: str | None, output: str | None, spoken: Speech) -> None:
    """Write the file of a new role, or say what stands in the way of it."""
    from orgcli.read.roles.builtin_roles import role_ids
    from orgcli.scaffold.role_file import schema_near, starter, title_of

    if title is not None and not title.strip():
        spoken.fail(spoken.words.roles.empty_title)
    name = _new_id(words, spoken)
    builtin = spoken.roles(translated=False).by_id(name) if name in role_ids() else None
    named = title or (builtin and builtin.title) or title_of(name)
    if output == "-":
        write_result(starter(name, named.strip()), output)
        return
    path = Path(output) if output else spoken.folders[0] / f"{name}.yaml"
    _write_new(path, name, starter(name, named.strip(), schema_near(path)), spoken)
    _say_next(path, name, path.as_posix() if output else name, spoken)


def _new_id(words: list[str], spoken: Speech) -> str:
    """The id of a new role; leaves with exit code 2 where none is given or no role may have it."""
    from orgcli.read.roles.builtin_roles import NOT_ROLES
    from orgcli.scaffold.role_file import is_role_id, nearest_id

    says = spoken.words.roles
    if not words:
        spoken.fail(says.new_needs_id, "orgcli role new head-of-partnerships")
    name = " ".join(words)
    if name in (*NOT_ROLES, _NEW):
        spoken.fail(says.taken_id.format(name=name))
    if not is_role_id(name):
        near = nearest_id(name)
        meant = near and spoken.words.ask.did_you_mean.format(name=near)
        help = f"{says.id_rule}; {meant}" if meant else says.id_rule
        spoken.fail(says.bad_id.format(name=name), help)
    return name


def _write_new(path: Path, name: str, text: str, spoken: Speech) -> None:
    """Write the file; leaves where it is there, or another one describes the role."""
    says = spoken.words.roles
    if path.exists() or path.is_symlink():
        spoken.fail(says.there_already.format(path=path.as_posix()), says.name_another_file)
    found = spoken.roles().by_id(name)
    if found is not None and not found.builtin:
        where = found.path.as_posix()
        spoken.fail(says.described_already.format(name=name, path=where))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or error
        spoken.fail(spoken.words.ask.unreadable.format(path=path.parent, reason=reason))
    write_result(text, str(path))


def _say_next(path: Path, name: str, word: str, spoken: Speech) -> None:
    """What was written, what it stands in the place of, and how to put it beside another."""
    from orgcli.read.roles.builtin_roles import role_ids

    says = spoken.words.roles
    note(f"orgcli: {says.wrote.format(path=path.as_posix())}")
    if name in role_ids():
        overrides = spoken.words.ask.overrides.format(name=name, path=path.as_posix())
        note(f"orgcli: {overrides}")
    note(f"  {says.next.format(command=f'orgcli compare {word} cro')}")
