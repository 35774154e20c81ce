"""Exact edits: only where one letter or the spelling is off, and just what stands at the place."""

from pathlib import Path

import pytest

from orgcli.check.registry import RULES
from orgcli.check.run import check
from orgcli.model.findings.finding import Finding, Fix
from orgcli.model.likeness import is_close
from orgcli.model.settings import Settings
from orgcli.read.organisation.project import read_project


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("vp-emae", "vp-emea"), ("coe", "ceo"), ("cofo", "cfo"), ("VP-EMEA", "vp-emea"),
        ("vp emea", "vp-emea"), ("vpemea", "vp-emea"), ("vp_emea", "vp-emea"), ("8", "008"),
        ("vp-ema", "vp-emea"), ("Revenu", "Revenue"), ("revenue", "Revenue"), ("filld", "filled"),
        ("ceo ", "ceo"), ("titel", "title"), ("organization", "organisation"), ("ae-1a", "ae-1-a"),
    ],
)  # fmt: skip
def test_close(word: str, near: str) -> None:
    assert is_close(word, near)
    assert is_close(near, word)


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("ae-3", "ae-2"), ("p10", "p1"), ("p12", "p21"), ("cto", "cfo"), ("svp", "vp"),
        ("svp-sales", "vp-sales"), ("team-a", "team-b"), ("Team A", "Team B"), ("a", "b"),
        ("sales", "marketing"), ("east", "west"), ("vp-sales", "vp"), ("", "a"), ("--", "a"),
        ("sales-1", "sales"), ("titl", "title of"), ("-", "_x"), ("head-of-a", "head-of"),
    ],
)  # fmt: skip
def test_not_close(word: str, near: str) -> None:
    assert not is_close(word, near)
    assert not is_close(near, word)


HEAD = "organisation: X\n"


def _findings(tmp_path: Path, text: str, name: str = "org.yaml") -> list[Finding]:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
    return list(check(read_project([tmp_path]), Settings()).findings)


@pytest.mark.parametrize(
    ("code", "text", "fix"),
    [
        ("ORG102", "positions: [{id: ceo}, {id: cro, reports_to: coe}]", Fix("coe", "ceo")),
        ("ORG102", "positions: [{id: ceo}, {id: cro, reports_to: cto}]", None),
        ("ORG102", "positions: [{id: ae-2}, {id: cro, reports_to: ae-3}]", None),
        ("ORG108", "positions: [{id: cfo, dotted_lines: {to: CFO}}]", Fix("CFO", "cfo")),
        ("ORG201", "positions: [{id: ceo, role: CEO}]", Fix("CEO", "ceo")),
        ("ORG201", "positions: [{id: ceo, role: Chief Executive Officer}]", None),
        ("ORG113", "departments: [{id: a, head: coe}]\npositions: [{id: ceo}]", Fix("coe", "ceo")),
        ("ORG113", "departments: [{id: sales}, {id: b, parent: Sales}]\npositions: [{id: ceo}]",
         Fix("Sales", "sales")),
        ("ORG113", "departments: [{id: sales}]\npositions: [{id: ceo, department: saels}]",
         Fix("saels", "sales")),
        ("ORG005", "positions: [{id: ceo, status: filld}]", Fix("filld", "filled")),
        ("ORG005", "positions: [{id: ceo, status: Filled}]", Fix("Filled", "filled")),
        ("ORG005", "positions: [{id: ceo, status: retired}]", None),
        ("ORG005", "positions: [{id: ceo, assistant: Yes}]", Fix("Yes", "true", bare=True)),
        ("ORG005", "positions: [{id: ceo, assistant: maybe}]", None),
        ("ORG004", "positions: [{id: ceo, titel: X}]", Fix("titel", "title")),
        ("ORG004", "positions:\n  - titel: X\n    id: ceo\n", Fix("titel", "title")),
        ("ORG004", "positions: [{id: ceo, titel: X, title: Z}]", None),
        ("ORG004", "positions:\n  - title: X\n    id: ceo\n    titel: Z\n", None),
        ("ORG004", "positions: [{id: ceo, contact: {emial: X}}]", Fix("emial", "email")),
        ("ORG004", "positions: [{id: ceo, contact: {email: X, emial: X}}]", None),
        ("ORG004", "positions: [{id: ceo, boss: X}]", None),
        ("ORG004", "positions: [{id: ceo}]\nincludes: []", Fix("includes", "include")),
        ("ORG004", "positions: [{id: ceo}]\nincludes: []\ninclude: []", None),
        ("ORG004", "positions: [{id: ceo}]\nemployees: []", None),
    ],
)  # fmt: skip
def test_fix(tmp_path: Path, code: str, text: str, fix: Fix | None) -> None:
    (found,) = _findings(tmp_path, HEAD + text)
    assert (found.code, found.fix) == (code, fix)
    if fix:
        line = (HEAD + text).splitlines()[found.place.line - 1]
        assert line[found.place.column - 1 : found.place.end_column - 1] == fix.old
        assert RULES[code].fixable


def test_two_fields_that_mean_the_same_are_left_alone(tmp_path: Path) -> None:
    found = _findings(tmp_path, f"{HEAD}positions: [{{id: ceo, titel: X, tilte: Z}}]")
    assert [(one.code, one.fix) for one in found] == [("ORG004", None)] * 2
    found = _findings(tmp_path, f"{HEAD}positions: [{{id: ceo}}]\nincludes: []\nincluded: []")
    assert [(one.code, one.fix) for one in found] == [("ORG004", None)] * 2


def test_references_of_roles(tmp_path: Path) -> None:
    text = "role: closer\nreports_to: [CRO]\nfocus:\n  - {text: Closing, concept: close-deal}\n"
    found = _findings(tmp_path, text, "roles/closer.yaml")
    assert [(one.code, one.fix) for one in found] == [
        ("ORG401", Fix("CRO", "cro")), ("ORG405", Fix("close-deal", "close-deals")),
    ]  # fmt: skip


def test_no_rule_that_is_not_fixable_carries_an_edit() -> None:
    fixable = {code for code, rule in RULES.items() if rule.fixable}
    assert {"ORG004", "ORG005", "ORG010", "ORG102", "ORG108", "ORG113", "ORG201"} <= fixable
