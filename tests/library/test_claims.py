"""The built-in roles carry every claim of their list once, no stronger and no weaker than it is."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from pydantic import TypeAdapter

from orgcli.model.roles.library import Library
from orgcli.model.roles.role import FACETS, RELATIONS, Role, Statement
from orgcli.model.source.source import Source
from orgcli.read.syntax.document import Value
from orgcli.read.syntax.yaml import load_yaml

HERE = Path(__file__).parent
ROLES = HERE.parents[1] / "roles"
LEDGER = HERE.parents[2] / "shared" / "research" / "role-claims.tsv"

LEFT_OUT = HERE.parents[1] / "docs" / "claims-left-out.md"

LEADERS = ("cso", "cro", "vp-sales")
SALES = (
    *LEADERS, "sales-manager", "sales-team-lead", "account-executive",
    "business-development-representative", "sales-development-representative",
)  # fmt: skip
NEIGHBOURS = (
    "ceo", "board", "marketing", "customer-success", "customer-service", "sales-operations",
    "marketing-operations", "head-of-sales-strategy", "salespeople",
)  # fmt: skip
EVERY_ROLE = (*SALES, *NEIGHBOURS)
ELSEWHERE = ("advice", "left-out")
"""What claims.tsv has in the place of a role where a claim is no statement of one."""
WORKS = {"quotapath": "Q", "sbi": "P", "pipl": "N"}
OUR_FACET = {
    "responsibility": "responsibilities",
    "daily_task": "daily_tasks",
    "skill": "skills",
    "metric": "metrics",
    "tool": "tools",
    "complement": "complements",
    "misfit": "misfits",
    "signal": "signals",
}
"""The claims list and the ledger name some facets in the singular; the others are the same."""
OUR_ROLE = {
    "bdr": "business-development-representative",
    "sdr": "sales-development-representative",
    "marketing-ops": "marketing-operations",
    "sales-ops": "sales-operations",
}
"""The ledger calls some roles by a shorter name."""
KEY_ORDER = (
    "id", "text", "role", "archetype", "when", "rank", "key", "answer", "concept", "hedge",
    "sources", "dispute",
)  # fmt: skip


class Claim(NamedTuple):
    """A row of claims.tsv; `role` and `works` hold one key or several, joined by plus signs."""

    id: str
    role: str
    facet: str
    works: str
    hedge: str


class Amendment(NamedTuple):
    """A row of amended-claims.tsv: what this library says otherwise than the ledger, and why.

    what  a field of Claim or `dispute`; `added` for a claim that the ledger lacks, whose fields
          stand in `now`, with spaces between
    """

    claim: str
    what: str
    was: str
    now: str
    reason: str


class StatementOfRoles(NamedTuple):
    """A statement with the roles and the facet it stands under."""

    roles: str
    facet: str
    statement: Statement

    @property
    def claim(self) -> Claim:
        said = self.statement
        return Claim(said.id or "", self.roles, self.facet, "+".join(said.sources), said.hedge)

    @property
    def ours(self) -> bool:
        """Whether it is our own summary, which no work says."""
        return self.statement.sources == ("editorial",)


def rows(path: Path) -> list[list[str]]:
    """The cells below the heading, quotes taken literally."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


@cache
def claims() -> tuple[Claim, ...]:
    return tuple(Claim(*row) for row in rows(HERE / "claims.tsv"))


@cache
def amendments() -> tuple[Amendment, ...]:
    return tuple(Amendment(*row) for row in rows(HERE / "amended-claims.tsv"))


@cache
def amended_claims() -> tuple[Claim, ...]:
    """The claims as they stand in the library: those of the list, amended, and those added."""
    found = {claim.id: claim for claim in claims()}
    for one in amendments():
        if one.what == "added":
            found[one.claim] = Claim(one.claim, *one.now.split(" "))
        elif one.what != "dispute":
            found[one.claim] = found[one.claim]._replace(**{one.what: one.now})
    return tuple(found.values())


def amended(what: str) -> dict[str, str]:
    """What is amended in one respect, by claim."""
    return {one.claim: one.now for one in amendments() if one.what == what}


