"""The page of `-f html` audited by axe-core, in the states that people meet."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
from in_browser import DESKTOP, PHONE, northwind, show

from browser import Page, needs_chromium

pytestmark = needs_chromium

_AXE = (files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
_RUN = (
    "axe.run(document).then(found => [found.passes.length, found.violations.flatMap(one =>"
    " one.nodes.map(node => `${one.id}: ${node.html.slice(0, 100)} ${node.failureSummary}`))])"
)
_SEARCH = (
    "(f => { f.focus(); f.value = 'eng'; f.dispatchEvent(new Event('input')); })"
    "(document.getElementById('search'))"
)
_STATES = {
    "opened": "0",
    "details": "location.hash = '#cto'",
    "search": _SEARCH,
    "filter": "document.querySelector('#groups button').click()",
    "list": "document.querySelector('[data-do=list]').click()",
    "far": "document.querySelector('[data-do=all]').click();"
    " for (let n = 0; n < 3; n++) document.querySelector('[data-do=zoom-out]').click()",
    "help": "document.querySelector('[data-do=help]').click()",
    "saves": "document.querySelector('[data-do=save]').click()",
}


def audited(page: Page) -> tuple[int, list[str]]:
    """How many rules hold, and what offends others."""
    page.run(f"{_AXE}; 0")
    passes, violations = page.run(_RUN)
    return passes, violations


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
@pytest.mark.parametrize("state", _STATES)
def test_no_rule_is_broken(page: Page, state: str, size: tuple[int, int], tmp_path: Path) -> None:
    page.size(*size)
    show(page, northwind(), tmp_path)
    page.run(_STATES[state])
    passes, violations = audited(page)
    assert passes > 15
    assert violations == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_is_broken_in_dark_colours_and_in_a_presentation(
    page: Page, scheme: str, tmp_path: Path
) -> None:
    page.prefer(color_scheme=scheme)
    show(page, northwind(), tmp_path, "#cto")
    assert audited(page)[1] == []
    page.click("[data-do=present]")
    page.press("ArrowRight")
    assert audited(page)[1] == []


def test_the_audit_finds_what_is_wrong(page: Page, tmp_path: Path) -> None:
    show(page, northwind(), tmp_path)
    label = json.dumps("aria-label")
    page.run(f"document.querySelector('[data-do=help]').removeAttribute({label});"
             "document.querySelector('[data-do=help]').title = ''")  # fmt: skip
    found = audited(page)[1]
    assert any(one.startswith("button-name") for one in found)
