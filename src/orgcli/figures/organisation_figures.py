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
    Raises FigureError for an unknown root, field or attribute.
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
    present = snapshot(organisation, rules.day).organisation
    if rules.root is None:
        return present
    try:
        absent = partial(_absent_root, organisation, rules)
        root = position_called(rules.root, present, organisation, rules.titles, absent)
    except UnknownPosition as error:
        raise FigureError(f"--root: {error}", error.help) from None
    return below(present, root)


def _unnamed_seats(organisation: Organisation) -> int:
    """The filled seats that are more than the holders who are named."""
    return sum(
        max(0, position.headcount - len(position.holder))
        for position in organisation.positions
        if position.state == "filled"
    )


def _absent_root(organisation: Organisation, rules: FigureRules, at: int) -> FigureError:
    """The error of a root that does not count, by its place in the organisation."""
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
    """The attributes to add up, with the number of each position that has a text for it."""
    sums: dict[str, Mapping[int, float | None]] = {}
    for word in dict.fromkeys(rules.sums):
        heading = attribute_named(word, organisation)
        if heading is None:
            names = attribute_names(organisation.positions)
            help = f"the attributes are {listed(names, 20)}" if names else "there are no attributes"
            message = f"--sum: there is no attribute `{shortened(word)}`"
            raise FigureError(message, did_you_mean(nearest_words(word, names), help))
        texts = {
            at: text
            for at, position in enumerate(organisation.positions)
            if position.attributes and (text := position.attributes.get(heading, "").strip())
        }
        numbers = amounts(texts.values())
        sums[heading] = {at: numbers[text] for at, text in texts.items()}
    return sums


def _groups(
    organisation: Organisation, measures: Measures, rules: FigureRules
) -> tuple[Sequence[GroupFigures], bool]:
    """The requested groups, in order, without those that nobody is in."""
    if not rules.by:
        return (), False
    first, *others = (grouping(word, organisation, rules) for word in rules.by)
    combined = first.crossed(others[0]) if others else first
    figures = tally(measures, combined.groups, len(combined.keys))
    depths = combined.depths or [0] * len(combined.keys)
    groups = [
        GroupFigures(keys, figure, depth)
        for keys, figure, depth in zip(combined.keys, figures, depths, strict=True)
        if figure.seats
    ]
    if not first.ordered or rules.sort:
        groups = _sorted(groups, rules)
    return groups, combined.shared


def _sorted(groups: Sequence[GroupFigures], rules: FigureRules) -> list[GroupFigures]:
    """The groups in the requested order; those without a value are last."""
    by = rules.sort or "seats"

    def key(figures: GroupFigures) -> tuple[object, ...]:
        is_unknown = figures.keys[0].value is None
        if by == "name":
            return (is_unknown, *(key.label.casefold() for key in figures.keys))
        return (is_unknown, -_measure(figures.figures, by))

    if by == "name" or len(rules.by) == 1:
        return sorted(groups, key=key)
    whole: dict[GroupKey, float] = {}
    for group in groups:
        whole[group.keys[0]] = whole.get(group.keys[0], 0) + _measure(group.figures, by)
    place = {
        group_key: at
        for at, group_key in enumerate(sorted(whole, key=lambda group_key: -whole[group_key]))
    }
    return sorted(groups, key=lambda group: (group.keys[0].value is None, place[group.keys[0]]))


def _measure(figures: SeatFigures, by: str) -> float:
    return float((figures.mean_span if by == "span" else getattr(figures, by)) or 0)


def _lines_across(organisation: Organisation) -> tuple[int, int] | None:
    """The lines between two departments, and all between positions that have one."""
    names_of = DepartmentNames(organisation.departments)
    departments = [position.department for position in organisation.positions]
    names = {department: names_of.name(department) for department in dict.fromkeys(departments)}
    if not any(names.values()):
        return None
    across = whole = 0
    for at, above in enumerate(organisation.lines.manager):
        if above >= 0 and above != at:
            own, other = departments[at], departments[above]
            if own and other:
                whole += 1
                across += own != other and names[own] != names[other]
    return across, whole