@cache
def root(name: str) -> dict[str, Value]:
    path = ROLES / f"{name}.yaml"
    document, findings = load_yaml(Source(path.name, path.read_text(encoding="utf-8")))
    assert findings == []
    assert document is not None and isinstance(document.root, dict)
    return document.root


@cache
def role(name: str) -> Role:
    return TypeAdapter(Role).validate_python(root(name))


@cache
def library() -> Library:
    return TypeAdapter(Library).validate_python(root("library"))


@cache
def all_statements() -> tuple[StatementOfRoles, ...]:
    """Everything said of the roles, what is said of several of them once."""
    own = [
        StatementOfRoles(name, facet, statement)
        for name in EVERY_ROLE
        for facet, statements in role(name).facets()
        for statement in statements
    ]
    shared = [
        StatementOfRoles("+".join(entry.roles), entry.facet, entry.statement)
        for entry in library().shared
    ]
    return (*own, *shared)


def said_of(name: str) -> Iterator[StatementOfRoles]:
    return (one for one in all_statements() if name in one.roles.split("+"))


def words(one: StatementOfRoles) -> str:
    return (one.statement.text or "").casefold()


def words_of(claim: str) -> str:
    """The text of one claim in small letters."""
    return next(words(one) for one in all_statements() if one.statement.id == claim)


def advised() -> set[str]:
    """The claims behind the advice: whatever stands under a key `claims` in advice.yaml."""
    found: set[str] = set()
    path = ROLES / "advice.yaml"
    waiting: list[Value] = [root("advice")] if path.exists() else []
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            claimed = value.get("claims")
            found.update(
                map(str, claimed if isinstance(claimed, list) else [claimed] * bool(claimed))
            )
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
    return found


def left_out() -> list[list[str]]:
    """The rows of the table of claims left out: id, claim, reason."""
    return _table(LEFT_OUT.read_text(encoding="utf-8").partition("\n## ")[0])


def _table(text: str) -> list[list[str]]:
    """The cells of a table in Markdown, below its heading."""
    lines = text.splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if "|" in line][
        2:
    ]


def test_there_are_as_many_claims_as_in_the_ledger() -> None:
    assert len(claims()) == len({claim.id for claim in claims()}) == 296


def test_the_roles_are_those_of_the_folder() -> None:
    files = {path.stem for path in ROLES.glob("*.yaml")} - {"library", "advice", "shape"}
    assert files == set(EVERY_ROLE)
    assert all(role(name).role == name for name in EVERY_ROLE)


def test_every_claim_stands_exactly_once() -> None:
    placed = Counter(one.statement.id for one in all_statements() if not one.ours)
    placed.update(row[0] for row in left_out())
    placed.update(advised())
    if not (ROLES / "advice.yaml").exists():
        placed.update(claim.id for claim in claims() if claim.role == "advice")
    assert {claim: count for claim, count in placed.items() if count > 1} == {}
    assert set(placed) == {claim.id for claim in amended_claims()}


def test_claims_keep_their_role_facet_works_and_hedge() -> None:
    stated = [claim for claim in amended_claims() if claim.role not in ELSEWHERE]
    assert sorted(one.claim for one in all_statements() if not one.ours) == sorted(stated)


def test_claims_left_out_are_listed_with_a_reason() -> None:
    rows = left_out()
    expected = [one.id for one in amended_claims() if one.role == "left-out"]
    assert [row[0] for row in rows] == expected
    assert all(len(row) == 3 and all(row) for row in rows)


def test_every_amendment_changes_something() -> None:
    """What was is what the list says, what is now differs from it, and each says why."""
    listed = {claim.id: claim for claim in claims()}
    assert len({(one.claim, one.what) for one in amendments()}) == len(amendments())
    for one in amendments():
        assert one.now != one.was and one.reason, one
        if one.what == "added":
            assert one.claim not in listed and not one.was, one
        elif one.what == "dispute":
            assert one.claim in listed or one.claim in amended("added"), one
        else:
            assert one.was == getattr(listed[one.claim], one.what), one


