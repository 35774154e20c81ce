"""What `orgcli advise` reads, and how answers and organisations come together in one run."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from orgcli.advise.gaps import gaps_for
from orgcli.advise.inference import advise, explain_gap
from orgcli.advise.organisation_answers import answers_of, named_roles
from orgcli.advise.recommendation import GapReport, Names, Recommendation
from orgcli.advise.template import template
from orgcli.api.advice_library import BrokenAdvice, KnownAdvice
from orgcli.cli.language import Session
from orgcli.cli.output import note, read_stdin
from orgcli.model.findings.finding import Finding
from orgcli.model.roles.advice import Advice, Answer
from orgcli.read.roles.answers import read_answers
from orgcli.read.syntax.decoding import Unreadable, decode, read_bytes
from orgcli.read.syntax.paths import STDIN, STDIN_NAME

if TYPE_CHECKING:
    from orgcli.model.organisation.organisation import Organisation
    from orgcli.model.project import Project

_NOT_WHOLE = frozenset({"ORG001", "ORG002", "ORG007", "ORG008", "ORG009", "ORG016"})
"""Findings after which a seat that is not seen may still be there."""


class Advisor:
    """The advice, and the answers that it is given on.

    with_statements  whether lines carry the statements of the roles that they rest on
    """

    def __init__(self, session: Session, with_statements: bool) -> None:
        self.words = session.words
        self._session = session
        self._known = KnownAdvice(session.words.tag, session.roles, with_statements)

    @property
    def advice(self) -> Advice:
        """The questions, rules and gaps; leaves with exit code 2 where they cannot be used."""
        try:
            return self._known.advice
        except BrokenAdvice as error:
            self._refuse(error.findings)

    @property
    def names(self) -> Names:
        """What roles, hedges and works are called in the language."""
        return self._known.names

    def answers_in(self, path: str) -> list[Answer]:
        """The answers in a file; leaves with exit code 2 where one is not possible."""
        try:
            raw = read_stdin() if path == STDIN else read_bytes(Path(path), special=True)
        except Unreadable as error:
            self._session.fail(self.words.ask.unreadable.format(path=path, reason=error.reason))
        source = decode(STDIN_NAME if path == STDIN else path, raw)
        if isinstance(source, Finding):
            self._refuse([source])
        answers, findings = read_answers(source, self.advice)
        if findings:
            self._refuse(findings)
        return answers

    def ask(self) -> list[Answer]:
        """The answers typed at the terminal; the questions go to stderr."""
        from orgcli.cli.advise.questions import ask_all  # only at a terminal

        def ask(prompt: str) -> str:
            sys.stderr.write(prompt)
            sys.stderr.flush()
            if not (typed := sys.stdin.readline()):
                raise EOFError
            return typed

        answers = ask_all(self.advice, self.names, self.words.advise, ask, _note_lines)
        _note_lines("")
        return answers

    def recommend(
        self, own_answers: Sequence[Answer], project: Project | None
    ) -> list[Recommendation]:
        """The advice on the answers; with every organisation, where there are some."""
        if project is None:
            return [advise(self.advice, own_answers, self.names)]
        return [
            advise(
                self.advice,
                self.combined_answers(organisation, own_answers, project),
                self.names,
                organisation.name or organisation.files[0],
                named_roles(organisation),
            )
            for organisation in _with_positions(project)
        ]

    def combined_answers(
        self, organisation: Organisation, own_answers: Sequence[Answer], project: Project
    ) -> list[Answer]:
        """The answers from an organisation and the user's own, which win."""
        answered = {answer.key: answer for answer in own_answers}
        whole = not any(finding.code in _NOT_WHOLE for finding in project.findings)
        answers = []
        for answer in answers_of(organisation, self.advice.questions):
            if answer.key not in answered:
                answers.append(answer if whole else replace(answer, whole=False))
            elif set(answered[answer.key].values) != set(answer.values):
                note(f"orgcli: {self.words.advise.answer_counts.format(question=answer.key)}")
        return [*answers, *own_answers]

    def template(self, own_answers: Sequence[Answer], project: Project | None) -> str:
        """A file of answers, filled in as far as anything is known."""
        organisations = _with_positions(project) if project else []
        if len(organisations) > 1:
            texts = self.words.advise
            several = texts.several_organisations.format(count=len(organisations))
            self._session.fail(several, texts.name_one)
        if project and organisations:
            own_answers = self.combined_answers(organisations[0], own_answers, project)
        return template(self.advice, own_answers, self.words.advise)

    def gap_report(self, question: str | None) -> GapReport:
        """The gap that a question is about; all gaps for no question, or one about none."""
        gaps = [] if question is None else gaps_for(question, self.advice.gaps)
        every = [explain_gap(gap, self.names) for gap in gaps or self.advice.gaps]
        about, listed = (every, []) if gaps else ([], every)
        return GapReport(question, tuple(about), tuple(listed), self.names)

    def _refuse(self, findings: Sequence[Finding]) -> NoReturn:
        """List what is wrong, and leave with exit code 2."""
        self._session.list_findings(findings)
        raise SystemExit(2)


def _with_positions(project: Project) -> list[Organisation]:
    return [organisation for organisation in project.organisations if organisation.positions]


def _note_lines(text: str) -> None:
    for line in text.split("\n"):
        note(line)
