"""What a strict reader found untrue in the advice, each fault as a test."""

import re

import pytest

from orgcli.advise.inference import advise
from orgcli.advise.recommendation import Direction, Names, Recommendation
from orgcli.advise.writers.phrases import answer_sentences
from orgcli.language.tags import LANGUAGES, speak
from orgcli.model.roles.advice import Answer
from orgcli.model.roles.role import Role
from orgcli.model.source.source import Source
from orgcli.read.roles.advice import read_advice
from orgcli.read.roles.builtin_roles import builtin_folder
from orgcli.read.roles.role_file import read_role
from orgcli.read.syntax.decoding import read_source

ADVICE, _ = read_advice("en")
assert ADVICE is not None
advice = ADVICE


def leaders() -> list[Role]:
    """The roles of which the type of the holder is asked."""
    return [role(key) for key in next(one.of for one in advice.questions if one.key == "holders")]


def role(key: str) -> Role:
    source = read_source(builtin_folder() / f"{key}.yaml")
    assert isinstance(source, Source)
    file, _ = read_role(source)
    assert file is not None
    return file.role


def recommended(*answers: Answer) -> Recommendation:
    return advise(advice, answers, Names())


def pointed(found: Recommendation) -> dict[str, set[str]]:
    """The works that point to each role."""
    return {one.role: set(one.works) for one in found.candidates}


def keys(found: Recommendation) -> set[str]:
    return {line.key for line in found.all_lines()}


def test_2_1_advice_counts_what_pipl_says() -> None:
    planning = recommended(Answer("gap", ("planning",)))
    assert pointed(planning) == {"cso": {"pipl"}, "cro": {"quotapath"}}
    assert {line.dispute for one in planning.candidates for line in one.lines} == {"K16"}
    strategy = recommended(Answer("gap", ("strategy",)))
    assert pointed(strategy) == {"cso": {"pipl"}, "cro": {"sbi"}}
    execution = recommended(Answer("gap", ("execution",)))
    assert pointed(execution) == {"cso": {"sbi"}, "vp-sales": {"pipl"}}


def test_2_1_execution_under_a_cro_is_for_vps() -> None:
    found = recommended(Answer("gap", ("execution",)), Answer("seats", ("cro",)))
    assert pointed(found) == {"vp-sales": {"pipl", "sbi"}}


def test_2_1_the_type_is_asked_first() -> None:
    assert advice.questions[0].key == "type"
    assert list(advice.questions[0].answers) == ["executor", "strategist"]
    assert pointed(recommended(Answer("type", ("strategist",)))) == {
        "cso": {"pipl"},
        "cro": {"sbi"},
    }


def test_2_1_the_dispute_that_decides_is_in_the_answer() -> None:
    words = speak("en").advise
    found = recommended(Answer("gap", ("planning",)))
    assert words.disputed.format(keys="K16") in answer_sentences(found, words)


def test_2_1_what_would_settle_it_is_said() -> None:
    words = speak("en").advise
    found = recommended(Answer("gap", ("planning",)))
    assert found.direction is Direction.SEVERAL
    first = words.unsettled.format(question=advice.questions[0].ask)
    assert first in answer_sentences(found, words)
    answered = recommended(Answer("gap", ("planning",)), Answer("type", ("executor",)))
    assert first not in answer_sentences(answered, words)
    assert recommended(Answer("channels", ("one",))).open_question is None


def test_2_1_three_roles_are_all_named() -> None:
    words = speak("en").advise
    found = recommended(Answer("gap", ("planning", "execution")))
    assert len(found.candidates) == 3
    sentence = answer_sentences(found, words)[0]
    assert all(one.role in sentence for one in found.candidates)


def test_2_1_a_rule_against_a_type_that_a_work_wants_shows_the_dispute() -> None:
    """One work wants a strategist as CSO; what another says against that is one side."""
    wanted = {f"holders.{role.role}.{one.is_}" for role in leaders() for one in role.archetypes}
    against = [
        rule
        for rule in advice.rules
        if rule.kind == "misfit" and wanted & {*rule.one_of, *rule.now}
    ]
    assert len(against) >= 4
    assert {rule.dispute for rule in against} == {"K2"}


def test_2_2_several_channels_are_one_vendors_opinion() -> None:
    found = recommended(Answer("channels", ("several",)))
    assert pointed(found) == {"cro": {"sbi"}}
    sentences = answer_sentences(found, speak("en").advise)
    assert any("sbi" in one for one in sentences)


@pytest.mark.parametrize("language", LANGUAGES)
def test_2_3_an_unused_answer_is_used_by_no_rule(language: str) -> None:
    """Works may well speak of it, as of the line of a VP."""
    assert re.search("rule|rege?l|Regel|regra", speak(language).advise.unused)


@pytest.mark.parametrize(
    "answers",
    [[Answer("seats", ("cso",)), Answer("holders", ("strategist",), "cso")],
     [Answer("type", ("strategist",)), Answer("channels", ("one",))]],
)  # fmt: skip
def test_2_4_a_strategist_needs_no_strategist_beside(answers: list[Answer]) -> None:
    assert not keys(recommended(*answers)) & {"strategist-beside-cso", "cso-without-strategist"}


def test_2_4_no_team_is_sent_to_a_cro_who_does_not_exist() -> None:
    strategist = Answer("holders", ("strategist",), "cso")
    without = recommended(strategist, Answer("seats", ("cso",)))
    assert "faster-decisions" not in keys(without)
    there = recommended(strategist, Answer("seats", ("cso", "cro")))
    assert "faster-decisions" in keys(there)


def test_2_4_no_rule_goes_against_the_type_in_the_seat() -> None:
    executor = recommended(Answer("seats", ("cro",)), Answer("holders", ("executor",), "cro"))
    assert not keys(executor) & {"executing-vps", "cro-without-vp", "teams-under-cro"}
    strategist = recommended(
        Answer("seats", ("cso",)), Answer("holders", ("strategist",), "cso"),
        Answer("silo", ("no",)),
    )  # fmt: skip
    assert not {one for one in keys(strategist) if one.startswith("silo")}
