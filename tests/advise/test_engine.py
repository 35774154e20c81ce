"""Whatever is answered, the advice keeps its word: counted, traced, and without a winner."""

from hypothesis import given, settings
from hypothesis import strategies as st

from orgcli.advise.formats import FORMATS
from orgcli.advise.inference import advise
from orgcli.advise.recommendation import Direction, Names
from orgcli.model.roles.advice import Answer, Question
from orgcli.read.roles.advice import read_advice
from orgcli.read.roles.library import Libraries
from orgcli.render.view import Page

ADVICE, _ = read_advice("en")
assert ADVICE is not None
advice = ADVICE
LIBRARY = Libraries("en", []).base
NAMES = Names({}, LIBRARY.hedges or {}, LIBRARY.works)


@st.composite
def _answers(draw: st.DrawFn) -> list[Answer]:
    answers = []
    for question in advice.questions:
        for subject in question.of or [None]:
            if draw(st.booleans()):
                answers.append(Answer(question.key, draw(_values(question)), subject))
    return answers


def _values(question: Question) -> st.SearchStrategy[tuple[str, ...]]:
    keys = list(question.answers)
    if question.several:
        return st.lists(st.sampled_from(keys), unique=True).map(tuple)
    return st.sampled_from(keys).map(lambda key: (key,))


@settings(max_examples=200, deadline=None)
@given(_answers())
def test_whatever_is_answered(answers: list[Answer]) -> None:
    recommendation = advise(advice, answers, NAMES)
    assert (recommendation.direction is Direction.SEVERAL) == (len(recommendation.candidates) > 1)
    assert (recommendation.direction is Direction.UNKNOWN) == (not answers)
    lines = recommendation.all_lines()
    assert len({line.key for line in lines}) == len(lines)
    for line in lines:
        assert line.works
        assert line.statements or line.claims
    assert [one.answer for one in recommendation.answers] == answers
    if recommendation.candidates:
        assert "threshold" in {explained.gap.key for explained in recommendation.gaps}


@settings(max_examples=40, deadline=None)
@given(_answers(), st.integers(20, 220))
def test_every_format_writes_it(answers: list[Answer], width: int) -> None:
    for name in FORMATS:
        written = FORMATS[name]([advise(advice, answers, NAMES)], Page(width))
        assert not isinstance(written, str) or written.endswith("\n"), name


def test_both_sides_are_shown_in_any_order() -> None:
    there = advise(advice, [Answer("channels", ("one",)), Answer("gap", ("strategy",))], NAMES)
    back = advise(advice, [Answer("gap", ("strategy",)), Answer("channels", ("one",))], NAMES)
    assert there.candidates == back.candidates
    assert [candidate.role for candidate in there.candidates] == ["cso", "cro"]
