"""The advice of the library, and what it refers to, each read when it is needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from orgcli.advise.inference import statement_ids
from orgcli.advise.recommendation import Basis, Names
from orgcli.model.roles.advice import Advice
from orgcli.read.roles.advice import StatementOfRoles, read_advice, read_statements
from orgcli.read.roles.library import Libraries
from orgcli.read.roles.role_index import KnownRoles

if TYPE_CHECKING:
    from orgcli.model.findings.finding import Finding
    from orgcli.model.roles.library import Library


class BrokenAdvice(Exception):
    """The advice cannot be used; `findings` say why."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("the advice of the library cannot be read")
        self.findings = findings


class KnownAdvice:
    """The advice in a language.

    roles            gives the roles there are, named in the language
    with_statements  whether lines carry the statements of the roles that they rest on
    """

    def __init__(
        self, language: str, roles: Callable[[], KnownRoles], with_statements: bool
    ) -> None:
        self._language = language
        self._roles = roles
        self._with_statements = with_statements

    @cached_property
    def advice(self) -> Advice:
        """The questions, rules and gaps. Raises BrokenAdvice."""
        advice, findings = read_advice(self._language)
        if advice is None or findings:
            raise BrokenAdvice(findings)
        return advice

    @cached_property
    def names(self) -> Names:
        """What roles, hedges and works are called in the language."""
        of_rules = {rule.to for rule in self.advice.rules if rule.to}
        roles = {id: role for id in sorted(of_rules) if (role := self._known.by_id(id))}
        titles = {id: (role.short, role.title or id) for id, role in roles.items()}
        return Names(titles, self._library.hedges or {}, self._library.works, self._statements)

    @cached_property
    def _known(self) -> KnownRoles:
        return self._roles()

    @cached_property
    def _library(self) -> Library:
        return Libraries(self._language, []).base

    @property
    def _statements(self) -> dict[str, Basis]:
        """The statements that rules rest on, by id; none where lines shall not carry them."""
        if not self._with_statements:
            return {}
        stated = read_statements(statement_ids(self.advice), self._language)
        return {id: self._basis(statement) for id, statement in stated.items()}

    def _basis(self, stated: StatementOfRoles) -> Basis:
        statement, text = stated.statement, stated.text
        if not text:
            roles = (self._known.by_id(role) for role in statement.role)
            label = (self._library.facets or {}).get(stated.facet, stated.facet)
            text = f"{label}: {', '.join(role.short for role in roles if role)}"
        hedge = (self._library.hedges or {}).get(statement.hedge, statement.hedge)
        return Basis(stated.id, stated.roles, text, hedge, statement.sources)
