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

from orgcli.model.library import Library
from orgcli.model.role import FACETS, RELATIONS, Role, Statement
from orgcli.model.source import Source
from orgcli.read.document import Value
from orgcli.read.yaml import load_yaml

HERE = Path(__file__).parent
ROLES = HERE.parents[1] / "roles"
LEDGER = HERE.parents[2] / "shared" / "research" / "role-claims.tsv"

LEADERS = ("cso", "cro", "vp-sales")
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
KNOWN_ROLES = {
    "cso", "cro", "vp-sales", "sales-manager", "sales-team-lead", "account-executive",
    "business-development-representative", "sales-development-representative", "ceo", "board",
    "marketing", "marketing-operations", "customer-success", "customer-service",
    "sales-operations", "head-of-sales-strategy", "salespeople",
}  # fmt: skip
KEY_ORDER = (
    "id", "text", "role", "when", "rank", "key", "concept", "hedge", "sources", "dispute",
)  # fmt: skip


class Claim(NamedTuple):
    """A row of claims.tsv; `works` holds the keys of the works, joined by a plus sign."""

    id: str
    role: str
    facet: str
    works: str
    hedge: str


class Told(NamedTuple):
    """A statement with the roles and the facet it stands under."""

    roles: str
    facet: str
    statement: Statement

    @property
    def claim(self) -> Claim:
        said = self.statement
        return Claim(said.id or "", self.roles, self.facet, "+".join(said.sources), said.hedge)


