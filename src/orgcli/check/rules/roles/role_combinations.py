"""Rules about which roles an organisation has side by side: ORG204, ORG205 and ORG206."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from orgcli.check.context import Context
from orgcli.check.position_names import briefly, named, subject
from orgcli.check.rule import Rule, entries
from orgcli.check.rules.library.cited_statements import citation_text
from orgcli.model.findings.finding import Finding, Level
from orgcli.model.roles.role_name import squeeze
from orgcli.model.text import quoted

if TYPE_CHECKING:  # the role model costs a tenth of a small run that reads no role
    from orgcli.model.roles.role import Statement

_A = {"executor": "an executor", "strategist": "a strategist"}


def duplicate_seats(context: Context) -> Iterator[Finding]:
    """ORG204, at every seat beside another one of a role of which there is one at most."""
    positions = context.organisation.positions
    for role, seats in context.seats.items():
        if len(seats) == 1 and positions[seats[0]].headcount == 1:
            continue
        definition = context.project.definition(role)
        if definition is None or not definition.single:
            continue
        for at, other_seat in _overlapping(context, seats):
            if other_seat == at:
                predicate, field = f"has {positions[at].headcount} seats", "headcount"
                help, related = "give the other seats another role", []
            else:
                beside = named(context.organisation, other_seat)
                predicate, field = f"is a second `{role}` besides {beside}", "role"
                help = "give one of them another role, or an `end` before the `start` of the other"
                related = [context.related(other_seat, "id", message="the other seat")]
            message = f"{subject(context.organisation, at)} {predicate}, "
            message += f"but there is at most one `{role}`"
            yield context.finding(
                "ORG204", message, at, field, help=help, related=related, group=role
            )


def _overlapping(context: Context, seats: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Seats that are there while an earlier one is, with that one; several in one with itself.

    Seats are taken by their first day; only the one that lasts longest so far is looked at.
    """
    positions = context.organisation.positions
    lasting: int | None = None
    for at in sorted(seats, key=lambda at: (positions[at].start or date.min, at)):
        here = positions[at]
        if here.headcount > 1:
            yield at, at
        until = date.min if lasting is None else positions[lasting].end or date.max
        if lasting is not None and (here.start or date.min) <= until:
            yield at, lasting
        if lasting is None or (here.end or date.max) > until:
            lasting = at


def missing_hand_offs(context: Context) -> Iterator[Finding]:
    """ORG205, at the first position of a role that has nobody to hand over to."""
    for role in context.seats:
        seats = context.present(role)
        statements = [
            statement for statement in _undisputed(context, role, "hands_off_to") if statement.role
        ]
        recipients = dict.fromkeys(id for statement in statements for id in statement.role)
        if not seats or not recipients or not _are_defined(context, recipients):
            continue
        if not _positions_with(context, recipients):
            seat_name = briefly(context.organisation, seats[0])
            message = f"{seat_name} ({role}) has no role to hand over to: "
            message += f"no position has the role {quoted(recipients)}"
            works = citation_text(context.project, statements)
            help = f"according to {works}; " if works else ""
            help += "add one, or write this `role` on the position that does the work"
            yield context.finding("ORG205", message, seats[0], "role", help=help)


def missing_complements(context: Context) -> Iterator[Finding]:
    """ORG206, at the first position of a role, for every role that should be there beside it."""
    positions = context.organisation.positions
    for role in context.seats:
        seats = context.present(role)
        for statement in _undisputed(context, role, "complements"):
            if not seats or not statement.role or not _are_defined(context, statement.role):
                continue
            others = _positions_with(context, statement.role)
            stated = {positions[at].archetype for at in others}
            if others and (statement.archetype is None or stated & {statement.archetype, None}):
                continue
            predicate = f"has no complementary {quoted(statement.role)}"
            message = f"{briefly(context.organisation, seats[0])} ({role}) {predicate}"
            if others and statement.archetype:
                message += f" who is {_A[statement.archetype]}"
            help = ": ".join(
                filter(None, (citation_text(context.project, [statement]), statement.text))
            )
            help = help or "its role file expects one"
            yield context.finding("ORG206", message, seats[0], "role", help=help)


def _undisputed(context: Context, role: str, facet: str) -> Sequence[Statement]:
    """The statements of a role under no condition and with no work against them."""
    statements = context.project.statements(role, facet)
    return [
        statement
        for statement in statements
        if statement.when is None and statement.dispute is None
    ]


def _are_defined(context: Context, roles: Collection[str]) -> bool:
    """Whether all of some roles are defined; one that is not is a finding of its own."""
    return all(role in context.project.role_ids for role in roles)


def _positions_with(context: Context, roles: Collection[str]) -> Sequence[int]:
    """The positions that have one of some roles, by the role or by a title that is its name."""
    seats = [at for role in roles for at in context.seats.get(role, ())]
    if seats:
        return seats
    names = dict.fromkeys(
        squeeze(role_name.name) for role in roles for role_name in context.project.names(role)
    )
    return [at for name in names for at in context.titled.get(name, ())]


_CEO, _CRO = "id: ceo, role: ceo", "id: cro, role: cro, reports_to: ceo"
_SDR = "id: sdr, role: sales-development-representative, reports_to: ceo"

RULES = (
    Rule(
        "ORG204", "duplicate-seat", Level.WARNING,
        "two positions have a role that an organisation has at most once",
        "A role file says `single: true` if an organisation has at most one such position. Closed "
        "positions do not count, nor do two positions of which one ends before the other starts. "
        "A job share is one position with several holders.",
        entries("id: board", "id: ceo, role: ceo, reports_to: board",
                "id: ceo-2, role: ceo, reports_to: board"),
        entries("id: board", "id: ceo, role: ceo, reports_to: board, end: 2026-12-31",
                "id: ceo-2, role: ceo, reports_to: board, start: 2027-01-01"),
        duplicate_seats,
    ),
    Rule(
        "ORG205", "missing-hand-off", Level.INFO,
        "a role hands its work over to a missing role",
        "A role states which roles it hands its work over to, and no position has one of those "
        "roles or their titles. Statements under a condition, and statements on which works "
        "disagree, are not expected.",
        entries(_CEO, _SDR),
        entries(_CEO, _SDR, "id: ae, role: account-executive, reports_to: ceo"),
        missing_hand_offs,
    ),
    Rule(
        "ORG206", "missing-complement", Level.INFO,
        "a role without the role that should complement it",
        "A work says that a role needs another role to complement it, in some cases of a certain "
        "type, and no position has that role or all who have it are of the other type. A position "
        "states its type with `archetype:`; one without a type fits. Statements on which works "
        "disagree are not expected.",
        entries(_CEO, _CRO),
        entries(_CEO, _CRO, "id: vp, role: vp-sales, reports_to: cro, archetype: executor"),
        missing_complements,
    ),
)  # fmt: skip
