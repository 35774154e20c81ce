"""The engine: answers fire rules, rules give lines; nothing is weighed and no winner is named."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from orgcli.advise.facts import Facts, facts, questions_behind
from orgcli.advise.recommendation import (
    AdviceLine,
    AnsweredQuestion,
    Direction,
    ExplainedGap,
    Names,
    Recommendation,
    RoleCandidate,
)
from orgcli.model.roles.advice import Advice, AdviceRule, Answer, Answers, Gap, Kind, NearStatement

_TO_A_ROLE = ("points", "signal")


def advise(
    advice: Advice,
    answers: Answers,
    names: Names,
    organisation: str | None = None,
    looked_at: tuple[int, int] | None = None,
) -> Recommendation:
    """What follows from answers by the rules, and what no source says about it.

    organisation  its name, and in looked_at of how many positions how many name a role
    """
    known = facts(answers)
    fired = [rule for rule in advice.rules if rule.kind in _TO_A_ROLE and known.fires(rule)]
    candidates = _candidates(fired, known, names)
    known = _with_needs(known, {candidate.role for candidate in candidates})
    fired += [rule for rule in advice.rules if rule.kind not in _TO_A_ROLE and known.fires(rule)]

    cited = {work for rule in fired for work in rule.sources}

    def of(*kinds: Kind) -> tuple[AdviceLine, ...]:
        return tuple(_line(rule, known, names) for rule in fired if rule.kind in kinds)

    return Recommendation(
        direction=_direction(candidates, answers),
        answers=tuple(_answers(advice, answers, fired)),
        candidates=tuple(
            replace(candidate, beside=_beside(candidate.role, fired)) for candidate in candidates
        ),
        add=of("complement", "remedy"),
        risks=tuple(sorted(of("misfit"), key=lambda line: not line.now)),
        lines=of("line"),
        cautions=of("caution"),
        gaps=tuple(
            explain_gap(gap, names)
            for gap in advice.gaps
            if known.any_holds(gap.bears_on) and not known.any_holds(gap.unless)
        ),
        works=tuple(work for work in names.works if work.key in cited),
        names=names,
        organisation=organisation,
        looked_at=looked_at,
        open_question=_open_question(advice, answers, candidates),
    )


def explain_gap(gap: Gap, names: Names) -> ExplainedGap:
    """A gap with the statements near to it, in lines."""
    return ExplainedGap(
        gap, tuple(_plain_line(gap.key, statement, names) for statement in gap.near)
    )


def statement_ids(advice: Advice) -> set[str]:
    """The ids of all statements that rules and gaps rest on."""
    of_rules = {id for rule in advice.rules for id in rule.statements}
    return of_rules.union(
        id for gap in advice.gaps for statement in gap.near for id in statement.statements
    )


def _with_needs(known: Facts, candidates: set[str]) -> Facts:
    """What is known, with the roles that something points to, and those needed or there."""
    seats = {term.removeprefix("seats.") for term in known.terms if term.startswith("seats.")}
    held = {term.split(".")[1] for term in known.terms if term.startswith("holders.")}
    return known.with_roles("pull", candidates).with_roles("need", candidates | seats | held)


def _candidates(
    fired: Iterable[AdviceRule], known: Facts, names: Names
) -> tuple[RoleCandidate, ...]:
    lines: dict[str, list[AdviceLine]] = {}
    for rule in fired:
        if rule.to:
            lines.setdefault(rule.to, []).append(_line(rule, known, names))
    return tuple(
        RoleCandidate(role, tuple(role_lines), known.holds(f"seats.{role}"))
        for role, role_lines in lines.items()
    )


def _beside(role: str, fired: Iterable[AdviceRule]) -> tuple[str, ...]:
    """The roles that complement a role which is needed."""
    added = (rule for rule in fired if rule.kind == "complement" and f"need.{role}" in rule.when)
    return tuple(rule.to for rule in added if rule.to)


def _direction(candidates: Sequence[RoleCandidate], answers: Answers) -> Direction:
    if len(candidates) > 1:
        return Direction.SEVERAL
    if candidates:
        return Direction.SIGNS if candidates[0].only_signs else Direction.ONE
    return Direction.NOWHERE if answers else Direction.UNKNOWN


def _open_question(
    advice: Advice, answers: Answers, candidates: Sequence[RoleCandidate]
) -> str | None:
    """The first question without an answer that could tell several candidates apart."""
    if len(candidates) < 2:
        return None
    answered = {answer.question for answer in answers}
    roles = {candidate.role for candidate in candidates}
    pointing = questions_behind(
        rule for rule in advice.rules if rule.kind == "points" and rule.to in roles
    )
    unanswered = (
        question
        for question in advice.questions
        if question.key in pointing and question.key not in answered
    )
    return next((question.ask for question in unanswered), None)


def _answers(
    advice: Advice, answers: Answers, fired: Sequence[AdviceRule]
) -> Iterable[AnsweredQuestion]:
    """The answers in the order of the questions."""
    used = questions_behind(fired) | {"seats"}
    by_question: dict[str, list[Answer]] = {}
    for answer in answers:
        by_question.setdefault(answer.question, []).append(answer)
    for question in advice.questions:
        for answer in by_question.get(question.key, ()):
            yield AnsweredQuestion(question, answer, answer.key in used)


def _line(rule: AdviceRule, known: Facts, names: Names) -> AdviceLine:
    return replace(
        _plain_line(rule.key, rule, names),
        claims=rule.claims,
        kind=rule.kind,
        to=rule.to,
        now=known.is_so_now(rule),
        seen=known.observations_of(rule),
        missing=known.missing(rule),
    )


def _plain_line(key: str, origin: AdviceRule | NearStatement, names: Names) -> AdviceLine:
    return AdviceLine(
        key,
        origin.text,
        names.hedges.get(origin.hedge, origin.hedge),
        origin.sources,
        origin.statements,
        dispute=origin.dispute,
        basis=tuple(names.statements[id] for id in origin.statements if id in names.statements),
    )