def test_amended_claims_are_told_to_a_reader() -> None:
    """The page of claims left out has every amendment, in the same words."""
    _, _, section = LEFT_OUT.read_text(encoding="utf-8").partition("\n## Claims that were amended")
    told = [[cell.replace("`", "") for cell in row] for row in _table(section)]
    expected = [
        [one.claim, one.what, one.was or "–", one.now.replace("+", ", ") or "–", one.reason]
        for one in amendments()
    ]
    assert [[a, b, c.replace("+", ", "), *rest] for a, b, c, *rest in expected] == told


def test_what_no_work_says_is_marked_as_our_own() -> None:
    ours = [one for one in all_statements() if one.ours]
    assert {one.facet for one in ours} == {"essence"}
    assert all(re.fullmatch(r"[A-Z]+-E1", one.statement.id or "") for one in ours)
    assert {one.roles for one in ours} >= set(SALES)
    others = [one for one in all_statements() if not one.ours]
    assert not any("editorial" in one.statement.sources for one in others)


def test_claims_agree_with_the_ledger() -> None:
    if not LEDGER.exists():
        pytest.skip("the claims ledger is not beside this checkout")
    ledger = {row[0]: row for row in rows(LEDGER)}
    assert list(ledger) == [claim.id for claim in claims()]
    for claim in claims():
        _, name, facet, _, hedge, works, *_ = ledger[claim.id]
        marks = {WORKS[work] for work in claim.works.split("+")}
        assert (marks, claim.hedge) == (set(works.split("+")), hedge), claim
        if name != "org":
            assert claim.role == OUR_ROLE.get(name, name), claim
            assert facet == "shared" or claim.facet == OUR_FACET.get(facet, facet), claim


def test_disputes_stand_where_the_ledger_has_them() -> None:
    if not LEDGER.exists():
        pytest.skip("the claims ledger is not beside this checkout")
    expected = {row[0]: row[12] for row in rows(LEDGER) if row[12].startswith("K")}
    for one in amendments():
        if one.what == "dispute":
            assert expected.get(one.claim, "") == one.was, one
    expected |= amended("dispute")
    for found in all_statements():
        said = found.statement
        assert said.dispute == (expected.get(said.id or "") or None), said


def test_everything_referred_to_is_defined() -> None:
    lib = library()
    used = [one.statement for one in all_statements()]
    assert {said.hedge for said in used} <= set(lib.hedges or {})
    assert {said.when for said in used if said.when} <= set(lib.conditions or {})
    assert {said.concept for said in used if said.concept} <= {one.key for one in lib.concepts}
    assert {said.dispute for said in used if said.dispute} <= {one.key for one in lib.disputes}
    works = {work.key for work in lib.works}
    assert {work for said in used for work in said.sources} <= works
    assert {work for one in lib.disputes for side in one.sides for work in side.sources} <= works
    assert {claim.source for name in EVERY_ROLE for claim in role(name).archetypes} <= works
    assert {work for one in lib.axes for place in one.places for work in place.sources} <= works
    assert {place.role for one in lib.axes for place in one.places} <= set(EVERY_ROLE)
    assert set(lib.firm) <= set(lib.hedges or {})
    assert {one.facet for one in all_statements()} | set(FACETS) <= set(lib.facets or {})


def test_every_concept_is_said_of_some_role() -> None:
    said = {one.statement.concept for one in all_statements()}
    assert [one.key for one in library().concepts if one.key not in said] == []


@pytest.mark.parametrize("what", ["works", "concepts", "disputes", "axes"])
def test_library_defines_each_key_once(what: str) -> None:
    keys = Counter(one.key for one in getattr(library(), what))
    assert {key: count for key, count in keys.items() if count > 1} == {}


def test_every_dispute_has_sides_with_works() -> None:
    assert len(library().disputes) == 20
    for dispute in library().disputes:
        assert len(dispute.sides) >= 2, dispute.key
        assert all(side.sources for side in dispute.sides), dispute.key
        assert dispute.reading, dispute.key


