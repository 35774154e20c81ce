"""The advisor's questions, rules and gaps, and their translation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated, ClassVar, Literal

from orgcli.model.findings.finding import Place
from orgcli.model.organisation.position import Status
from orgcli.model.roles.rewriting import Rewrite
from orgcli.model.roles.translation import NONE_AS_EMPTY, ByKey
from orgcli.model.source.marks import Count
from orgcli.model.source.scalar import Text, Texts, Truth
from orgcli.model.strict import STRICT

NONE = "none"
"""The answer to a question with several choices of which none holds."""

Kind = Literal["points", "signal", "complement", "remedy", "misfit", "line", "caution"]
"""points and signal lead to a role; the others follow from what is needed or there."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask; each answer has a key, and so has each subject it is asked `of`."""

    __pydantic_config__: ClassVar = STRICT

    key: Text
    ask: Text
    answers: Annotated[dict[str, Text], Count(1)]
    of: dict[str, Text] = field(default_factory=dict)
    several: Truth = False


@dataclass(frozen=True, slots=True)
class AdviceRule:
    """What follows from answers. A term is `question.answer` or `question.subject.answer`.

    `not` before a term: the question is answered, otherwise than so. `a + b`: both hold.
    `pull.cso` holds where something points to a CSO, `need.cso` also where the seat exists;
    `lines.cso.cro` and `lines.cso.other` where an organisation says to whom the CSO reports.
    to          role that it is about: pointed to, added, or held by the wrong type
    when        terms that all hold
    one_of      terms of which one holds, if there are any
    unless      terms of which none holds
    now         terms that, where all hold, make it true today rather than a thing to expect
    statements  ids in the role library that it rests on
    claims      ids of the ledger that are used here and nowhere else
    """

    __pydantic_config__: ClassVar = STRICT

    key: Text
    kind: Kind
    text: Text
    to: Text | None = None
    when: Texts = ()
    one_of: Texts = ()
    unless: Texts = ()
    now: Texts = ()
    hedge: Text = "is"
    sources: Texts = ()
    statements: Texts = ()
    claims: Texts = ()
    dispute: Text | None = None


@dataclass(frozen=True, slots=True)
class NearStatement:
    """A statement of sources near to a gap."""

    __pydantic_config__: ClassVar = STRICT

    text: Text
    hedge: Text = "is"
    sources: Texts = ()
    statements: Texts = ()
    dispute: Text | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """What no source says.

    ask       the question that somebody would have
    words     phrases with commas between; a question with all the words of one means this gap
    bears_on  terms, as in AdviceRule, of which one must hold for it to be mentioned unasked
    unless    terms of which none may hold for that
    """

    __pydantic_config__: ClassVar = STRICT

    key: Text
    ask: Text
    words: Text
    text: Text
    near: tuple[NearStatement, ...] = ()
    bears_on: Texts = ()
    unless: Texts = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """advice.yaml as it is written."""

    __pydantic_config__: ClassVar = STRICT

    advice: Text
    language: Text = "en"
    questions: tuple[Question, ...] = ()
    rules: tuple[AdviceRule, ...] = ()
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionTranslation:
    """A question in another language."""

    __pydantic_config__: ClassVar = STRICT

    ask: Text | None = None
    of: ByKey = field(default_factory=dict)
    answers: ByKey = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GapTranslation:
    """A gap in another language; `near` in the order of the original."""

    __pydantic_config__: ClassVar = STRICT

    ask: Text | None = None
    words: Text | None = None
    text: Text | None = None
    near: Texts = ()


@dataclass(frozen=True, slots=True)
class AdviceTranslation:
    """`roles/<language>/advice.yaml`; rules map a key to its text."""

    __pydantic_config__: ClassVar = STRICT

    translation: Text
    questions: Annotated[dict[str, QuestionTranslation], NONE_AS_EMPTY] = field(
        default_factory=dict
    )
    rules: ByKey = field(default_factory=dict)
    gaps: Annotated[dict[str, GapTranslation], NONE_AS_EMPTY] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Observation:
    """A position that an answer was read from, and how many more rewrite the same."""

    position: str
    place: Place
    state: Status
    more: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known about a question, or about one of its subjects.

    values  keys of answers; empty where several were possible and none holds
    seen    value -> the position it was read from; None where somebody answered
    whole   False where an organisation could not be read whole, so that more may hold
    """

    question: str
    values: tuple[str, ...]
    subject: str | None = None
    seen: Mapping[str, Observation] | None = None
    whole: bool = True

    @property
    def key(self) -> str:
        """What terms about it begin with."""
        return f"{self.question}.{self.subject}" if self.subject else self.question


Answers = Sequence[Answer]


def rewrite_advice(advice: Advice, rewrite: Rewrite) -> Advice:
    """The advice with every text that people read rewritten; keys and terms stay."""
    return replace(
        advice,
        questions=tuple(_question(question, rewrite) for question in advice.questions),
        rules=tuple(
            replace(rule, text=rewrite(f"rules.{rule.key}", rule.text)) for rule in advice.rules
        ),
        gaps=tuple(_gap(gap, rewrite) for gap in advice.gaps),
    )


def translate_advice(advice: Advice, texts: Mapping[str, str]) -> Advice:
    """The advice with the texts there are; the others stay, marked with their language.

    The words that find a gap are never shown: those of both languages find it.
    """
    mark = f" [{advice.language}]"

    def rewrite(key: str, text: str) -> str:
        if key.startswith("gaps.") and key.endswith(".words"):
            return f"{texts[key]}, {text}" if key in texts else text
        return texts.get(key) or text + mark

    return rewrite_advice(advice, rewrite)


def _question(question: Question, rewrite: Rewrite) -> Question:
    path = f"questions.{question.key}"
    return replace(
        question,
        ask=rewrite(f"{path}.ask", question.ask),
        of={key: rewrite(f"{path}.of.{key}", text) for key, text in question.of.items()},
        answers={
            key: rewrite(f"{path}.answers.{key}", text) for key, text in question.answers.items()
        },
    )


def _gap(gap: Gap, rewrite: Rewrite) -> Gap:
    path = f"gaps.{gap.key}"
    return replace(
        gap,
        ask=rewrite(f"{path}.ask", gap.ask),
        words=rewrite(f"{path}.words", gap.words),
        text=rewrite(f"{path}.text", gap.text),
        near=tuple(
            replace(statement, text=rewrite(f"{path}.near.{at}", statement.text))
            for at, statement in enumerate(gap.near, start=1)
        ),
    )
