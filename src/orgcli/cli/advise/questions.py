"""The questions of the advisor, asked one by one in a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from orgcli.advise.facts import rules_about
from orgcli.advise.recommendation import Names
from orgcli.language.words import AdviseWords
from orgcli.model.roles.advice import NONE, Advice, Answer, Question

Ask = Callable[[str], str]
"""Shows a prompt and gives the line typed; EOFError and KeyboardInterrupt end the questions."""
Tell = Callable[[str], None]

_HELP = "?"
_NOTHING = "0"
_MARGIN = "     "


class _EndOfQuestions(Exception):
    """Nobody wants to answer any more."""


def ask_all(advice: Advice, names: Names, words: AdviseWords, ask: Ask, tell: Tell) -> list[Answer]:
    """The answers given; a question is skipped by Enter, all that are left by Ctrl-D or Ctrl-C."""
    answers: list[Answer] = []
    tell(words.enter_skips)
    try:
        for number, question in enumerate(advice.questions, start=1):
            subjects = list(_subjects(question, answers))
            if not subjects:
                continue
            tell(f"\n{number}/{len(advice.questions)}  {question.ask}")
            for place, text in enumerate(question.answers.values(), start=1):
                tell(f"{_MARGIN}{place}  {text}")
            for subject in subjects:
                answer = _ask_one(question, subject, advice, names, words, ask, tell)
                answers.extend([answer] if answer else [])
    except _EndOfQuestions:
        tell("")
    return answers


def _subjects(question: Question, answers: list[Answer]) -> Iterator[str | None]:
    """The subjects to ask of; of seats, only those that there are, where that is known."""
    seats = next((one.values for one in answers if one.question == "seats"), None)
    if not question.of:
        yield None
    for subject in question.of:
        if seats is None or subject in seats:
            yield subject


def _ask_one(
    question: Question,
    subject: str | None,
    advice: Advice,
    names: Names,
    words: AdviseWords,
    ask: Ask,
    tell: Tell,
) -> Answer | None:
    how = words.pick_several if question.several else words.pick_one
    prompt = f"{_MARGIN}{question.of[subject]}" if subject else _MARGIN.rstrip(" ") + "    "
    while True:
        try:
            typed = ask(f"{prompt} ({how}) > ").strip()
        except (EOFError, KeyboardInterrupt):
            raise _EndOfQuestions from None
        if not typed:
            return None
        if typed == _HELP:
            _explain(question, advice, names, words, tell)
            continue
        values, wrong = _selected(question, typed)
        if wrong is None:
            return Answer(question.key, values, subject)
        tell(_MARGIN + words.not_one.format(answer=wrong))


def _selected(question: Question, typed: str) -> tuple[tuple[str, ...], str | None]:
    """The answers that numbers or keys mean, and the first word that means none."""
    keys = list(question.answers)
    said = typed.replace(",", " ").split()
    if question.several and said in ([_NOTHING], [NONE]):
        return (), None
    if len(said) > 1 and not question.several:
        return (), typed
    selected = set()
    for word in said:
        number = int(word) if word.isascii() and word.isdigit() and len(word) < 4 else 0
        key = keys[number - 1] if 0 < number <= len(keys) else word.casefold()
        if key not in keys:
            return (), word
        selected.add(key)
    return tuple(key for key in keys if key in selected), None


def _explain(
    question: Question, advice: Advice, names: Names, words: AdviseWords, tell: Tell
) -> None:
    """Which rules rest on a question, and which works say so."""
    rules = rules_about(question.key, advice.rules)
    tell(_MARGIN + (words.rests if rules else words.rests_nothing))
    for rule in rules:
        works = ", ".join(names.work(key) for key in rule.sources)
        tell(f"{_MARGIN}- {rule.text} ({works})")