def test_statements_say_something() -> None:
    for one in all_statements():
        said = one.statement
        assert said.text or (one.facet in RELATIONS and said.role), said
        assert set(said.role) <= set(EVERY_ROLE), said
        assert not said.role or one.facet in {*RELATIONS, "complements"}, said
        assert said.archetype is None or said.role, said
        assert not words(one).endswith("."), said
        assert said.rank is None or one.facet == "level", said


def test_list_order_is_the_only_rank() -> None:
    ranks = {
        one.roles: one.statement.rank
        for one in all_statements()
        if one.statement.hedge == "list-order"
    }
    assert [ranks[name] for name in SALES] == [1, 2, 3, 4, 5, 6, 7, 8]
    ranked = {one.statement.hedge for one in all_statements() if one.statement.rank}
    assert ranked == {"list-order"}


def test_text_does_not_repeat_its_hedge() -> None:
    for one in all_statements():
        said = one.statement
        if said.hedge != "is":
            printed = (library().hedges or {})[said.hedge]
            for word in {said.hedge, printed}:
                assert not re.search(rf"\b{re.escape(word)}\b", words(one)), said


def test_no_sentence_of_two_claims_of_one_role_is_the_same() -> None:
    for name in EVERY_ROLE:
        texts = Counter((one.facet, words(one)) for one in said_of(name) if one.statement.text)
        assert {text: count for text, count in texts.items() if count > 1} == {}


@pytest.mark.parametrize("name", EVERY_ROLE)
def test_short_card_fits_a_screen_and_leaves_no_false_gap(name: str) -> None:
    keyed = {one.facet for each in SALES for one in said_of(each) if one.statement.key}
    mine = [one for one in said_of(name) if one.statement.key]
    fewest, most = (9, 16) if name in LEADERS else (4, 9) if name in SALES else (1, 5)
    assert fewest <= len(mine) <= most
    assert {one.facet for one in mine} >= keyed & {one.facet for one in said_of(name)}


@pytest.mark.parametrize("name", EVERY_ROLE)
def test_files_are_laid_out_alike(name: str) -> None:
    order = [key for key in root(name) if key in FACETS]
    assert order == sorted(order, key=FACETS.index)
    for facet in order:
        entries = root(name)[facet]
        assert isinstance(entries, list)
        for entry in entries:
            assert isinstance(entry, dict)
            assert list(entry) == sorted(entry, key=KEY_ORDER.index)


def test_channel_strategy_is_the_cros_alone_and_disputed() -> None:
    # K3: one work gives it to the CSO as well, almost surely by mistake.
    found = [
        one
        for one in all_statements()
        if {"strategy", "channel"} <= set(re.findall(r"\w+", words(one)))
    ]
    assert [(one.roles, one.statement.id, one.statement.dispute) for one in found] == [
        ("cro", "CRO-15", "K3")
    ]
    assert [one.statement.id for one in all_statements() if one.statement.dispute == "K3"] == [
        "CRO-15"
    ]


@pytest.mark.parametrize("name", ["cso", "cro"])
def test_no_line_to_the_ceo_is_invented(name: str) -> None:
    upward = [one.statement for one in said_of(name) if one.facet == "reports_to"]
    assert [said.role for said in upward] == ([("cro",)] if name == "cso" else [])
    assert all("ceo" not in (said.text or "").casefold() for said in upward)
    assert not any(re.search(r"\breport(s|ing)?\b.*\bceo\b", words(one)) for one in said_of(name))


@pytest.mark.parametrize("name", [*EVERY_ROLE, "library"])
def test_no_currency_and_no_metal(name: str) -> None:
    text = (ROLES / f"{name}.yaml").read_text(encoding="utf-8").casefold()
    assert re.findall(r"\b(?:krona|kronor|kroner?|dollars?|euros?|pounds?)\b|[$€£]", text) == []
    assert re.findall(r"\b(?:metals?|chumbo|bly|blei|plomo|(?:too )?little lead)\b", text) == []


