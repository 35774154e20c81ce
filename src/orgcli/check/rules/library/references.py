"""Rules about what role files and libraries refer to: ORG401 and ORG405."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from orgcli.check.rule import Rule
from orgcli.check.rules.files.complete_files import LIBRARY, SHAPE, libraries_are_whole
from orgcli.check.rules.library.cited_statements import (
    Reference,
    citations,
    cited_statements,
    cited_works,
    keys_of_statement,
)
from orgcli.check.rules.roles.role_suggestion import RoleSuggestions
from orgcli.model.findings.finding import Finding, Level
from orgcli.model.likeness import NearestName, close_fix, did_you_mean
from orgcli.model.project import Project


def unknown_role_references(project: Project) -> Iterator[Finding]:
    """ORG401, at every reference; those to one missing role are a group."""
    suggestions = RoleSuggestions(project)
    for reference in _roles_named(project):
        word = reference.word
        if word not in project.role_ids:
            message = f"`{word}` is named as a role, but no such role is defined"
            help = suggestions.help(word, f"define it in roles/{word}.yaml, or use `text`")
            fix = suggestions.fix(word)
            yield Finding(
                "ORG401", message, reference.place(), help, reference.entity, group=word, fix=fix
            )


def _roles_named(project: Project) -> Iterator[Reference]:
    for cited in cited_statements(project):
        for number, role in enumerate(cited.statement.role):
            yield Reference("roles", role, partial(cited.place, "role", number), cited.entity)
    for file in project.libraries:
        name = file.library.library
        for number, shared in enumerate(file.library.shared):
            for at, role in enumerate(shared.roles):
                place = partial(file.place, "shared", number, "roles", at)
                yield Reference("roles", role, place, shared.statement.id or name)
        for number, axis in enumerate(file.library.axes):
            for at, standing in enumerate(axis.places):
                place = partial(file.place, "axes", number, "places", at, "role")
                yield Reference("roles", standing.role, place, axis.key)


def unknown_key_references(project: Project) -> Iterator[Finding]:
    """ORG405, at every reference; those to one missing key are a group."""
    used = [
        reference
        for reference in _keys_named(project)
        if (reference.kind, reference.word) != ("hedges", "is")
    ]
    if used and libraries_are_whole(project):
        yield from _undefined(used, _defined(project), LIBRARY)
    if project.yardsticks:
        from orgcli.check.rules.library.yardsticks import yardstick_references

        for used, defined in yardstick_references(project):
            yield from _undefined(used, defined, SHAPE)


def _undefined(
    used: Iterable[Reference], defined: Mapping[str, Mapping[str, None]], file: str
) -> Iterator[Finding]:
    """ORG405 for those that are not defined; all hedges are in the library."""
    nearest = {kind: NearestName(keys) for kind, keys in defined.items()}
    for reference in used:
        if reference.word in defined[reference.kind]:
            continue
        near = nearest[reference.kind].of(reference.word)
        message = f"the {reference.kind.removesuffix('s')} `{reference.word}` is not defined"
        where = LIBRARY if reference.kind == "hedges" else file
        help = did_you_mean(near, f"define it under `{reference.kind}:` in roles/{where}.yaml")
        group, fix = f"{reference.kind} {reference.word}", close_fix(reference.word, near)
        yield Finding(
            "ORG405", message, reference.place(), help, reference.entity, group=group, fix=fix
        )


def _defined(project: Project) -> dict[str, dict[str, None]]:
    library = project.library
    return {
        "works": dict.fromkeys(work.key for work in library.works),
        "concepts": dict.fromkeys(concept.key for concept in library.concepts),
        "disputes": dict.fromkeys(dispute.key for dispute in library.disputes),
        "hedges": dict.fromkeys(library.hedges or ()),
        "conditions": dict.fromkeys(library.conditions or ()),
    }


def _keys_named(project: Project) -> Iterator[Reference]:
    yield from cited_works(citations(project))
    for cited in cited_statements(project):
        yield from keys_of_statement(cited.statement, cited.place, cited.entity)
    yield from _works_of_aliases(project)
    for library in project.libraries:
        for number, hedge in enumerate(library.library.firm):
            place = partial(library.place, "firm", number)
            yield Reference("hedges", hedge, place, library.library.library)


def _works_of_aliases(project: Project) -> Iterator[Reference]:
    roles = [(role.role, role.role.role, role.place) for role in project.roles]
    texts = [
        (translation.translation, translation.translation.translation, translation.place)
        for translation in project.translations
    ]
    for model, entity, place in (*roles, *texts):
        for number, alias in enumerate(getattr(model, "aliases", ())):  # a library has none
            for at, work in enumerate(alias.sources):
                source_place = partial(place, "aliases", number, "sources", at)
                yield Reference("works", work, source_place, entity)


RULES = (
    Rule(
        "ORG401", "unknown-role-reference", Level.ERROR,
        "a role file or a library names a role that is not defined",
        "Relations, complements, shared statements and axes name roles by their id. The role is "
        "built in or your own. Use `text` for others, for example customers.",
        "# roles/head-of-partnerships.yaml\nrole: head-of-partnerships\nreports_to: [cmo-emea]\n",
        "# roles/head-of-partnerships.yaml\nrole: head-of-partnerships\nreports_to: [cro]\n",
        roles=unknown_role_references,
        fixable=True,
    ),
    Rule(
        "ORG405", "unknown-key-reference", Level.ERROR,
        "a work, concept, dispute, hedge or condition that no library defines",
        "A statement whose work is not known cannot be checked, and a misspelt concept is not "
        "compared with other roles. The built-in library defines some keys; add others to "
        "`roles/library.yaml`, which begins with `library:` and a name. The works and disputes of "
        "published figures are those of `roles/shape.yaml` itself.",
        "# roles/closer.yaml\nrole: closer\nfocus:\n  - {text: Closing deals, concept: close-deal}"
        "\n",
        "# roles/closer.yaml\nrole: closer\nfocus:\n  - {text: Closing deals, concept: close-deals}"
        "\n",
        roles=unknown_key_references,
        fixable=True,
    ),
)  # fmt: skip
