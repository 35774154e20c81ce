"""One run of `orgcli diff`: both sides are read, compared by organisation, and reported."""

from __future__ import annotations

import re
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

_PERSON = re.compile(
    "employee|empl|person|worker|staff|user|member|associate|badge|payroll|login|account|mail|name"
    "|mitarbeit|anställ|ansatt|medarbet|emplead|funcion|trabaj|colabora",
    re.IGNORECASE,
)
_SEAT = re.compile("position|post|seat|job|role|stelle|befattning|stilling|puesto|cargo", re.I)
"""What the column of ids is called where they are those of people, and of seats."""

Sides = tuple[SideProject, SideProject]


def read_sides(
    choice: SideChoice, inputs: Inputs, map_b: Sequence[str], language: str, findings: bool
) -> Sides:
    """Both sides; one that is looked at on two days is read once."""
    after_inputs = replace(inputs, columns=tuple(map_b)) if map_b else inputs
    one, other = choice.before, choice.after
    with refusing():
        before = read_side(one, inputs, choice.repository, language, findings)
        is_one = (one.paths, one.commit) == (other.paths, other.commit) and other.plan is None
        if is_one and not map_b:
            return before, before
        after = read_side(other, after_inputs, choice.repository, language, findings)
    return before.compared_with(after), after.compared_with(before)


def compared(
    choice: SideChoice, sides: Sides, request: DiffRequest, words: ChangeWords
) -> ChangeReport:
    """The report of two sides; leaves with exit code 2 where the request cannot be meant."""
    told = _told(request, sides)
    keyed_by = request.keyed_by or _keys(sides)
    day = date_of(request.as_of)
    views = _view(choice.before, sides[0], day), _view(choice.after, sides[1], day)
    rules = ComparisonRules(
        told,
        not request.no_renames,
        "person" if keyed_by == "person" else "seat",
        frozenset(request.ignore),
        request.root,
        *views,
    )
    old_findings, new_findings = (side.findings for side in sides)
    before, after = (
        SideLabel(one.label if one.label != WORKING_TREE else words.working_tree, one.commit)
        for one in (choice.before, choice.after)
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


def _told(request: DiffRequest, sides: Sides) -> Mapping[str, str]:
    """Which ids are said to be one: by the configuration, and by flags, which must be there."""
    told: dict[str, str] = sides[1].config.settings.renamed
    if not told and not request.rename:
        return {}
    ids = [side.ids for side in sides]
    told = {old: new for old, new in told.items() if old in ids[0] and new in ids[1]}
    for written in request.rename:
        old, equals, new = written.partition("=")
        old, new = old.strip(), new.strip()
        if not equals or not old or not new:
            fail(
                f"`--rename {written}` is not OLD=NEW", "write --rename cco=chief-customer-officer"
            )
        for id, known, side in ((old, ids[0], "first"), (new, ids[1], "second")):
            if id not in known and all(one.is_whole for one in sides):
                near = did_you_mean(nearest_words(id, sorted(known)), "see `orgcli chart -f tree`")
                fail(f"`--rename {written}`: there is no `{id}` on the {side} side", near)
        told[old] = new
    return told


def _keys(sides: Sides) -> Keys:
    """Whose ids they are, by what the columns are called that they stand in."""
    headings = [
        table.sources.get("id", "")
        for side in sides
        for table in side.project.tables
        if table.positions
    ]
    people = [bool(_PERSON.search(heading)) and not _SEAT.search(heading) for heading in headings]
    return "person" if people and all(people) else "seat"


def _organisations(sides: Sides, rules: ComparisonRules) -> list[OrganisationChanges]:
    found = []
    failed: list[str] = []
    for before, after in _paired(sides):
        try:
            changes = organisation_changes(before, after, rules)
        except NoSuchRoot as error:
            failed.append(str(error))
            continue
        name = after.name or before.name
        views = rules.before, rules.after
        found.append(OrganisationChanges(name, changes, (before, after), views))
    if failed and not found:
        near = nearest_words(failed[0], sorted(sides[0].ids | sides[1].ids))
        fail(f"--root: there is no `{failed[0]}` on either side", did_you_mean(near))
    return found


def _paired(sides: Sides) -> Iterator[tuple[Organisation, Organisation]]:
    """Organisations of one name; where each side has one other left, these; the rest alone."""
    before, after = (
        [organisation for organisation in side.project.organisations if organisation.positions]
        for side in sides
    )
    names = {one.name: one for one in before}
    pairs = [(names[one.name], one) for one in after if one.name in names]
    rest_before = [one for one in before if one.name not in {new.name for _, new in pairs}]
    rest_after = [one for one in after if one.name not in names]
    if len(rest_before) == len(rest_after) == 1:
        pairs.append((rest_before[0], rest_after[0]))
        rest_before, rest_after = [], []
    yield from pairs
    for one in rest_before:
        yield one, Organisation(one.name, (), complete=sides[1].is_whole)
    for one in rest_after:
        yield Organisation(one.name, (), complete=sides[0].is_whole), one


def _added(before: Sequence[Finding], after: Sequence[Finding]) -> list[Finding]:
    """The findings that only the second side has; of several alike, the first ones."""
    known = Counter(one.content for one in before)
    more = Counter(one.content for one in after) - known
    found = []
    for one in after:
        if more[one.content] > 0:
            more[one.content] -= 1
            found.append(one)
    return found