def test_customer_service_is_not_customer_success() -> None:
    texts = {one.statement.id: words(one) for one in all_statements()}
    assert "customer service" in texts["CRO-48"] and "customer success" not in texts["CRO-48"]
    assert "customer success" in texts["CRO-28"] and "customer service" not in texts["CRO-28"]
    assert all(part in texts["CRO-53"] for part in ("customer service", "customer success"))
    for one in all_statements():
        if one.statement.concept == "customer-success":
            assert "customer success" in words(one) or one.roles == "customer-success", one


def test_every_channel_count_keeps_its_side() -> None:
    concepts = {one.statement.id: one.statement.concept for one in all_statements()}
    assert concepts["CSO-76"] is None
    assert concepts["CRO-68"] == "multiple-channels"


def test_no_reporting_line_is_invented_below_the_vp() -> None:
    # K13: one work puts managers below the CSO, none below a VP; an SDR has a domain, no line.
    lines = {
        one.roles: one.statement.role
        for one in all_statements()
        if one.facet == "reports_to" and one.roles not in LEADERS
    }
    assert {name: above for name, above in lines.items() if above} == {
        "marketing": ("cro",),
        "customer-success": ("cro",),
    }


def test_lines_are_told_alike_from_both_ends() -> None:
    above: dict[str, set[str]] = {}
    for one in all_statements():
        if one.facet == "reports_to":
            above.setdefault(one.roles, set()).update(one.statement.role)
    for one in all_statements():
        for below in one.statement.role if one.facet == "manages" else ():
            assert not above.get(below) or one.roles in above[below], one


def test_leads_are_handed_on_alike_from_both_ends() -> None:
    given = {
        (one.roles, to)
        for one in all_statements()
        for to in (one.statement.role if one.facet == "hands_off_to" else ())
    }
    assert given == {
        ("business-development-representative", "sales-development-representative"),
        ("sales-development-representative", "account-executive"),
    }


def test_consumers_and_businesses_are_two_sides_of_one_dispute() -> None:
    # A common concept would make the two statements look alike.
    sides = {one.statement.id: one for one in all_statements() if one.facet == "environment"}
    sdr, bdr = sides["SDR-08"], sides["BDR-06"]
    assert ("b2c" in words(sdr), "b2b" in words(bdr)) == (True, True)
    assert sdr.statement.dispute == bdr.statement.dispute == "K15"
    assert sdr.statement.concept is bdr.statement.concept is None


def test_a_name_of_two_roles_is_ambiguous_on_both() -> None:
    # T1: nobody may guess which of them is meant.
    clear: Counter[str] = Counter()
    open_: Counter[str] = Counter()
    for name in EVERY_ROLE:
        mine = role(name)
        sure = {mine.role, mine.title, mine.abbreviation}
        sure |= {alias.name for alias in mine.aliases if not alias.ambiguous}
        clear.update({re.sub(r"[\s-]", "", one).casefold() for one in sure if one})
        open_.update(alias.name.casefold() for alias in mine.aliases if alias.ambiguous)
    assert {name for name, count in clear.items() if count > 1} == set()
    assert all(count > 1 for count in open_.values())
    assert not set(clear) & {re.sub(r"[\s-]", "", name) for name in open_}


@pytest.mark.parametrize("name", [*EVERY_ROLE, "library"])
def test_no_gender_and_no_words_run_together(name: str) -> None:
    # T2, T12
    text = (ROLES / f"{name}.yaml").read_text(encoding="utf-8").replace("QuotaPath", "")
    assert re.findall(r"\b(?:he|she|his|hers?|him|himself|herself)\b", text, re.IGNORECASE) == []
    assert re.findall(r"\b\w*[a-z]{2}[A-Z]\w*", text) == []


def test_mistranslations_are_not_carried_over() -> None:
    # T4, T5, T6, T7, T10, T13
    assert "leads" in words_of("CRO-80")
    assert "checks in" in words_of("CSO-39") and "checks in" in words_of("CRO-48")
    assert "big-picture" in words_of("CRO-04") and "more than" not in words_of("CRO-04")
    assert not any(re.search(r"\binforms? the cro\b", words(one)) for one in all_statements())
    assert words_of("CRO-27") == "operations"
    assert all(word in words_of("SM-07") for word in ("discounts", "quotes"))
    assert "offers" not in words_of("SM-07")
