"""Chooses the statements of an answer from everything that is compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from orgcli.compare.answer.answer import AnswerRow, RoleAnswer
from orgcli.compare.answer.sketches import RoleLines, sketches
from orgcli.compare.comparison.comparison import Agreement, ComparedRole, Comparison, Wording
from orgcli.compare.comparison.vocabulary import Vocabulary
from orgcli.model.roles.library import Dispute
from orgcli.model.roles.role import ArchetypeClaim, Statement

_TABLE = (
    ("summary", ("summary",), 1),
    ("does", ("focus", "responsibilities"), 2),
    ("cadence", ("cadence", "call_role"), 1),
    ("metrics", ("metrics",), 2),
    ("background", ("background",), 1),
)
"""The rows: under which facets statements are looked for, and how many at most."""
_HIRING = (("environment", "signals", "call_role"), 6)
_PAIRING = (("complements",), 1)
_MISFITS = (("misfits",), 1)


def answer(
    compared: Sequence[ComparedRole], comparison: Comparison, vocabulary: Vocabulary, joint: str
) -> RoleAnswer:
    """The answer to which of some roles it should be.

    comparison  everything that the roles say, aligned and with nothing left out
    vocabulary  what other roles and hedges are called
    joint       the word between alternative managers
    """
    wordings = {
        (column, id(wording.statement)): wording for _, column, wording in comparison.statements()
    }
    statements = _RoleStatements(compared, wordings)
    lines = [
        RoleLines(
            role.role.role,
            comparison.columns[at].short,
            [statements.of(at, statement) for statement in role.role.reports_to],
            [statements.of(at, statement) for statement in role.role.manages],
        )
        for at, role in enumerate(compared)
    ]
    table = [
        AnswerRow(kind, statements.both_sides(statements.row(facets, most)))
        for kind, facets, most in _TABLE
    ]
    return RoleAnswer(
        comparison,
        tuple(tuple(_claims(role)) for role in compared),
        _deciding(comparison),
        tuple(row for row in table if any(row.cells)),
        AnswerRow("hire_when", statements.row(*_HIRING)),
        AnswerRow("pair_with", statements.row(*_PAIRING)),
        AnswerRow("wrong_person", statements.row(*_MISFITS)),
        tuple(sketches(lines, vocabulary, joint)),
    )


class _RoleStatements:
    """The statements of roles in the order of their files, with their words."""

    def __init__(
        self, compared: Sequence[ComparedRole], wordings: dict[tuple[int, int], Wording]
    ) -> None:
        self._compared, self._wordings = compared, wordings

    def of(self, column: int, statement: object) -> Wording:
        """A statement in words."""
        return self._wordings[column, id(statement)]

    def row(self, facets: Sequence[str], most: int) -> tuple[tuple[Wording, ...], ...]:
        """The statements of each role under some facets."""
        return tuple(
            tuple(self._chosen(column, facets, most)) for column in range(len(self._compared))
        )

    def both_sides(self, cells: Sequence[tuple[Wording, ...]]) -> tuple[tuple[Wording, ...], ...]:
        """The cells with what other works say against a statement of the same role in them."""
        return tuple(
            (*cell, *(other for wording in cell for other in self._against(column, wording)))
            for column, cell in enumerate(cells)
        )

    def _against(self, column: int, wording: Wording) -> Iterator[Wording]:
        """The first statement of other works in the dispute of one, if it is in any."""
        if wording.agreement is not Agreement.DISPUTED:
            return
        key, works = wording.statement.dispute, wording.statement.sources
        for statement in self._compared[column].statements:
            if statement.dispute == key and set(works).isdisjoint(statement.sources):
                yield self.of(column, statement)
                return

    def _chosen(self, column: int, facets: Sequence[str], most: int) -> Iterator[Wording]:
        """Those that are marked for the answer; else the key statements, then the others.

        Each concept is chosen once, and each of several facets has its share.
        """
        role = self._compared[column].role
        several = [role.statements(facet) for facet in facets]
        marked = [
            [statement for statement in statements if statement.answer] for statements in several
        ]
        if any(marked):
            chosen = [statement for statements in marked for statement in statements]
        else:
            share = max(1, most // len(facets)) if all(several) else most
            chosen = [
                statement
                for statements in several
                for statement in _distinct(
                    sorted(statements, key=lambda statement: not statement.key)
                )[:share]
            ]
        yield from (self.of(column, statement) for statement in chosen[:most])


def _distinct(statements: Sequence[Statement]) -> list[Statement]:
    """The statements without those of a concept that one before has."""
    concepts: set[str] = set()
    distinct = []
    for statement in statements:
        if statement.concept not in concepts:
            distinct.append(statement)
            concepts |= {statement.concept} if statement.concept else set()
    return distinct


def _claims(role: ComparedRole) -> Sequence[ArchetypeClaim]:
    """The kinds of holders that works see in a role, or the only work that is looked at."""
    claims = role.role.archetypes
    return [claim for claim in claims if role.work is None or claim.source == role.work.key]


def _deciding(comparison: Comparison) -> Dispute | None:
    """The disagreement of most statements, in which at least two of the roles have a side."""
    columns: dict[str, set[int]] = {}
    count: Counter[str] = Counter()
    for _, column, wording in comparison.statements():
        if key := wording.statement.dispute:
            count[key] += 1
            columns.setdefault(key, set()).add(column)
    disputes = [
        dispute
        for dispute in comparison.disputes
        if dispute.kind == "disagree" and len(columns.get(dispute.key, ())) > 1
    ]
    return max(disputes, key=lambda dispute: count[dispute.key], default=None)
