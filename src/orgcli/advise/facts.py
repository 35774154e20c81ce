"""Facts from answers and organisations, as the terms that advice rules test."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from orgcli.model.roles.advice import AdviceRule, Answers, Observation

_NOT = "not "
_AND = " + "
_SEATS = "seats"


@dataclass(frozen=True, slots=True)
class Facts:
    """Terms that hold, the questions that are answered at all, and where terms were read.

    observations  term -> the position it was read from
    read          the questions that an organisation answers
    """

    terms: frozenset[str]
    answered: frozenset[str]
    observations: Mapping[str, Observation]
    read: frozenset[str]

    def holds(self, term: str) -> bool:
        """Whether a term holds; one with `not` only where its question is answered."""
        return all(self._holds_simple(part.strip()) for part in term.split(_AND))

    def fires(self, rule: AdviceRule) -> bool:
        """Whether all conditions of a rule hold."""
        return (
            all(self.holds(term) for term in rule.when)
            and (not rule.one_of or self.any_holds(rule.one_of))
            and not self.any_holds(rule.unless)
        )

    def is_so_now(self, rule: AdviceRule) -> bool:
        """Whether a rule holds today."""
        return bool(rule.now) and all(self.holds(term) for term in rule.now)

    def with_roles(self, what: str, roles: Iterable[str]) -> "Facts":
        """The same with a term for each role, such as `need.cso`."""
        return replace(self, terms=self.terms.union(f"{what}.{role}" for role in roles))

    def any_holds(self, terms: Iterable[str]) -> bool:
        """Whether one of the terms holds."""
        return any(self.holds(term) for term in terms)

    def observations_of(self, rule: AdviceRule) -> tuple[Observation, ...]:
        """The positions that make a rule true, each once; none for what is only to be expected."""
        if rule.kind != "line" and not self.is_so_now(rule):
            return ()
        terms = (*rule.when, *rule.one_of, *rule.now)
        return tuple(
            dict.fromkeys(self.observations[term] for term in terms if term in self.observations)
        )

    def missing(self, rule: AdviceRule) -> tuple[str, ...]:
        """The seats that an organisation lacks, where that makes the rule true today."""
        if not self.is_so_now(rule) or _SEATS not in self.read:
            return ()
        lacking = f"{_NOT}{_SEATS}."
        return tuple(term.removeprefix(lacking) for term in rule.now if term.startswith(lacking))

    def _holds_simple(self, term: str) -> bool:
        if not term.startswith(_NOT):
            return term in self.terms
        term = term.removeprefix(_NOT)
        return term.rpartition(".")[0] in self.answered and term not in self.terms


def facts(answers: Answers) -> Facts:
    """The terms that answers make true."""
    return Facts(
        frozenset(f"{answer.key}.{value}" for answer in answers for value in answer.values),
        frozenset(answer.key for answer in answers if answer.whole),
        {
            f"{answer.key}.{value}": position
            for answer in answers
            for value, position in (answer.seen or {}).items()
        },
        frozenset(answer.key for answer in answers if answer.seen is not None),
    )


def questions_behind(rules: Iterable[AdviceRule]) -> frozenset[str]:
    """The questions, with their subjects, that these rules rest on; what stops a rule is none."""
    terms = (term for rule in rules for term in (*rule.when, *rule.one_of, *rule.now))
    return frozenset(question_of(part) for term in terms for part in term.split(_AND))


def question_of(term: str) -> str:
    """The question of a term, with its subject: `holders.cso` of `not holders.cso.executor`."""
    return term.strip().removeprefix(_NOT).rpartition(".")[0]


def rules_about(question: str, rules: Sequence[AdviceRule]) -> list[AdviceRule]:
    """The rules that an answer to a question may fire or stop."""
    return [
        rule
        for rule in rules
        if any(
            question_of(part).partition(".")[0] == question
            for term in (*rule.when, *rule.one_of, *rule.unless, *rule.now)
            for part in term.split(_AND)
        )
    ]
