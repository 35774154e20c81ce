"""Derives answers from an organisation: its sales leaders, their holders and reporting lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from orgcli.model.roles.advice import Answer, Observation, Question

if TYPE_CHECKING:  # answers alone need no organisation
    from orgcli.model.organisation.organisation import Organisation

_CRO = "cro"
_Value = Callable[[int], str | None]


def answers_of(organisation: Organisation, questions: Iterable[Question]) -> list[Answer]:
    """The answers to `seats`, `holders` and `report-to`, and the `lines` of a CSO.

    Only positions that name a role are looked at, closed ones never. Where none names a role,
    nothing is known, not even that a seat is missing.
    """
    if not named_roles(organisation)[0]:
        return []
    by_key = {question.key: question for question in questions}
    seats = _Seats(organisation, by_key["seats"].answers)
    answers = [seats.answer("seats", None, seats.by_role)]
    for role in by_key["holders"].of:
        answers.extend(seats.of_each("holders", role, seats.of(role), seats.archetype))
    for role in by_key["report-to"].of:
        tops = [seat for seat in seats.of(role) if seats.role_above(seat) != role]
        answers.extend(seats.of_each("report-to", role, tops, seats.manager_of))
    if seats.of(_CRO):
        answers.extend(seats.of_each("lines", "cso", seats.of("cso"), seats.leader_of))
    return answers


def named_roles(organisation: Organisation) -> tuple[int, int]:
    """How many positions that are not closed name a role, and how many there are."""
    roles = [
        bool(position.role) for position in organisation.positions if position.state != "closed"
    ]
    return sum(roles), len(roles)


class _Seats:
    """The positions of an organisation in each of some roles, by their numbers."""

    def __init__(self, organisation: Organisation, roles: Iterable[str]) -> None:
        self._organisation = organisation
        numbers_of: dict[str, list[int]] = {role: [] for role in roles}
        for number, position in enumerate(organisation.positions):
            if position.role in numbers_of and position.state != "closed":
                numbers_of[position.role].append(number)
        self.by_role = {role: numbers for role, numbers in numbers_of.items() if numbers}

    def of(self, role: str) -> Sequence[int]:
        """The positions in a role."""
        return self.by_role.get(role, ())

    def answer(
        self, question: str, subject: str | None, values: Mapping[str, Sequence[int]]
    ) -> Answer:
        """An answer with the first position that gives each of its values."""
        observations = {}
        for value, (first, *others) in values.items():
            position, place = self._organisation.positions[first], self._organisation.place(first)
            observations[value] = Observation(position.id, place, position.state, len(others))
        return Answer(
            question, tuple(observations), subject, observations, self._organisation.complete
        )

    def of_each(
        self, question: str, subject: str, numbers: Iterable[int], value: _Value
    ) -> Iterable[Answer]:
        """One answer about a subject with the values of its positions, where any has one."""
        values: dict[str, list[int]] = {}
        for number in numbers:
            if answer := value(number):
                values.setdefault(answer, []).append(number)
        if values:
            yield self.answer(question, subject, values)

    def archetype(self, number: int) -> str | None:
        """The type of the holder."""
        return self._organisation.positions[number].archetype

    def role_above(self, number: int) -> str | None:
        """The role of the manager."""
        manager = self._organisation.lines.manager[number]
        return self._organisation.positions[manager].role if manager >= 0 else None

    def leader_of(self, number: int) -> str:
        """Whether a CRO is the manager."""
        return "cro" if self.role_above(number) == _CRO else "other"

    def manager_of(self, number: int) -> str:
        """The CRO, the same manager as that of a CRO, or another one."""
        manager = self._organisation.lines.manager
        beside = {manager[cro] for cro in self.of(_CRO) if manager[cro] >= 0}
        same = manager[number] in beside and self.role_above(number) != _CRO
        return "same" if same else self.leader_of(number)
