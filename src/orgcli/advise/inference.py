"""The engine: answers fire rules, rules give lines; nothing is weighed and no winner is named."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from orgcli.advise.facts import Facts, asked_for, facts
from orgcli.advise.recommendation import Advised, Basis, Known, Line, Names, Pull, Standing, Unsaid
from orgcli.model.roles.advice import Advice, Answer, Answers, Gap, Kind, Near, Rule
from orgcli.model.roles.library import Work

_TO_A_ROLE = ("points", "signal")

Statements = Mapping[str, Basis]


def advise(
    advice: Advice,
    answers: Answers,
    names: Names,
    statements: Statements | None = None,
    organisation: str | None = None,
    looked_at: tuple[int, int] | None = None,
) -> Advised:
    """What follows from answers by the rules, and what no source says about it.

    statements    those behind the rules by id, where lines shall carry them
    organisation  its name, and in looked_at of how many positions how many name a role
    """
    known = facts(answers)
    at_hand = statements or {}
    fired = [one for one in advice.rules if one.kind in _TO_A_ROLE and known.fires(one)]
    pulls = _pulls(fired, known, names, at_hand)
    known = _with_needs(known, {pull.role for pull in pulls})
    fired += [one for one in advice.rules if one.kind not in _TO_A_ROLE and known.fires(one)]

    def of(*kinds: Kind) -> tuple[Line, ...]:
        return tuple(_line(one, known, names, at_hand) for one in fired if one.kind in kinds)

    return Advised(
        standing=_standing(pulls, answers),
        known=tuple(_known(advice, answers, fired)),
        pulls=tuple(replace(pull, beside=_beside(pull.role, fired)) for pull in pulls),
        add=of("complement", "remedy"),
        risks=tuple(sorted(of("misfit"), key=lambda line: not line.now)),
        lines=of("line"),
        cautions=of("caution"),
        unsaid=tuple(
            unsaid_of(gap, names, at_hand)
            for gap in advice.gaps
            if known.any_holds(gap.bears_on) and not known.any_holds(gap.unless)
        ),
        works=tuple(_works(fired, names)),
        names=names,
        organisation=organisation,
        looked_at=looked_at,
    )


def unsaid_of(gap: Gap, names: Names, statements: Statements) -> Unsaid:
    """A gap with what is said near to it, in lines."""
    return Unsaid(gap, tuple(_near(gap, one, names, statements) for one in gap.near))


def statement_ids(advice: Advice) -> set[str]:
    """The ids of all statements that rules and gaps rest on."""
    of_rules = {id for rule in advice.rules for id in rule.statements}
    return of_rules.union(id for gap in advice.gaps for one in gap.near for id in one.statements)


def _with_needs(known: Facts, pulling: set[str]) -> Facts:
    """What is known, with the roles that something points to, and those needed or there."""
    seats = {term.removeprefix("seats.") for term in known.terms if term.startswith("seats.")}
    held = {term.split(".")[1] for term in known.terms if term.startswith("holders.")}
    return known.knowing("pull", pulling).knowing("need", pulling | seats | held)


def _pulls(
    fired: Iterable[Rule], known: Facts, names: Names, statements: Statements
) -> tuple[Pull, ...]:
    lines: dict[str, list[Line]] = {}
    for rule in fired:
        if rule.to:
            lines.setdefault(rule.to, []).append(_line(rule, known, names, statements))
    return tuple(
        Pull(role, tuple(found), known.holds(f"seats.{role}")) for role, found in lines.items()
    )


def _beside(role: str, fired: Iterable[Rule]) -> tuple[str, ...]:
    """The roles that complement a role which is needed."""
    added = (one for one in fired if one.kind == "complement" and f"need.{role}" in one.when)
    return tuple(one.to for one in added if one.to)


def _standing(pulls: Sequence[Pull], answers: Answers) -> Standing:
    if len(pulls) > 1:
        return Standing.SEVERAL
    if pulls:
        return Standing.SIGNS if pulls[0].only_signs else Standing.ONE
    return Standing.NOWHERE if answers else Standing.UNKNOWN


def _known(advice: Advice, answers: Answers, fired: Sequence[Rule]) -> Iterable[Known]:
    """The answers in the order of the questions."""
    used = asked_for(fired) | {"seats"}
    given: dict[str, list[Answer]] = {}
    for answer in answers:
        given.setdefault(answer.question, []).append(answer)
    for question in advice.questions:
        for answer in given.get(question.key, ()):
            yield Known(question, answer, answer.key in used)


def _line(rule: Rule, known: Facts, names: Names, statements: Statements) -> Line:
    return Line(
        key=rule.key,
        text=rule.text,
        hedge=names.hedges.get(rule.hedge, rule.hedge),
        works=rule.sources,
        statements=rule.statements,
        claims=rule.claims,
        dispute=rule.dispute,
        kind=rule.kind,
        to=rule.to,
        now=known.is_so_now(rule),
        seen=known.seen_by(rule),
        missing=known.missing(rule),
        basis=tuple(statements[id] for id in rule.statements if id in statements),
    )


def _near(gap: Gap, near: Near, names: Names, statements: Statements) -> Line:
    return Line(
        key=gap.key,
        text=near.text,
        hedge=names.hedges.get(near.hedge, near.hedge),
        works=near.sources,
        statements=near.statements,
        dispute=near.dispute,
        basis=tuple(statements[id] for id in near.statements if id in statements),
    )


def _works(fired: Iterable[Rule], names: Names) -> Iterable[Work]:
    cited = {work for rule in fired for work in rule.sources}
    return (work for work in names.works if work.key in cited)
