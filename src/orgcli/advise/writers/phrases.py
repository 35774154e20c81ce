"""The signs of advice lines, and phrases composed of the program's words."""

from collections.abc import Iterable, Iterator, Sequence

from orgcli.advise.recommendation import (
    AdviceLine,
    AnsweredQuestion,
    Direction,
    GapReport,
    Recommendation,
    RoleCandidate,
)
from orgcli.language.words import AdviseWords
from orgcli.model.roles.advice import Observation

_SIGNS = {"points": "→", "signal": "↗", "complement": "+", "remedy": "+", "misfit": "×"}
TODAY_SIGN = "!"
GAP_SIGN = "?"
OTHER_SIGN = "·"


def sign(line: AdviceLine) -> str:
    """A sign for the kind of a line; what is so today has its own."""
    return TODAY_SIGN if line.now else _SIGNS.get(line.kind or "", OTHER_SIGN)


def answer_sentences(result: Recommendation, words: AdviseWords) -> list[str]:
    """The answer in a sentence, and what has to be known with it, a sentence each."""
    names, candidates = result.names, result.candidates
    if result.direction is Direction.UNKNOWN:
        return [words.no_roles if result.organisation is not None else words.unknown]
    if result.direction is Direction.NOWHERE:
        seats_only = all(answered.answer.seen is not None for answered in result.answers)
        return [words.seats_only if seats_only else words.nowhere]
    sentences = [_direction(result, words)]
    if result.open_question:
        sentences.append(words.unsettled.format(question=result.open_question))
    sentences += [
        words.exists.format(role=names.short(candidate.role))
        for candidate in candidates
        if candidate.exists
    ]
    beside = [names.long(role) for candidate in candidates for role in candidate.beside]
    if beside and len(candidates) == 1:
        sentences.append(words.beside.format(names=", ".join(beside)))
    works = {work for candidate in candidates for work in candidate.works}
    if len(works) == 1:
        sentences.append(words.one_vendor.format(work=names.work(*works)))
    if keys := _disputes(line for candidate in candidates for line in candidate.lines):
        sentences.append(words.disputed.format(keys=keys))
    return sentences


def _direction(result: Recommendation, words: AdviseWords) -> str:
    """To which roles the answers point."""
    roles = [result.names.long(candidate.role) for candidate in result.candidates]
    if len(roles) > 2:
        return words.many.format(names=", ".join(roles))
    if len(roles) == 2:
        return words.several.format(first=roles[0], second=roles[1])
    return (words.one if result.direction is Direction.ONE else words.signs).format(role=roles[0])


def _disputes(lines: Iterable[AdviceLine]) -> str:
    """The keys of the disputes of lines, each once."""
    keys = {line.dispute for line in lines if line.dispute}
    return ", ".join(sorted(keys, key=lambda key: (len(key), key)))


def support(candidate: RoleCandidate, works: str, words: AdviseWords) -> str:
    """How many lines point to a role, and the works behind them; nothing is weighed."""
    count = len(candidate.lines)
    if len(candidate.works) == 1:
        return words.counted_one.format(count=count, work=works)
    return words.counted.format(count=count, works=works)


def answer_texts(
    answered: AnsweredQuestion, words: AdviseWords
) -> list[tuple[str, Observation | None]]:
    """The answers to a question, each with the position it was read from."""
    texts = answered.question.answers
    observations = answered.answer.seen or {}
    if not answered.answer.values:
        return [(words.none_of_these, None)]
    return [(texts.get(value, value), observations.get(value)) for value in answered.answer.values]


def subject(answered: AnsweredQuestion) -> str:
    """The subject of a question, where it has several."""
    key = answered.answer.subject or ""
    return answered.question.of.get(key, key)


def sections(
    result: Recommendation, words: AdviseWords
) -> Sequence[tuple[str, Sequence[AdviceLine]]]:
    """The lines below the candidates, under their titles."""
    return [
        (words.add, result.add),
        (words.risks, result.risks),
        (words.lines, result.lines),
        (words.cautions, result.cautions),
    ]


def gap_list_title(report: GapReport, words: AdviseWords) -> str:
    """The title of a list of all gaps: that no gap answers the question, if there is one."""
    question = report.question
    return words.unsaid if question is None else words.no_gap.format(question=question)


def looked_at(result: Recommendation, words: AdviseWords) -> str:
    """How many positions name a role, where not all of them do."""
    with_role, every = result.looked_at or (0, 0)
    return words.looked_at.format(named=with_role, all=every) if with_role < every else ""


def notes(result: Recommendation, words: AdviseWords, cited: bool) -> Iterator[str]:
    """What a line of one work means, and the keys of the disputes of lines where works are cited.

    Each key stands there once.
    """
    lines = result.all_lines()
    if any(line.one_work for line in lines):
        yield words.lone_mark
    if cited and (keys := _disputes(lines)):
        yield words.disputed.format(keys=keys)
