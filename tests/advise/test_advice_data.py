"""advice.yaml rests on what the library says: every term, statement, hedge and claim is there."""

import csv
import re
from pathlib import Path

import pytest

from orgcli.advise.facts import facts
from orgcli.advise.gaps import gaps_for
from orgcli.advise.inference import advise, statement_ids
from orgcli.advise.recommendation import Names
from orgcli.language.tags import LANGUAGES
from orgcli.model.roles.advice import Advice, AdviceRule, AdviceTranslation, Answer, rewrite_advice
from orgcli.model.roles.rewriting import texts_of
from orgcli.model.roles.translation import texts
from orgcli.read.roles.advice import read_advice, read_statements
from orgcli.read.roles.builtin_roles import builtin_folder
from orgcli.read.roles.library import Libraries
from orgcli.read.roles.translations import FIRST, translation_path
from orgcli.read.syntax.mapping import read_file

ROOT = Path(__file__).parents[2]
CLAIMS = ROOT / "tests/library/claims.tsv"
ADVICE, _FINDINGS = read_advice("en")
assert ADVICE is not None
advice: Advice = ADVICE
LIBRARY = Libraries("en", []).base
STATED = read_statements(statement_ids(advice), "en")
OWN_HEDGES = {"implied", "can"}
"""Of rules that the ledger calls inferred, or for which it gives no strength."""
LINES = [*advice.rules, *(near for gap in advice.gaps for near in gap.near)]
DERIVED = {"pull.cso", "pull.cro", "pull.vp-sales", "need.cso", "need.cro"}
DERIVED |= {"lines.cso.cro", "lines.cso.other"}


def _terms(rule: AdviceRule) -> list[str]:
    terms = (*rule.when, *rule.one_of, *rule.unless, *rule.now)
    return [part.removeprefix("not ") for term in terms for part in term.split(" + ")]


def _possible() -> set[str]:
    """Every term that an answer can make true."""
    found = set()
    for question in advice.questions:
        for subject in question.of or [""]:
            key = f"{question.key}.{subject}" if subject else question.key
            found |= {f"{key}.{answer}" for answer in question.answers}
    return found


def test_the_file_is_right() -> None:
    assert not _FINDINGS
    assert len(advice.questions) == 13
    for several in (advice.questions, advice.rules, advice.gaps):
        keys = [one.key for one in several]
        assert len(keys) == len(set(keys))


def test_every_term_can_come_true() -> None:
    possible = _possible() | DERIVED
    for rule in advice.rules:
        assert set(_terms(rule)) <= possible, rule.key
    for gap in advice.gaps:
        for term in (*gap.bears_on, *gap.unless):
            assert set(term.split(" + ")) <= possible, gap.key


def test_every_statement_is_in_the_library() -> None:
    assert set(STATED) == statement_ids(advice)


@pytest.mark.parametrize("line", LINES, ids=lambda line: getattr(line, "key", line.text[:30]))
def test_a_line_says_no_more_than_its_statements(line: AdviceRule) -> None:
    """Its hedge and its works are theirs; its dispute is one that the library has."""
    assert line.hedge in (LIBRARY.hedges or {})
    assert set(line.sources) <= {work.key for work in LIBRARY.works}
    assert line.sources
    if line.statements:
        said = [STATED[id].statement for id in line.statements]
        assert line.hedge in {one.hedge for one in said} | OWN_HEDGES
        assert set(line.sources) <= {work for one in said for work in one.sources}
    if line.dispute:
        assert line.dispute in {dispute.key for dispute in LIBRARY.disputes}


def test_the_claims_told_here_are_those_of_the_list() -> None:
    with CLAIMS.open(encoding="utf-8") as stream:
        listed = {
            row["id"]: (tuple(row["works"].split("+")), row["hedge"])
            for row in csv.DictReader(stream, delimiter="\t")
            if row["role"] == "advice"
        }
    claims = [(id, rule) for rule in advice.rules for id in rule.claims]
    assert {id: (rule.sources, rule.hedge) for id, rule in claims} == listed
    assert len(claims) == len(listed)
    assert all(len(rule.claims) <= 1 for rule in advice.rules)


def test_no_text_has_a_number_of_its_own() -> None:
    """No source names a threshold, so that none may slip in."""
    for key, text in texts_of(rewrite_advice, advice).items():
        assert not re.search(r"\d", text), key


