"""An organisation in, its numbers out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from orgcli.figures.amounts import amounts
from orgcli.figures.figures import (
    FigureError,
    GroupFigures,
    GroupKey,
    OrganisationFigures,
    SeatFigures,
)
from orgcli.figures.groups.attribute_names import attribute_named
from orgcli.figures.groups.departments import DepartmentNames
from orgcli.figures.groups.grouping import grouping
from orgcli.figures.rules import USUAL_RULES, FigureRules
from orgcli.figures.shape import layer_figures, span_figures, top_figures
from orgcli.figures.tally import Measures, measures_of, tally
from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import attribute_names
from orgcli.model.organisation.position_choice import UnknownPosition, position_called
from orgcli.model.organisation.snapshot import snapshot
from orgcli.model.text import listed, shortened

_MOST_KEYS = 2


def organisation_figures(
    organisation: Organisation, rules: FigureRules = USUAL_RULES
) -> OrganisationFigures:
    """The numbers of an organisation, in time linear in its positions.

    Who reports to a position that does not count reports to the nearest above it that does.
    Raises FigureError for a root, a field or an attribute that is not there.
    """
    if len(rules.by) > _MOST_KEYS:
        raise FigureError("--by is given more than twice", "cross two at most")
    counted = _counted(organisation, rules)
    measures = measures_of(counted, _sums(counted, rules))
    (total,) = tally(measures)
    groups, shared = _groups(counted, measures, rules)
    tops = top_figures(counted, rules.titles) if counted.lines.layer.count(1) > 1 else ()
    return OrganisationFigures(
        organisation.name,
        total,
        span_figures(counted, measures, rules.titles),
        layer_figures(counted, measures, total),
        tops,
        groups,
        shared,
        _lines_across(counted),
        measures.holders.namesakes,
        _unnamed_seats(counted),
        len(organisation.positions) - len(counted.positions) if rules.root is None else 0,
        organisation.complete,
        organisation.files,
    )


def _counted(organisation: Organisation, rules: FigureRules) -> Organisation:
    """The positions that count, as an organisation of their own."""
    there = snapshot(organisation, rules.day).organisation
    if rules.root is None:
        return there
    try:
        absent = partial(_absent_root, organisation, rules)
        root = position_called(rules.root, there, organisation, rules.titles, absent)
    except UnknownPosition as error:
        raise FigureError(f"--root: {error}", error.help) from None
    return below(there, root)


def _unnamed_seats(organisation: Organisation) -> int:
    """The filled seats that are more than the holders who are named."""
    return sum(
        max(0, position.headcount - len(position.holder))
        for position in organisation.positions
        if position.state == "filled"
    )


def _absent_root(organisation: Organisation, rules: FigureRules, at: int) -> FigureError:
    """What to say of a root that does not count, by its place in the organisation."""
    is_closed = organisation.positions[at].status == "closed"
    return FigureError(
        f"--root: `{rules.root}` {'is closed' if is_closed else f'is not there on {rules.day}'}",
        "name another position, or another day with --as-of",
    )


def below(organisation: Organisation, root: int) -> Organisation:
    """A position and all below it, as an organisation whose top it is."""
    (inside,) = organisation.lines.subtrees([root])
    kept = sorted(inside)
    positions = [
        replace(organisation.positions[at], reports_to=None)
        if at == root
        else organisation.positions[at]
        for at in kept
    ]
    return organisation.with_some(kept, positions)


def _sums(
    organisation: Organisation, rules: FigureRules
) -> Mapping[str, Mapping[int, float | None]]:
    """The attributes to add up, with the number of each position that has a text there."""
    found: dict[str, Mapping[int, float | None]] = {}
    for word in dict.fromkeys(rules.sums):
        heading = attribute_named(word, organisation)
        if heading is None:
            known = attribute_names(organisation.positions)
            help = f"the attributes are {listed(known, 20)}" if known else "there are no attributes"
            message = f"--sum: there is no attribute `{shortened(word)}`"
            raise FigureError(message, did_you_mean(nearest_words(word, known), help))
        texts = {
            at: text
            for at, position in enumerate(organisation.positions)
            if position.attributes and (text := position.attributes.get(heading, "").strip())
        }
        numbers = amounts(texts.values())
        found[heading] = {at: numbers[text] for at, text in texts.items()}
    return found


def _groups(
    organisation: Organisation, measures: Measures, rules: FigureRules
) -> tuple[Sequence[GroupFigures], bool]:
    """The groups that are asked for, in order, without those that nobody is in."""
    if not rules.by:
        return (), False
    first, *others = (grouping(word, organisation, rules) for word in rules.by)
    made = first.crossed(others[0]) if others else first
    figures = tally(measures, made.groups, len(made.keys))
    depths = made.depths or [0] * len(made.keys)
    groups = [
        GroupFigures(keys, figure, depth)
        for keys, figure, depth in zip(made.keys, figures, depths, strict=True)
        if figure.seats
    ]
    if not first.ordered or rules.sort:
        groups = _sorted(groups, rules)
    return groups, made.shared


def _sorted(groups: Sequence[GroupFigures], rules: FigureRules) -> list[GroupFigures]:
    """The groups in the order asked for; those whose positions say nothing are last."""
    by = rules.sort or "seats"

    def key(figures: GroupFigures) -> tuple[object, ...]:
        says_nothing = figures.keys[0].value is None
        if by == "name":
            return (says_nothing, *(key.label.casefold() for key in figures.keys))
        return (says_nothing, -_measure(figures.figures, by))

    if by == "name" or len(rules.by) == 1:
        return sorted(groups, key=key)
    whole: dict[GroupKey, float] = {}
    for group in groups:
        whole[group.keys[0]] = whole.get(group.keys[0], 0) + _measure(group.figures, by)
    place = {name: at for at, name in enumerate(sorted(whole, key=lambda one: -whole[one]))}
    return sorted(groups, key=lambda one: (one.keys[0].value is None, place[one.keys[0]]))


def _measure(figures: SeatFigures, by: str) -> float:
    return float((figures.mean_span if by == "span" else getattr(figures, by)) or 0)


def _lines_across(organisation: Organisation) -> tuple[int, int] | None:
    """The lines between two departments, and all between positions that have one."""
    known = DepartmentNames(organisation.departments)
    said = [position.department for position in organisation.positions]
    names = {one: known.name(one) for one in dict.fromkeys(said)}
    if not any(names.values()):
        return None
    across = whole = 0
    for at, above in enumerate(organisation.lines.manager):
        if above >= 0 and above != at:
            own, other = said[at], said[above]
            if own and other:
                whole += 1
                across += own != other and names[own] != names[other]
    return across, whole
