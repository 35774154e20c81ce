"""A file of answers becomes answers, or findings that say which of them are not possible."""

from collections.abc import Iterator, Mapping, Sequence

from orgcli.model.findings.finding import Finding
from orgcli.model.likeness import Near, did_you_mean, nearest_words
from orgcli.model.roles.advice import NONE, Advice, Answer, Question
from orgcli.model.source.source import Source
from orgcli.model.text import listed, shortened
from orgcli.read.syntax.document import Document, Value
from orgcli.read.syntax.mapping import load_mapping

_MOST_LOOKED_UP = 50  # of very many wrong keys, only so many are found in the file


def read_answers(source: Source, advice: Advice) -> tuple[list[Answer], list[Finding]]:
    """The answers in a YAML or JSON file, in the order of the questions.

    A question left empty is not answered. Findings: those of load_yaml or load_json, ORG007 for
    a file that holds no mapping, ORG004 for what is no question, ORG005 for what is no answer.
    """
    document, findings = load_mapping(source, "write one with `orgcli advise --template`")
    if document is None:
        return [], findings
    root = document.mapping
    questions = {question.key: question for question in advice.questions}
    findings += _unknown_questions(document, root, list(questions))
    answers: list[Answer] = []
    for key, question in questions.items():
        if key in root and root[key] not in (None, ""):
            new_answers, wrong = _answered(question, root[key], document)
            answers += new_answers
            findings += wrong
    return answers, sorted(findings, key=lambda finding: finding.place)


def _unknown_questions(
    document: Document, root: Mapping[str, Value], questions: Sequence[str]
) -> Iterator[Finding]:
    unknown = [key for key in root if key not in questions]
    for number, key in enumerate(unknown):
        place = document.key_place(0, key) if number < _MOST_LOOKED_UP else document.place(0)
        help = did_you_mean(nearest_words(key, questions), f"the questions are {listed(questions)}")
        yield Finding("ORG004", f"`{shortened(key)}` is not a question", place, help=help)


def _answered(
    question: Question, value: Value, document: Document
) -> tuple[list[Answer], list[Finding]]:
    if not question.of:
        return _answer(question, value, document, (question.key,))
    if not isinstance(value, dict):
        subjects = ", ".join(f"{subject}: …" for subject in question.of)
        message = f"`{question.key}` takes an answer for each subject"
        return [], [_wrong(message, document, (question.key,), f"write {{{subjects}}}")]
    answers: list[Answer] = []
    findings: list[Finding] = []
    for subject, answer in value.items():
        path = (question.key, subject)
        if subject not in question.of:
            look = len(findings) < _MOST_LOOKED_UP
            place = document.key_place(0, *path) if look else document.place(0, question.key)
            near = nearest_words(subject, question.of)
            help = did_you_mean(near, f"it may be {listed(question.of)}")
            message = f"`{question.key}` is not asked of `{shortened(subject)}`"
            findings.append(Finding("ORG004", message, place, help=help))
        elif answer not in (None, ""):
            new_answers, wrong = _answer(question, answer, document, path)
            answers += new_answers
            findings += wrong
    order = list(question.of)
    return sorted(answers, key=lambda answer: order.index(answer.subject or "")), findings


def _answer(
    question: Question, value: Value, document: Document, path: tuple[str, ...]
) -> tuple[list[Answer], list[Finding]]:
    """The answer at a path; several values only where the question takes several."""
    subject = path[1] if len(path) > 1 else None
    if question.several and (value == NONE or value in ([], [NONE])):
        return [Answer(question.key, (), subject)], []
    if isinstance(value, list) and not question.several:
        message = f"`{path[-1]}` takes one answer, not a list"
        return [], [_wrong(message, document, path, f"one of {listed(question.answers)}")]
    values = value if isinstance(value, list) else [value]
    # A wrong answer that stands there twice is one mistake.
    first = {str(choice): number for number, choice in reversed(list(enumerate(values)))}
    kept = tuple(key for key in question.answers if key in first)
    findings: list[Finding] = []
    for number in sorted(first.values()):
        choice = values[number]
        if not isinstance(choice, str) or choice not in question.answers:
            item: tuple[int, ...] = (number,) if isinstance(value, list) else ()
            findings.append(_no_answer(question, choice, document, (*path, *item)))
    return ([Answer(question.key, kept, subject)] if kept else []), findings


def _no_answer(
    question: Question, value: Value, document: Document, path: tuple[str | int, ...]
) -> Finding:
    near: Near = ()
    if isinstance(value, str):
        near = nearest_words(value, question.answers)
        message = f"`{shortened(value)}` is no answer to `{question.key}`"
    else:
        what = "nothing" if value is None else "a list" if isinstance(value, list) else "a mapping"
        message = f"an answer to `{question.key}` is {what}"
    help = did_you_mean(near, f"one of {listed(question.answers)}")
    return _wrong(message, document, path, help)


def _wrong(message: str, document: Document, path: tuple[str | int, ...], help: str) -> Finding:
    return Finding("ORG005", message, document.place(0, *path), help=help)
