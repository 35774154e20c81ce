"""The answer of a comparison: its length, and that every line is what the library states."""

import re
from pathlib import Path

import pytest

from command_line import run_in
from orgcli.api.roles import role_answer
from orgcli.cli.language import open_session
from orgcli.cli.roles.selection import read_roles
from orgcli.compare.answer.answer import RoleAnswer, Sketch
from orgcli.language.tags import LANGUAGES
from orgcli.model.roles.role import Role
from orgcli.model.source.source import Source
from orgcli.read.roles.library import Libraries
from orgcli.read.roles.role_file import read_role
from orgcli.read.syntax.decoding import read_source

ROOT = Path(__file__).parents[2]
ROLES = ("cso", "cro", "vp")
MOST_LINES = {"en": 45}
OTHERS = 52


def answer_of(
    *roles: str, language: str = "en", monkeypatch: pytest.MonkeyPatch, folder: Path = ROOT
) -> RoleAnswer:
    monkeypatch.chdir(folder)
    session = open_session(language)
    return role_answer(read_roles(roles, session), session.roles())


def test_it_fits_one_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for language in LANGUAGES:
        command = f"COLUMNS=100 orgcli compare cso cro vp --lang {language}"
        _, out, _ = run_in(tmp_path, command, monkeypatch)
        assert len(out.splitlines()) <= MOST_LINES.get(language, OTHERS), language
        assert max(map(len, out.splitlines())) <= 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_statement_is_one_of_the_library(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is shown of a role are statements of its file, with their works, in one language."""
    found = answer_of(*ROLES, language=language, monkeypatch=monkeypatch)
    ids = {
        statement.id
        for name in ("cso", "cro", "vp-sales")
        for _, several in _role(name).facets()
        for statement in several
    } | {one.statement.id for one in Libraries("en", []).base.shared}
    shown = list(found.wordings())
    assert {one.statement.id for one in shown} <= ids
    assert all(one.works for one in shown)
    works = {work.key for work in found.comparison.works}
    assert {work for one in shown for work in one.works} <= works


def _role(name: str) -> Role:
    source = read_source(ROOT / f"roles/{name}.yaml")
    assert isinstance(source, Source)
    file, findings = read_role(source)
    assert file is not None and not findings
    return file.role


def test_the_same_statements_in_every_language(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = {
        language: [
            one.statement.id
            for one in answer_of(*ROLES, language=language, monkeypatch=monkeypatch).wordings()
        ]
        for language in LANGUAGES
    }
    assert all(one == shown["en"] for one in shown.values())


def test_every_line_of_statements_has_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the lists and sketches each role's part ends in the marks of works."""
    _, out, _ = run_in(tmp_path, "COLUMNS=2000 orgcli compare cso cro vp", monkeypatch)
    listed = out.partition("Hire when")[2].partition("Reporting lines")[0]
    parts = [part.strip() for line in listed.splitlines() for part in re.split(r" · ", line)]
    for part in filter(None, parts):
        cited = re.search(r" [QPN]( [QPN])*( K\d+\w?)?$", part)
        assert cited or "no source says when" in part, part


def test_types_and_the_deciding_dispute_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    found = answer_of(*ROLES, monkeypatch=monkeypatch)
    claims = {(found.columns[one.column].short, one.claim.is_, one.claim.source)
              for one in found.claims}  # fmt: skip
    assert ("CSO", "executor", "sbi") in claims and ("CSO", "strategist", "pipl") in claims
    assert found.deciding is not None and found.deciding.key == "K2"
    assert found.one_vendor is not None and found.one_vendor[0] == "sbi"


def test_a_dispute_in_the_table_shows_both_sides(monkeypatch: pytest.MonkeyPatch) -> None:
    """A week to a quarter, says one work of the CSO; the long term, says another."""
    found = answer_of(*ROLES, monkeypatch=monkeypatch)
    (ahead,) = (row for row in found.table if row.kind == "cadence")
    assert [(one.statement.id, one.works) for one in ahead.cells[0]] == [
        ("CSO-79", ("quotapath",)),
        ("CSO-25", ("pipl",)),
    ]


def tree(sketch: Sketch) -> list[tuple[int, str]]:
    return [(node.depth, node.text) for node in sketch.nodes]


def test_reporting_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    *alone, together = answer_of(*ROLES, monkeypatch=monkeypatch).sketches
    assert [tree(one) for one in alone] == [
        [(0, ""), (1, "CSO"), (2, "VP Sales, Sales Manager")],
        [(0, ""), (1, "CRO"), (2, "VP Sales")],
        [(0, "CSO, CRO or CEO"), (1, "VP Sales"), (2, "Salespeople")],
    ]
    assert tree(together) == [(0, ""), (1, "CRO"), (2, "CSO"), (3, "VP Sales")]
    assert [node.hedge for node in together.nodes] == ["", "", "probably", "often"]


def test_roles_without_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Roles of one's own have an answer too; several managers are one of them."""
    (tmp_path / "one.yaml").write_text(
        "role: one\ntitle: One\nreports_to: [two, ceo]\nsummary: Grows\nsignals: [It is late]\n"
    )
    (tmp_path / "two.yaml").write_text("role: two\nreports_to: one\nmanages: [one, three]\n")
    code, out, err = run_in(tmp_path, "COLUMNS=80 orgcli compare one.yaml two.yaml", monkeypatch)
    assert (code, err) == (0, "")
    assert "two or CEO" in out and "Grows" in out and "It is late" in out
    ring = answer_of("one.yaml", "two.yaml", monkeypatch=monkeypatch, folder=tmp_path)
    assert tree(ring.sketches[-1])[1:] == [(1, "One"), (2, "two")]


@pytest.mark.parametrize(
    ("flags", "is_table"),
    [("", False), (" --no-sources", False), (" -f answer", False), (" --table", True),
     (" --full", True), (" --facet focus", True), (" --only shared", True), (" --sources", True),
     (" -f table", True)],
)  # fmt: skip
def test_which_flags_are_about_the_table(
    flags: str, is_table: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, _ = run_in(tmp_path, f"orgcli compare cso cro{flags}", monkeypatch)
    assert code == 0
    assert ("Hire when" not in out) is is_table
