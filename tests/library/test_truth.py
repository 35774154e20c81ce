"""What a strict reader found untrue in the built-in roles, each fault as a test."""

import re
from functools import cache
from pathlib import Path

import pytest

from orgcli.compare.comparison.vocabulary import Vocabulary
from orgcli.language.tags import LANGUAGES
from orgcli.model.roles.library import Dispute
from orgcli.model.roles.role import Statement
from orgcli.model.source.source import Source
from orgcli.read.roles.library import Libraries
from orgcli.read.roles.role_file import read_role
from orgcli.read.syntax.decoding import read_source

ROOT = Path(__file__).parents[2]
ROLES = ROOT / "roles"


@cache
def statements() -> dict[str, tuple[str, str, Statement]]:
    """Everything said of the roles, by id: of which role, under which facet, and what."""
    found = {}
    for path in ROLES.glob("*.yaml"):
        source = read_source(path)
        assert isinstance(source, Source)
        if path.stem in ("library", "advice", "shape"):
            continue
        file, findings = read_role(source)
        assert file is not None and not findings
        for facet, several in file.role.facets():
            found |= {one.id or "": (path.stem, facet, one) for one in several}
    for shared in Libraries("en", []).base.shared:
        found[shared.statement.id or ""] = ("+".join(shared.roles), shared.facet, shared.statement)
    return found


def said(id: str) -> Statement:
    return statements()[id][2]


def hedge_and_works(id: str) -> tuple[str, tuple[str, ...]]:
    return said(id).hedge, said(id).sources


@cache
def disputes(language: str = "en") -> dict[str, Dispute]:
    return {one.key: one for one in Libraries(language, []).base.disputes}


def tagged(key: str) -> dict[str, set[str]]:
    """The statements of a dispute, by work."""
    found: dict[str, set[str]] = {}
    for id, (_, _, one) in statements().items():
        if one.dispute == key:
            for work in one.sources:
                found.setdefault(work, set()).add(id)
    return found


def by_concept(concept: str, role: str) -> set[str]:
    """The works that say something of a role about a concept."""
    return {
        work
        for of, _, one in statements().values()
        if one.concept == concept and role in of.split("+")
        for work in one.sources
    }


def test_2_2_only_sbi_recommends_by_the_number_of_channels() -> None:
    assert hedge_and_works("CRO-68") == ("works-best", ("sbi",))
    assert said("CRO-64").sources == ("quotapath",)


def test_2_5_the_hierarchy_settles_reporting_lines() -> None:
    assert said("ORG-11").sources == ("pipl",) and said("ORG-11").dispute == "K13"
    assert "who reports to whom" in (said("ORG-11").text or "")
    for key in ("K1", "K13"):
        reading = disputes()[key].reading or ""
        assert "who reports to whom" in reading and "never called" not in reading


def test_2_6_only_disagreements_get_the_sign() -> None:
    kinds = {key: one.kind for key, one in disputes().items()}
    assert {key for key, kind in kinds.items() if kind == "overlap"} == {
        "K13", "K7", "K8", "K9", "K9b",
    }  # fmt: skip
    assert {key for key, kind in kinds.items() if kind == "itself"} == {
        "K3", "K4b", "K7b", "K14", "K15",
    }  # fmt: skip
    vocabulary = Vocabulary(Libraries("en", []).base, {})
    assert {key for key in kinds if vocabulary.disagrees(key)} == {
        key for key, kind in kinds.items() if kind == "disagree"
    }


def test_2_7_what_is_read_into_a_work_is_implied() -> None:
    assert hedge_and_works("CSO-49") == ("implied", ("quotapath",))
    assert hedge_and_works("CRO-30") == ("implied", ("sbi",))
    assert hedge_and_works("CRO-86") == ("usually", ("pipl",))
    for number in range(58, 63):
        assert hedge_and_works(f"CRO-{number}") == ("implied", ("pipl",))


