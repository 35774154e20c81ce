"""Rules that compare reporting lines with statements of roles: ORG202, ORG203 and ORG207.

What works disagree on is expected of nobody, except where it is the rule's very question; then
both sides are named.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from orgcli.check.context import Context
from orgcli.check.position_names import briefly
from orgcli.check.rule import Rule, entries
from orgcli.check.rules.library.cited_statements import (
    citation_text,
    dispute_hint,
    hedge_text,
    is_firm,
)
from orgcli.model.findings.finding import Finding, Level
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position
from orgcli.model.organisation.reporting_lines import TOP, ReportingLines
from orgcli.model.text import quoted

if TYPE_CHECKING:  # the role model costs a tenth of a small run that reads no role
    from orgcli.model.roles.role import Statement

BOTH_EXIST = "both-exist"
"""The condition of a line that is expected where an organisation has both roles."""

_UPWARD = 5
"""From so many lines on, more levels that rise than fall mean that they count the other way."""


def unexpected_manager_roles(context: Context) -> Iterator[Finding]:
    """ORG202; positions of one role whose managers have one other role are a group."""
    organisation, project = context.organisation, context.project
    positions = organisation.positions
    if not context.seats:
        return
    skip = context.options("unexpected-manager-role").skip_open
    managers = _managers_past_open(organisation) if skip else organisation.lines.manager
    for role, seats in context.seats.items():
        statements = _reporting_statements(context, role)
        if not statements:
            continue
        allowed = dict.fromkeys(id for statement in statements for id in statement.role)
        for at in seats:
            above = managers[at]
            theirs = positions[above].role if above >= 0 else None
            if theirs is None or theirs in allowed or theirs not in project.role_ids:
                continue
            if positions[above].status == "closed":  # that is ORG107
                continue
            firmly = [
                statement
                for statement in statements
                if statement.when is None and is_firm(project, statement)
            ]
            if not firmly:
                break
            manager = briefly(organisation, above)
            message = f"{briefly(organisation, at)} ({role}) reports to {manager} ({theirs}); "
            message += f"the role reports to {quoted(allowed)}{hedge_text(project, firmly[0])}"
            help = _expectation(context, role, statements)
            related = [context.related(above, "role", message=f"the role of {manager}")]
            group = f"{role} under {theirs}"
            yield context.finding(
                "ORG202", message, at, "reports_to", help=help, related=related, group=group
            )


def _reporting_statements(context: Context, role: str) -> Sequence[Statement]:
    """The statements of a role about its managers, if all without a condition name roles."""
    statements = context.project.statements(role, "reports_to")
    always = [statement for statement in statements if statement.when is None]
    are_known = all(
        id in context.project.role_ids for statement in statements for id in statement.role
    )
    return statements if are_known and all(statement.role for statement in always) else ()


def _managers_past_open(organisation: Organisation) -> Sequence[int]:
    """The manager of every position, or where that is open the next one above that is not."""
    positions, manager = organisation.positions, organisation.lines.manager
    beyond: dict[int, int] = {}
    for above in manager:
        path = []
        while above >= 0 and above not in beyond and positions[above].state == "open":
            beyond[above] = TOP  # for a ring of open positions, which leads to nobody
            path.append(above)
            above = manager[above]
        end = beyond.get(above, above)
        beyond.update(dict.fromkeys(path, end))
    return [beyond.get(above, above) for above in manager]


def _expectation(context: Context, role: str, statements: Sequence[Statement]) -> str:
    """The works that state it, both sides where they disagree, and what to do."""
    works = citation_text(context.project, statements)
    if works:
        cure = "if that is intended, write a role of your own or ignore ORG202"
        return f"according to {works}{dispute_hint(statements)}; {cure}"
    own = context.project.own.get(role)
    where = own.place("role").file if own else "the library"
    return f"according to {where}; correct one of them"


def peers_expected_in_line(context: Context) -> Iterator[Finding]:
    """ORG203, at every position that a conditional line would put below another; by role."""
    organisation, project = context.organisation, context.project
    positions = organisation.positions
    for role in context.seats:
        for statement in project.statements(role, "reports_to"):
            if statement.when != BOTH_EXIST:
                continue
            tops = {id: context.present(id) for id in statement.role if id != role}
            above = {at for seats in tops.values() for at in seats}
            outside = (
                [*_not_below(organisation.lines, context.present(role), above)] if above else ()
            )
            if not outside:
                continue
            superiors = [id for id, seats in tops.items() if seats]
            works = citation_text(project, [statement])
            help = f"according to {works}, " if works else "according to its file, "
            help += f"a `{role}` reports to {quoted(superiors)} if both exist"
            help += dispute_hint([statement])
            group = f"{role} below {' '.join(superiors)}"
            first = min(above)
            related = [context.related(first, "id", message="this one")]
            for at in outside:
                message = f"{briefly(organisation, at)} ({role}) is not below "
                message += f"{briefly(organisation, first)} "
                message += f"({positions[first].role}), although both roles exist"
                yield context.finding(
                    "ORG203", message, at, "reports_to", help=help, related=related, group=group
                )


def _not_below(
    lines: ReportingLines, starts: Sequence[int], tops: Collection[int]
) -> Iterator[int]:
    """Those of some positions that stand below none of the tops; every line is walked once.

    A line that ends in a ring or at an unknown manager may lead anywhere and counts as below.
    """
    below = dict.fromkeys(tops, True)
    for start in starts:
        path = []
        at = start
        while at >= 0 and at not in below and lines.layer[at]:
            path.append(at)
            at = lines.manager[at]
        reached = below.get(at, at != TOP)
        below.update(dict.fromkeys(path, reached))
        if not reached:
            yield start


def level_inversions(context: Context) -> Iterator[Finding]:
    """ORG207, at every position above its manager; once where the levels count upwards."""
    organisation = context.organisation
    positions, manager = organisation.positions, organisation.lines.manager
    levels = _levels(context)
    if levels.count(None) == len(levels):
        return
    ringed = {at for ring in organisation.lines.rings for at in ring}
    unlike = [
        (at, above)
        for at, above in enumerate(manager)
        if above >= 0
        and levels[at] is not None
        and levels[above] not in (None, levels[at])
        and not (at in ringed and above in ringed)
        and "closed" not in (positions[at].status, positions[above].status)
    ]
    inverted = [(at, above) for at, above in unlike if (levels[at] or 0) < (levels[above] or 0)]
    if len(inverted) >= _UPWARD and 2 * len(inverted) > len(unlike):
        at = inverted[0][0]
        message = f"in {len(inverted):,} of {len(unlike):,} lines the manager has the larger level:"
        message += " the levels seem to count upwards"
        help = "level 1 is the top; reverse the levels, or ignore ORG207"
        yield context.finding("ORG207", message, at, _field(positions[at]), help=help)
        return
    help = "level 1 is the top; a manager has the same level or a higher one"
    for at, above in inverted:
        message = f"{briefly(organisation, at)} is on level {levels[at]} and reports to "
        message += f"{briefly(organisation, above)} on level {levels[above]}"
        related = [context.related(above, _field(positions[above]), message="the manager")]
        field = _field(positions[at])
        yield context.finding("ORG207", message, at, field, help=help, related=related)


def _field(position: Position) -> str:
    """The field that gives its level."""
    return "role" if position.level is None else "level"


def _levels(context: Context) -> Sequence[int | None]:
    """The level of every position: its own, else that of its role in a file of the user's own.

    Places in a list are no levels, so those of the built-in roles are left out.
    """
    project = context.project
    ranks: dict[str | None, int | None] = {}
    for role in context.seats:
        if role in project.own:
            stated = [
                statement
                for statement in project.statements(role, "level")
                if _is_sure(context, statement)
            ]
            ranks[role] = stated[0].rank if stated else None
    positions = context.organisation.positions
    return [
        ranks.get(position.role) if position.level is None else position.level
        for position in positions
    ]


def _is_sure(context: Context, statement: Statement) -> bool:
    stated = statement.rank is not None and statement.when is None and statement.dispute is None
    return stated and is_firm(context.project, statement)


_CEO, _CRO = "id: ceo, role: ceo", "id: cro, role: cro, reports_to: ceo"
_MANAGER, _VP = "id: sales, role: sales-manager", "id: vp, role: vp-sales, reports_to"

RULES = (
    Rule(
        "ORG202", "unexpected-manager-role", Level.WARNING,
        "reports to a role that its role does not allow",
        "A role states which roles it reports to, and the manager has another role. The rule "
        "reports nothing if the statement is not firm, or if the manager has no role. The "
        "statements of the built-in roles are from the works that the help names. If your "
        "organisation differs, write a role of your own. With `[rules.unexpected-manager-role] "
        "skip-open = true`, an open manager position is skipped and the next one above it counts.",
        entries(_CEO, f"{_MANAGER}, reports_to: ceo", f"{_VP}: sales"),
        entries(_CEO, f"{_MANAGER}, reports_to: vp", f"{_VP}: ceo"),
        unexpected_manager_roles,
        limits=("skip-open",),
    ),
    Rule(
        "ORG203", "peers-expected-in-line", Level.INFO,
        "a role that is not below another one, although a work expects it",
        "Some reporting lines are expected only if an organisation has both roles, for example a "
        "CSO below a CRO. Works may disagree about this: the help names the works that state the "
        "line, how firmly they state it, and the dispute. Closed and planned positions do not "
        "count.",
        entries(_CEO, _CRO, "id: cso, role: cso, reports_to: ceo", f"{_VP}: cso"),
        entries(_CEO, _CRO, "id: cso, role: cso, reports_to: cro", f"{_VP}: cso"),
        peers_expected_in_line,
    ),
    Rule(
        "ORG207", "level-inversion", Level.WARNING, "reports to a position on a lower level",
        "Level 1 is the top. The level of the position counts; if it has none, the level in a role "
        "file of your own. The ranks of the built-in roles are not used. If most levels are in "
        "the reverse order, as pay grades often are, there is one finding for all.",
        entries("id: ceo, level: 1", "id: cfo, level: 3, reports_to: ceo",
                "id: controller, level: 2, reports_to: cfo"),
        entries("id: ceo, level: 1", "id: cfo, level: 2, reports_to: ceo",
                "id: controller, level: 3, reports_to: cfo"),
        level_inversions,
    ),
)  # fmt: skip
