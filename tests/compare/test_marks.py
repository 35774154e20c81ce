"""A mark has one meaning: ═ where its partner stands beside it, ≠ where works disagree."""

import re
from pathlib import Path

import pytest

from command_line import run_in
from orgcli.api.role_columns import compared_roles
from orgcli.cli.language import open_session
from orgcli.cli.options import ResultRequest
from orgcli.cli.roles.selection import narrowed, read_roles
from orgcli.compare.comparison.align import align
from orgcli.compare.comparison.comparison import Agreement
from orgcli.compare.comparison.terminal.columns import facet_columns
from orgcli.compare.parts.citations import Citations
from orgcli.language.tags import LANGUAGES, speak

ROLES = ("cso", "cro", "vp-sales", "sales-manager", "account-executive", "marketing")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shared_statement_alone_says_with_whom(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing stands beside it that a sign could point to."""
    session = open_session(language)
    comparison = narrowed(read_roles(ROLES, session), session, full=True, facets=None)
    citations = Citations.of(comparison, session.view(ResultRequest()))
    also = speak(language).compare.also.partition("{")[0].strip()
    found = 0
    for group in comparison.groups:
        rows = [row for row in group.rows if len(row.columns) == 1]
        shared = [one for row in rows for one in row.wordings if one.agreement is Agreement.SHARED]
        alone = [list(row.cells[row.columns[0]]) for row in rows]
        columns = facet_columns(comparison, group, citations, 60)
        text = "\n".join("".join(piece for piece, _ in line) for one in columns for line in one)
        assert sum(map(len, alone)) >= len(shared)
        assert len(re.findall(rf"(?<!\w){also} ", text)) >= len(shared), group.facet
        found += len(shared)
    assert found > 5


@pytest.mark.parametrize("role", ["vp-sales", "cso", "cro", "sales-manager"])
def test_a_card_marks_what_works_disagree_on(
    role: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not what overlaps, or what one work says against itself."""
    session = open_session("en")
    selection = read_roles((role,), session)
    comparison = align(
        compared_roles(selection, session.words.tag), selection.library, selection.names
    )
    kinds = {one.key: one.kind for one in comparison.disputes}
    disputed = {
        one.statement.id
        for _, _, one in comparison.statements()
        if kinds.get(one.statement.dispute or "") == "disagree"
    }
    _, out, _ = run_in(tmp_path, f"orgcli role {role} --full --sources", monkeypatch)
    body = out.partition("Disputed ")[0]
    marked = set(re.findall(r"≠ .*?  ([A-Z]+-E?\d+)$", body, re.M | re.S))
    assert marked == disputed
