"""The page of `-f html` opens still; it moves only after its reader has acted."""

import io
from pathlib import Path
from typing import Any

import pytest
from in_browser import chart, company, northwind, show
from pypdf import PdfReader

from browser import Page, needs_chromium

pytestmark = needs_chromium

PLACES = (
    "Object.fromEntries([...document.querySelectorAll('#cards > .card')].map(c => [c.at,"
    " (r => [r.x, r.y, r.width])(c.querySelector('.box').getBoundingClientRect())"
    ".concat(getComputedStyle(c).opacity)]))"
)
"""Where each card is seen, and how much of it."""


def later(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.run(f"new Promise(done => setTimeout(() => done({PLACES}), 500))")
    return found


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
@pytest.mark.parametrize("fragment", ["", "#p-44"])
def test_the_page_opens_still(page: Page, motion: str, fragment: str, tmp_path: Path) -> None:
    page.prefer(reduced_motion=motion)
    watch = (
        "addEventListener('DOMContentLoaded', () => { window.before ="
        f" {PLACES}; window.moving = document.getAnimations().length; }});"
    )
    page.call("Page.addScriptToEvaluateOnNewDocument", source=watch)
    show(page, chart(company(50)), tmp_path, fragment)
    after = later(page)
    assert len(after) > 1
    assert page.run("window.before") == after
    assert page.run("window.moving") == 0


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (390, 844), (2560, 1440)])
def test_a_screenshot_of_the_first_moment_is_that_of_later_ones(
    page: Page, size: tuple[int, int], tmp_path: Path
) -> None:
    page.size(*size)
    page.prefer(reduced_motion="no-preference")
    path = show(page, northwind(), tmp_path)
    page.open(path)
    page.screenshot(tmp_path / "early.png")
    page.run("new Promise(done => setTimeout(done, 2000))")
    page.screenshot(tmp_path / "late.png")
    assert (tmp_path / "early.png").read_bytes() == (tmp_path / "late.png").read_bytes()


@pytest.mark.parametrize("what", ["#card-1 .pill", "[data-do=fewer]", "[data-do=zoom-in]"])
def test_with_reduced_motion_a_click_moves_nothing_slowly(
    page: Page, what: str, tmp_path: Path
) -> None:
    page.prefer(reduced_motion="reduce")
    show(page, chart(company(50)), tmp_path)
    opened = page.run(PLACES)
    page.click(what)
    at_once = page.run(PLACES)
    assert at_once != opened
    assert later(page) == at_once
    assert page.run("document.getAnimations().length") == 0


def test_a_resize_before_the_reader_acts_moves_nothing_slowly(page: Page, tmp_path: Path) -> None:
    page.prefer(reduced_motion="no-preference")
    show(page, chart(company(50)), tmp_path)
    page.size(1000, 800)
    page.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    at_once = page.run(PLACES)
    assert later(page) == at_once


def test_what_is_printed_in_a_movement_is_where_it_leads(page: Page, tmp_path: Path) -> None:
    page.prefer(reduced_motion="no-preference")
    show(page, chart(company(50)), tmp_path)
    page.click("#card-1 .pill")
    page.run("window.dispatchEvent(new Event('beforeprint'))")
    assert page.run("document.getAnimations().filter(a => a.playState !== 'finished').length") == 0
    page.run("window.dispatchEvent(new Event('afterprint'))")
    assert len(PdfReader(io.BytesIO(page.pdf())).pages) == 1