@pytest.mark.parametrize(
    "page", ["README.md", *(f"docs/{one.name}" for one in ROOT.glob("docs/*.md"))]
)
def test_2_8_works_are_not_called_independent(page: str) -> None:
    """One of the three echoes another, as library.yaml says."""
    text = (ROOT / page).read_text("utf-8")
    assert not re.search(r"\b(?:three|all) (?:\w+ )?independent (?:works|sources)\b", text)
    assert not re.search(r"\bindependent (?:works|sources|articles)\b", text)


def test_2_9_nothing_is_added_to_what_a_work_says() -> None:
    assert "company goals" in (said("CSO-30").text or "") and "plan " not in (
        said("CSO-30").text or ""
    )
    assert "strateg" not in (said("CSO-12").text or "")
    assert said("CRO-74").hedge == "potentially"
    assert said("VP-27").hedge == "must"


def test_2_10_shared_is_what_is_said_of_all() -> None:
    assert statements()["BOTH-09"][0] == "cso" and "CRO" not in (said("BOTH-09").text or "")
    assert statements()["BOTH-10"][0] == "cro" and "CSO" not in (said("BOTH-10").text or "")
    assert statements()["CSO-54"][0] == "cso+cro+vp-sales"
    assert "cannot" not in (said("BOTH-03").text or "")


def test_2_11_sides_say_no_more_than_their_works() -> None:
    texts = {key: " ".join(side.text for side in one.sides) for key, one in disputes().items()}
    assert "mostly" not in texts["K4"]
    assert "cannot both hold" not in (disputes()["K15"].reading or "")
    assert "the long term is the CRO's" not in texts["K16"]


def test_2_11_every_side_shows_a_statement() -> None:
    assert tagged("K16") == {"quotapath": {"CSO-79", "CRO-84"}, "pipl": {"CSO-25"}}
    assert "CSO-39" in tagged("K12")["quotapath"]
    assert "CRO-17" in tagged("K7")["sbi"]
    assert tagged("K11")["sbi"] == {"CRO-88"} and "CRO-35" in tagged("K11")["pipl"]
    assert "CRO-18" in tagged("K4b")["pipl"]
    assert "CRO-25" in tagged("K9b")["quotapath"]
    assert "CRO-76" in tagged("K10")["sbi"]


def test_2_12_a_domain_is_no_line() -> None:
    for id in ("MKT-01", "SDR-11", "SOP-01", "MOP-01"):
        assert not said(id).role and "No stated line" in (said(id).text or "")


def test_2_12_daily_is_what_a_work_calls_daily() -> None:
    assert statements()["VP-20"][1] == "responsibilities"
    assert statements()["VP-19"][1] == "responsibilities" and said("VP-19").concept is None
    assert said("TL-06").concept is None


def test_2_12_setting_strategy_is_the_cros_in_all_works() -> None:
    assert by_concept("set-strategy", "cro") == {"quotapath", "sbi", "pipl"}


def test_2_missing_claims_are_there() -> None:
    assert "sbi" in by_concept("execute-strategy", "cro")
    assert "pipl" in by_concept("customer-success", "customer-success")
    assert said("CSV-02").sources == ("pipl",)
    both = "business-development-representative+sales-development-representative"
    assert statements()["BDR-08"][0] == statements()["SDR-12"][0] == both
    assert said("CRO-87").sources == ("sbi",)
    assert [side.sources for side in disputes()["K17"].sides] == [("pipl",), ("sbi",)]
    assert tagged("K17") == {"pipl": {"VP-27"}, "sbi": {"VP-28"}}


@pytest.mark.parametrize(
    ("file", "name"),
    [("sv/salespeople", "säljpersonal"), ("nb/sales-team-lead", "teamleder"),
     ("pt/cso", "líder de vendas")],
)  # fmt: skip
def test_2_missing_titles_of_works_are_sourced(file: str, name: str) -> None:
    text = (ROLES / f"{file}.yaml").read_text("utf-8")
    assert f"{{name: {name}, status: sourced" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_2_every_language_has_what_was_mended(language: str) -> None:
    readings = {key: one.reading for key, one in disputes(language).items()}
    assert "[en]" not in " ".join(one or "" for one in readings.values())
    assert "pipl.ai" in (readings["K13"] or "")
    assert len(disputes(language)["K17"].sides) == 2