@pytest.mark.parametrize("rule", advice.rules, ids=lambda rule: rule.key)
def test_every_rule_fires_on_what_it_asks_for(rule: AdviceRule) -> None:
    wanted = [part for term in (*rule.when, *rule.one_of[:1]) for part in term.split(" + ")]
    helpers = {"cso": "gap.closing", "cro": "gap.planning"}
    terms = [helpers[t.split(".")[1]] if t[:5] in ("need.", "pull.") else t for t in wanted]
    answers: dict[str, Answer] = {}
    for term in terms:
        key, _, value = term.rpartition(".")
        question, _, subject = key.partition(".")
        values = (*answers[key].values, value) if key in answers else (value,)
        answers[key] = Answer(question, values, subject or None)
    recommendation = advise(advice, list(answers.values()), Names())
    assert rule.key in {line.key for line in recommendation.all_lines()}


def test_a_contrary_answer_stops_what_it_contradicts() -> None:
    known = facts([Answer("seats", ("cro",)), Answer("holders", ("executor",), "cro")])
    assert known.holds("not seats.cso")
    assert not known.holds("not holders.vp-sales.executor")
    assert known.holds("seats.cro + holders.cro.executor")
    assert not known.holds("seats.cro + seats.cso")


def test_where_not_everything_was_read_nothing_is_missing() -> None:
    known = facts([Answer("seats", ("cro",), whole=False)])
    assert not known.holds("not seats.vp-sales")


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag != "en"])
def test_every_text_is_translated(language: str) -> None:
    path = translation_path(builtin_folder(), language, "advice")
    said, findings = read_file(path, AdviceTranslation, FIRST)
    assert not findings
    assert set(texts(said)) == set(texts_of(rewrite_advice, advice))


def test_a_missing_translation_is_marked(tmp_path: Path) -> None:
    (tmp_path / "sv").mkdir()
    source = (builtin_folder() / "advice.yaml").read_text("utf-8")
    (tmp_path / "advice.yaml").write_text(source, "utf-8")
    (tmp_path / "sv/advice.yaml").write_text(
        "translation: advice\nrules: {one-channel: En kanal}\ngaps: {pay: {words: lön}}\n", "utf-8"
    )
    found, findings = read_advice("sv", tmp_path)
    assert found is not None
    assert not findings
    said = {rule.key: rule.text for rule in found.rules}
    assert said["one-channel"] == "En kanal"
    assert said["several-channels"].endswith(" [en]")
    assert [gap.key for gap in gaps_for("vilken lön?", found.gaps)] == ["pay"]
    assert [gap.key for gap in gaps_for("which salary?", found.gaps)] == ["pay"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_gap_is_found_by_its_key_and_its_own_question(language: str) -> None:
    said, _ = read_advice(language)
    assert said is not None
    for gap in said.gaps:
        assert gaps_for(gap.key, said.gaps) == [gap]
        assert gaps_for(gap.ask, said.gaps) == [gap]


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("From which revenue on do we need a CRO?", "threshold"),
        ("At how much ARR?", "threshold"),
        ("how many employees before a CRO", "threshold"),
        ("When should we hire a CRO?", "threshold"),
        ("should I hire a CRO or a CSO", "threshold"),
        ("do we need a Chief Sales Officer", "threshold"),
        ("To whom does a CRO report?", "cro-reports-to"),
        ("Who does the Chief Revenue Officer report to?", "cro-reports-to"),
        ("WHO DOES THE CSO REPORT TO", "cso-reports-to"),
        ("Can one person hold both seats?", "one-person"),
        ("When should we hire a VP?", "when-vp"),
        ("do we need an SDR", "when-team"),
        ("what is a good span of control", "span-of-control"),
        ("How much should we pay?", "pay"),
        ("which KPIs for an AE", "metrics-below"),
        ("who does an SDR report to", "team-reports-to"),
    ],
)
def test_a_question_in_words_finds_its_gap(question: str, key: str) -> None:
    assert [gap.key for gap in gaps_for(question, advice.gaps)] == [key]


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("När ska vi anställa en CRO?", "sv"), ("Wann einen CRO einstellen?", "de"),
        ("Quando contratar um CRO?", "pt"), ("¿Cuándo contratar un CRO?", "es"),
        ("Når skal vi ansette en CRO?", "nb"),
    ],
)  # fmt: skip
def test_when_to_hire_a_leader_is_no_question_about_the_team(question: str, language: str) -> None:
    in_language, _ = read_advice(language)
    assert in_language is not None
    assert "when-team" not in [gap.key for gap in gaps_for(question, in_language.gaps)]


def test_a_question_about_two_gaps_finds_both() -> None:
    found = gaps_for("Which salary, and which span of control?", advice.gaps)
    assert [gap.key for gap in found] == ["span-of-control", "pay"]


@pytest.mark.parametrize("question", ["", " ", "?", "colour of the sea", "x" * 100_000])
def test_a_question_about_something_else_finds_none(question: str) -> None:
    assert gaps_for(question, advice.gaps) == []
