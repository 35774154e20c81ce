"""A commented file of answers: what is known is filled in, the rest left empty."""

import json
from collections.abc import Iterator

from orgcli.language.words import AdviseWords
from orgcli.model.roles.advice import NONE, Advice, Answer, Answers, Question
from orgcli.render.lines import one_line


def template(advice: Advice, answers: Answers, words: AdviseWords) -> str:
    """YAML that `--answers` reads: each question with its possible answers above it."""
    by_key = {answer.key: answer for answer in answers}
    lines = [f"# {words.template}", f"# {words.template_skip}"]
    for question in advice.questions:
        lines += ["", *_question(question, by_key, words)]
    return "\n".join(lines) + "\n"


def _question(question: Question, by_key: dict[str, Answer], words: AdviseWords) -> Iterator[str]:
    kind = words.template_several if question.several else words.template_of if question.of else ""
    yield f"# {one_line(question.ask)}" + (f" ({kind})" if kind else "")
    widest = max(map(len, question.answers))
    for key, text in question.answers.items():
        yield f"#   {key:{widest}}  {one_line(text)}"
    if not question.of:
        yield f"{question.key}:{_value(question, by_key.get(question.key))}"
        return
    yield f"{question.key}:"
    for subject, text in question.of.items():
        answer = by_key.get(f"{question.key}.{subject}")
        yield f"  {subject}:{_value(question, answer)}  # {one_line(text)}"


def _value(question: Question, answer: Answer | None) -> str:
    if answer is None:
        return ""
    if question.several:
        return f" [{', '.join(map(_plain, answer.values))}]" if answer.values else f" {NONE}"
    # An organisation may hold both, of which a file of answers takes one.
    return f" {_plain(answer.values[0])}" if len(answer.values) == 1 else ""


def _plain(key: str) -> str:
    """A key of an answer, quoted where other readers of YAML would take it for a truth."""
    return json.dumps(key) if key in ("yes", "no") else key
