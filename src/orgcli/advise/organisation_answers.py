"""Derives answers from an organisation: its sales leaders, their holders and reporting lines."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from orgcli.model.roles.advice import Answer, Observation, Question

if TYPE_CHECKING:  # answers alone need no organisation
    from orgcli.model.organisation.organisation import Organisation

_CRO = "cro"


def answers_of(organisation: Organisation, questions: Iterable[Question]) -> list[Answer]:
    """The answers to `seats`, `holders` and `report-to`, and the `lines` of a CSO.

    Only positions that name a role are looked at, closed ones never. Where none names a role,
    nothing is known, not even that a seat is missing.
    """
    if not named_roles(organisation)[0]:
        return []
    by_key = {question.key: question for question in questions}
    seats = _by_role(organisation, by_key["seats"].answers)
    found = [_answer("seats", None, organisation, seats)]
    for role in by_key["holders"].of:
        found.extend(_of_each(organisation, "holders", role, seats.get(role, ()), _archetype))
    for role in by_key["report-to"].of:
        tops = [one for one in seats.get(role, ()) if _above(organisation, one) != role]
        found.extend(_of_each(organisation, "report-to", role, tops, _reports_to(seats)))
    if _CRO in seats:
        found.extend(_of_each(organisation, "lines", "cso", seats.get("cso", ()), _under_cro))
    return found


def named_roles(organisation: Organisation) -> tuple[int, int]:
    """How many positions that are not closed name a role, and how many there are."""
    roles = [bool(one.role) for one in organisation.positions if one.state != "closed"]
    return sum(roles), len(roles)


def _by_role(organisation: Organisation, roles: Collection[str]) -> dict[str, list[int]]:
    """The positions in each of some roles, in the order of the roles."""
    found: dict[str, list[int]] = {role: [] for role in roles}
    for number, position in enumerate(organisation.positions):
        if position.role in found and position.state != "closed":
            found[position.role].append(number)
    return {role: numbers for role, numbers in found.items() if numbers}


def _of_each(
    organisation: Organisation,
    question: str,
    subject: str,
    numbers: Iterable[int],
    value: Callable[[Organisation, int], str | None],
) -> Iterable[Answer]:
    """One answer about a subject with what each of its positions says, where any says it."""
    values: dict[str, list[int]] = {}
    for number in numbers:
        if said := value(organisation, number):
            values.setdefault(said, []).append(number)
    if values:
        yield _answer(question, subject, organisation, values)


def _answer(
    question: str,
    subject: str | None,
    organisation: Organisation,
    values: Mapping[str, Sequence[int]],
) -> Answer:
    seen = {}
    for value, numbers in values.items():
        first = organisation.positions[numbers[0]]
        seen[value] = Observation(
            first.id, organisation.place(numbers[0]), first.state, len(numbers) - 1
        )
    return Answer(question, tuple(seen), subject, seen, organisation.complete)


def _archetype(organisation: Organisation, number: int) -> str | None:
    return organisation.positions[number].archetype


def _above(organisation: Organisation, number: int) -> str | None:
    manager = organisation.lines.manager[number]
    return organisation.positions[manager].role if manager >= 0 else None


def _under_cro(organisation: Organisation, number: int) -> str:
    return "cro" if _above(organisation, number) == _CRO else "other"


def _reports_to(seats: dict[str, list[int]]) -> Callable[[Organisation, int], str | None]:
    def said(organisation: Organisation, number: int) -> str | None:
        manager = organisation.lines.manager
        if _above(organisation, number) == _CRO:
            return "cro"
        beside = {manager[cro] for cro in seats.get(_CRO, ()) if manager[cro] >= 0}
        return "same" if manager[number] in beside else "other"

    return said