def rows(path: Path) -> list[list[str]]:
    """The cells below the heading, quotes taken literally."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


@cache
def claims() -> tuple[Claim, ...]:
    return tuple(Claim(*row) for row in rows(HERE / "claims.tsv"))


@cache
def role_names() -> tuple[str, ...]:
    """The roles of claims.tsv, each once, in its order."""
    return tuple(dict.fromkeys(role for claim in claims() for role in claim.role.split("+")))


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
def told() -> tuple[Told, ...]:
    """Everything said of the roles of claims.tsv, what is said of several of them once."""
    own = [
        Told(name, facet, statement)
        for name in role_names()
        for facet, statements in role(name).facets()
        for statement in statements
    ]
    shared = [
        Told("+".join(entry.roles), entry.facet, entry.statement)
        for entry in library().shared
        if set(entry.roles) & set(role_names())
    ]
    return (*own, *shared)


def said_of(name: str) -> Iterator[Told]:
    return (one for one in told() if name in one.roles.split("+"))


def words(one: Told) -> str:
    return (one.statement.text or "").casefold()


def test_every_claim_stands_exactly_once() -> None:
    ids = Counter(one.statement.id for one in told() if one.statement.id)
    assert {claim: count for claim, count in ids.items() if count > 1} == {}
    assert sorted(ids) == sorted(claim.id for claim in claims())


def test_claims_keep_their_role_facet_works_and_hedge() -> None:
    assert sorted(one.claim for one in told() if one.statement.id) == sorted(claims())


def test_what_no_work_says_is_marked_as_our_own() -> None:
    unnumbered = [one for one in told() if one.statement.id is None]
    assert {one.statement.sources for one in unnumbered} == {("editorial",)}
    assert {one.facet for one in unnumbered} == {"essence"}


def test_claims_agree_with_the_ledger() -> None:
    if not LEDGER.exists():
        pytest.skip("the claims ledger is not beside this checkout")
    ledger = {
        row[0]: row for row in rows(LEDGER) if set(row[1].split("+")) & set(role_names())
    }  # fmt: skip
    assert sorted(ledger) == sorted(claim.id for claim in claims())
    for claim in claims():
        _, name, facet, _, hedge, works, *_ = ledger[claim.id]
        marks = {WORKS[work] for work in claim.works.split("+")}
        assert (claim.role, marks, claim.hedge) == (name, set(works.split("+")), hedge), claim
        assert facet == "shared" or claim.facet == OUR_FACET.get(facet, facet), claim


def test_disputes_stand_where_the_ledger_has_them() -> None:
    if not LEDGER.exists():
        pytest.skip("the claims ledger is not beside this checkout")
    expected = {row[0]: row[12] for row in rows(LEDGER) if row[12].startswith("K")}
    for one in told():
        said = one.statement
        assert said.dispute == expected.get(said.id or ""), said


def test_everything_referred_to_is_defined() -> None:
    lib = library()
    used = [one.statement for one in told()]
    assert {said.hedge for said in used} <= set(lib.hedges or {})
    assert {said.when for said in used if said.when} <= set(lib.conditions or {})
    assert {said.concept for said in used if said.concept} <= {one.key for one in lib.concepts}
    assert {said.dispute for said in used if said.dispute} <= {one.key for one in lib.disputes}
    works = {work.key for work in lib.works}
    assert {work for said in used for work in said.sources} <= works
    assert {work for one in lib.disputes for side in one.sides for work in side.sources} <= works
    assert {claim.source for name in role_names() for claim in role(name).archetypes} <= works
    assert {one.facet for one in told()} | set(FACETS) <= set(lib.facets or {})


@pytest.mark.parametrize("what", ["works", "concepts", "disputes"])
def test_library_defines_each_key_once(what: str) -> None:
    keys = Counter(one.key for one in getattr(library(), what))
    assert {key: count for key, count in keys.items() if count > 1} == {}


def test_every_dispute_has_sides_with_works() -> None:
    for dispute in library().disputes:
        assert len(dispute.sides) >= 2, dispute.key
        assert all(side.sources for side in dispute.sides), dispute.key
        assert dispute.reading, dispute.key


def test_statements_say_something() -> None:
    for one in told():
        said = one.statement
        assert said.text or (one.facet in RELATIONS and said.role), said
        assert said.role is None or said.role in KNOWN_ROLES, said
        assert said.role is None or one.facet in RELATIONS, said
        assert not words(one).endswith("."), said
        assert said.rank is None or one.facet == "level", said


def test_list_order_is_the_only_rank() -> None:
    ranks = {one.roles: one.statement.rank for one in told() if one.statement.hedge == "list-order"}
    assert [ranks[name] for name in LEADERS] == [1, 2, 3]
    ranked = {one.statement.hedge for one in told() if one.statement.rank}
    assert ranked == {"list-order"}


def test_text_does_not_repeat_its_hedge() -> None:
    for one in told():
        said = one.statement
        if said.hedge != "is":
            printed = (library().hedges or {})[said.hedge]
            for word in {said.hedge, printed}:
                assert not re.search(rf"\b{re.escape(word)}\b", words(one)), said


def test_no_sentence_of_two_claims_of_one_role_is_the_same() -> None:
    for name in role_names():
        texts = Counter((one.facet, words(one)) for one in said_of(name) if one.statement.text)
        assert {text: count for text, count in texts.items() if count > 1} == {}


@pytest.mark.parametrize("name", LEADERS)
def test_short_card_fits_a_screen_and_leaves_no_false_gap(name: str) -> None:
    keyed = {one.facet for leader in LEADERS for one in said_of(leader) if one.statement.key}
    mine = [one for one in said_of(name) if one.statement.key]
    assert 9 <= len(mine) <= 16
    assert {one.facet for one in mine} == keyed & {one.facet for one in said_of(name)}


@pytest.mark.parametrize("name", LEADERS)
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
        one for one in told() if {"strategy", "channel"} <= set(re.findall(r"\w+", words(one)))
    ]
    assert [(one.roles, one.statement.id, one.statement.dispute) for one in found] == [
        ("cro", "CRO-15", "K3")
    ]
    assert [one.statement.id for one in told() if one.statement.dispute == "K3"] == ["CRO-15"]


@pytest.mark.parametrize("name", ["cso", "cro"])
def test_no_line_to_the_ceo_is_invented(name: str) -> None:
    upward = [one.statement for one in said_of(name) if one.facet == "reports_to"]
    assert [said.role for said in upward] == (["cro"] if name == "cso" else [])
    assert all("ceo" not in (said.text or "").casefold() for said in upward)
    assert not any(re.search(r"\breport(s|ing)?\b.*\bceo\b", words(one)) for one in said_of(name))


@pytest.mark.parametrize("name", [*LEADERS, "library"])
def test_no_currency_and_no_metal(name: str) -> None:
    text = (ROLES / f"{name}.yaml").read_text(encoding="utf-8").casefold()
    assert re.findall(r"\b(?:krona|kronor|kroner?|dollars?|euros?|pounds?)\b|[$€£]", text) == []
    assert re.findall(r"\b(?:metals?|chumbo|bly|blei|plomo|(?:too )?little lead)\b", text) == []


def test_customer_service_is_not_customer_success() -> None:
    texts = {one.statement.id: words(one) for one in told()}
    assert "customer service" in texts["CRO-48"] and "customer success" not in texts["CRO-48"]
    assert "customer success" in texts["CRO-28"] and "customer service" not in texts["CRO-28"]
    assert all(part in texts["CRO-53"] for part in ("customer service", "customer success"))
    for one in told():
        if one.statement.concept == "customer-success":
            assert "customer success" in words(one) or one.statement.role == "customer-success", one


def test_every_channel_count_keeps_its_side() -> None:
    concepts = {one.statement.id: one.statement.concept for one in told()}
    assert concepts["CSO-76"] is None
    assert concepts["CRO-68"] == "multiple-channels"
