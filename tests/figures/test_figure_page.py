"""The page of figures in a real browser: nothing is loaded or run, and it fits narrow windows."""

from pathlib import Path

import pytest

from browser import Page, needs_chromium
from command_line import run_in

ROOT = Path(__file__).parents[2]


@needs_chromium
@pytest.mark.parametrize("width", [1400, 390])
def test_the_page_fits(
    width: int, page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = f"orgcli stats '{ROOT}/examples/northwind-robotics' --sources --define -o n.html"
    assert run_in(tmp_path, command, monkeypatch) == (0, "", "")
    page.size(width, 844)
    page.open(tmp_path / "n.html")
    assert page.run("document.querySelector('h1').textContent") == "Northwind Robotics"
    assert page.run("document.documentElement.scrollWidth") <= width
    assert page.run("document.querySelectorAll('figure svg').length") == 1
    assert page.run("document.querySelectorAll('table.figures').length") == 3
    total = "[...document.querySelectorAll('tr.total th + td')].map(one => one.textContent)"
    assert page.run(total) == ["128"]
