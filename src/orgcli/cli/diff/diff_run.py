"""One run of `orgcli diff`: both sides are read, compared by organisation, and reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from orgcli.changes.organisation_changes import (
    ComparisonRules,
    Keys,
    NoSuchRoot,
    organisation_changes,
)
from orgcli.changes.report import ONLY, ChangeReport, OrganisationChanges, SideLabel
from orgcli.changes.sides import SideView
from orgcli.cli.diff.request import DiffRequest
from orgcli.cli.diff.side_choice import WORKING_TREE, SideChoice, SideSource
from orgcli.cli.diff.side_reading import SideProject, read_side
from orgcli.cli.inputs import Inputs
from orgcli.cli.output import fail, refusing
from orgcli.language.changes.words import ChangeWords
from orgcli.model.findings.finding import Finding
from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.request.day import date_of

Sides = tuple[SideProject, SideProject]


def read_sides(
    choice: SideChoice, inputs: Inputs, map_b: Sequence[str], language: str, findings: bool
) -> Sides:
    """Both sides; one that is looked at on two days is read once."""
    after_inputs = replace(inputs, columns=tuple(map_b)) if map_b else inputs
    first, second = choice.before, choice.after
    with refusing():
        before = read_side(first, inputs, choice.repository, language, findings)
        is_same = (first.paths, first.commit) == (second.paths, second.commit)
        if is_same and second.plan is None and not map_b:
            return before, before
        after = read_side(second, after_inputs, choice.repository, language, findings)
    return before.compared_with(after), after.compared_with(before)


def compared(
    choice: SideChoice, sides: Sides, request: DiffRequest, words: ChangeWords
) -> ChangeReport:
    """The report of two sides; leaves with exit code 2 where the request does not fit them."""
    renamed_ids = _renamed_ids(request, sides)
    keyed_by = request.keyed_by or _keys(sides)
    day = date_of(request.as_of)
    views = _view(choice.before, sides[0], day), _view(choice.after, sides[1], day)
    rules = ComparisonRules(
        renamed_ids,
        not request.no_renames,
        "person" if keyed_by == "person" else "seat",
        frozenset(request.ignore),
        request.root,
        *views,
    )
    old_findings, new_findings = (side.findings for side in sides)
    before, after = (
        SideLabel(
            source.label if source.label != WORKING_TREE else words.working_tree, source.commit
        )
        for source in (choice.before, choice.after)
    )
    return ChangeReport(
        before,
        after,
        _organisations(sides, rules),
        words,
        frozenset(request.only or ONLY),
        request.fields is None,
        request.context,
        _added(old_findings, new_findings),
        _added(new_findings, old_findings),
    )


def _view(source: SideSource, side: SideProject, day: date | None) -> SideView:
    """How a side is looked at; the clock is read only where a position has an end."""
    if source.day is not None:
        return SideView(side.titles, source.day, then=True)
    if day is not None:
        return SideView(side.titles, day)
    has_ends = any(
        position.end
        for organisation in side.project.organisations
        for position in organisation.positions
    )
    return SideView(side.titles, date.today() if has_ends else None)


def _renamed_ids(request: DiffRequest, sides: Sides) -> Mapping[str, str]:
    """Old id -> new id, from the configuration and from flags; those of flags must exist."""
    renamed_ids: dict[str, str] = sides[1].config.settings.renamed
    if not renamed_ids and not request.rename:
        return {}
    ids = [side.ids for side in sides]
    renamed_ids = {old: new for old, new in renamed_ids.items() if old in ids[0] and new in ids[1]}
    for rename in request.rename:
        old, equals, new = rename.partition("=")
        old, new = old.strip(), new.strip()
        if not equals or not old or not new:
            fail(f"`--rename {rename}` is not OLD=NEW", "write --rename cco=chief-customer-officer")
        for id, known, side in ((old, ids[0], "first"), (new, ids[1], "second")):
            if id not in known and all(project.is_whole for project in sides):
                near = did_you_mean(nearest_words(id, sorted(known)), "see `orgcli chart -f tree`")
                fail(f"`--rename {rename}`: there is no `{id}` on the {side} side", near)
        renamed_ids[old] = new
    return renamed_ids


def _keys(sides: Sides) -> Keys:
    """Whose ids they are, by the headings of the columns of ids."""
    tables = [table for side in sides for table in side.project.tables if table.positions]
    return "person" if tables and all(table.ids_are_people for table in tables) else "seat"


def _organisations(sides: Sides, rules: ComparisonRules) -> list[OrganisationChanges]:
    compared_organisations = []
    failed: list[str] = []
    for before, after in _paired(sides):
        try:
            changes = organisation_changes(before, after, rules)
        except NoSuchRoot as error:
            failed.append(str(error))
            continue
        name = after.name or before.name
        views = rules.before, rules.after
        compared_organisations.append(OrganisationChanges(name, changes, (before, after), views))
    if failed and not compared_organisations:
        near = nearest_words(failed[0], sorted(sides[0].ids | sides[1].ids))
        fail(f"--root: there is no `{failed[0]}` on either side", did_you_mean(near))
    return compared_organisations


def _paired(sides: Sides) -> Iterator[tuple[Organisation, Organisation]]:
    """Organisations of one name; where each side has one other left, these; the rest alone."""
    before, after = (
        [organisation for organisation in side.project.organisations if organisation.positions]
        for side in sides
    )
    names = {organisation.name: organisation for organisation in before}
    pairs = [
        (names[organisation.name], organisation)
        for organisation in after
        if organisation.name in names
    ]
    rest_before = [
        organisation
        for organisation in before
        if organisation.name not in {new.name for _, new in pairs}
    ]
    rest_after = [organisation for organisation in after if organisation.name not in names]
    if len(rest_before) == len(rest_after) == 1:
        pairs.append((rest_before[0], rest_after[0]))
        rest_before, rest_after = [], []
    yield from pairs
    for organisation in rest_before:
        yield organisation, Organisation(organisation.name, (), complete=sides[1].is_whole)
    for organisation in rest_after:
        yield Organisation(organisation.name, (), complete=sides[0].is_whole), organisation


def _added(before: Sequence[Finding], after: Sequence[Finding]) -> list[Finding]:
    """The findings that only the second side has; of several alike, the first ones."""
    known = Counter(finding.content for finding in before)
    more = Counter(finding.content for finding in after) - known
    added = []
    for finding in after:
        if more[finding.content] > 0:
            more[finding.content] -= 1
            added.append(finding)
    return added
