"""A rule about what roles are called: ORG409."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from orgcli.check.rule import Rule
from orgcli.model.findings.finding import Finding, Level, Place, Related
from orgcli.model.project import Project
from orgcli.model.roles.role_name import squeeze
from orgcli.model.text import quoted

if TYPE_CHECKING:
    from orgcli.model.roles.role import Role
    from orgcli.model.roles.translation import RoleTranslation


class NameUse(NamedTuple):
    """A name that one role goes by in one language.

    free   False for an alias that is declared ambiguous: others have the name
    place  None where the role is a built-in one
    """

    role: str
    name: str
    language: str
    title: bool
    free: bool
    place: Callable[[], Place] | None = None


def ambiguous_titles(project: Project) -> Iterator[Finding]:
    """ORG409, once per name, at the first of the user's own roles that has it.

    Silent where the name is the id of a role, which settles it, and where all aliases are declared
    ambiguous.
    """
    uses_by_name: dict[tuple[str, str], list[NameUse]] = {}
    for use in _own_uses(project):
        uses_by_name.setdefault((use.language, squeeze(use.name)), []).append(use)
    if not uses_by_name:
        return
    languages = dict.fromkeys(language for language, _ in uses_by_name)
    for role in sorted(project.role_ids):
        if role not in project.own:
            for name in project.names(role, tuple(languages)):
                key = name.language, squeeze(name.name)
                if key in uses_by_name:
                    use = NameUse(role, name.name, name.language, False, not name.ambiguous)
                    uses_by_name[key].append(use)
    ids = {squeeze(role) for role in project.role_ids}
    for (language, squeezed), uses in uses_by_name.items():
        roles = dict.fromkeys(use.role for use in uses)
        if len(roles) > 1 and squeezed not in ids and _is_undeclared(uses):
            yield _finding(language, uses, list(roles))


def _is_undeclared(uses: Sequence[NameUse]) -> bool:
    """Whether a name is shared without its aliases being declared ambiguous."""
    titles = {use.role for use in uses if use.title}
    return len(titles) > 1 or any(use.free and not use.title for use in uses)


def _finding(language: str, uses: Sequence[NameUse], roles: Sequence[str]) -> Finding:
    first = uses[0]
    assert first.place is not None
    others = [use for use in uses if use.role != first.role]
    message = f"`{first.name}` means {len(roles)} roles in `{language}`: {quoted(roles, 'and')}"
    help = "orgcli compare cannot know which; rename one of them, or write in the alias "
    help += "`ambiguous: true`"
    related = tuple(Related(use.place(), f"`{use.role}` too") for use in others if use.place)
    return Finding("ORG409", message, first.place(), help, first.role, related=related)


def _own_uses(project: Project) -> Iterator[NameUse]:
    for file in project.own.values():
        yield from _uses(file.role.role, file.role.language, file.role, file.place)
    if not project.translations:
        return
    from orgcli.model.roles.translation import RoleTranslation

    for translation in project.translations:
        texts = translation.translation
        if isinstance(texts, RoleTranslation) and texts.translation in project.own:
            yield from _uses(texts.translation, translation.language, texts, translation.place)


def _uses(
    role: str, language: str, texts: Role | RoleTranslation, place: Callable[..., Place]
) -> Iterator[NameUse]:
    for field in ("title", "abbreviation"):
        if name := getattr(texts, field):
            yield NameUse(role, name, language, True, True, partial(place, field))
    for number, alias in enumerate(texts.aliases):
        alias_place = partial(place, "aliases", number)
        yield NameUse(role, alias.name, language, False, not alias.ambiguous, alias_place)


RULES = (
    Rule(
        "ORG409", "ambiguous-title", Level.INFO, "two roles have the same name in one language",
        "If you ask for the name, `orgcli compare` does not guess: it lists the roles that have "
        "it. If the name is meant for several roles, say so in the alias: "
        "`aliases: [{name: Head of Sales, ambiguous: true}]`.",
        "# roles/growth-lead.yaml\nrole: growth-lead\ntitle: Chief Revenue Officer\n",
        "# roles/growth-lead.yaml\nrole: growth-lead\ntitle: Growth Lead\n",
        roles=ambiguous_titles,
    ),
)  # fmt: skip
