"""The questions of the advisor, one by one in a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

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
    """The person ended the questions."""


def ask_all(advice: Advice, names: Names, words: AdviseWords, ask: Ask, tell: Tell) -> list[Answer]:
    """The answers given; a question is skipped by Enter, all that are left by Ctrl-D or Ctrl-C."""
    dialogue = _Dialogue(advice, names, words, ask, tell)
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
                if answer := dialogue.answer(question, subject):
                    answers.append(answer)
    except _EndOfQuestions:
        tell("")
    return answers


def _subjects(question: Question, answers: list[Answer]) -> Iterator[str | None]:
    """The subjects to ask of; of seats, only those that there are, where that is known."""
    seats = next((answer.values for answer in answers if answer.question == "seats"), None)
    if not question.of:
        yield None
    for subject in question.of:
        if seats is None or subject in seats:
            yield subject


@dataclass(frozen=True, slots=True)
class _Dialogue:
    """Asks a question until it is answered or skipped."""

    advice: Advice
    names: Names
    words: AdviseWords
    ask: Ask
    tell: Tell

    def answer(self, question: Question, subject: str | None) -> Answer | None:
        """The answer to a question about one of its subjects; None where it is skipped."""
        how = self.words.pick_several if question.several else self.words.pick_one
        prompt = f"{_MARGIN}{question.of[subject]}" if subject else _MARGIN[1:]
        while True:
            try:
                typed = self.ask(f"{prompt} ({how}) > ").strip()
            except (EOFError, KeyboardInterrupt):
                raise _EndOfQuestions from None
            if not typed:
                return None
            if typed == _HELP:
                self._explain(question)
                continue
            values, wrong = _selected(question, typed)
            if wrong is None:
                return Answer(question.key, values, subject)
            self.tell(_MARGIN + self.words.not_one.format(answer=wrong))

    def _explain(self, question: Question) -> None:
        """The rules that rest on a question, each with its works."""
        rules = rules_about(question.key, self.advice.rules)
        self.tell(_MARGIN + (self.words.rests if rules else self.words.rests_nothing))
        for rule in rules:
            works = ", ".join(self.names.work(key) for key in rule.sources)
            self.tell(f"{_MARGIN}- {rule.text} ({works})")


def _selected(question: Question, typed: str) -> tuple[tuple[str, ...], str | None]:
    """The answers that numbers or keys mean, and the first word that means none."""
    keys = list(question.answers)
    typed_words = typed.replace(",", " ").split()
    if question.several and typed_words in ([_NOTHING], [NONE]):
        return (), None
    if len(typed_words) > 1 and not question.several:
        return (), typed
    selected = set()
    for word in typed_words:
        number = int(word) if word.isascii() and word.isdigit() and len(word) < 4 else 0
        key = keys[number - 1] if 0 < number <= len(keys) else word.casefold()
        if key not in keys:
            return (), word
        selected.add(key)
    return tuple(key for key in keys if key in selected), None
