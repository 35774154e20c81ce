"""How the page of `-f html` is used: real clicks in a real browser."""

from pathlib import Path
from urllib.parse import quote

import pytest
from in_browser import PHONE, chart, company, names, scale, show

from browser import Page, needs_chromium
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position

pytestmark = needs_chromium


def test_a_click_on_the_count_closes_and_opens_what_is_below(page: Page, tmp_path: Path) -> None:
    show(page, chart(company(50)), tmp_path)
    assert len(names(page)) == 50
    before = page.middle("#card-1 .pill")
    page.click("#card-1 .pill")
    page.still()
    assert len(names(page)) == 43
    assert page.run("document.querySelector('#card-1').getAttribute('aria-expanded')") == "false"
    assert page.run("document.querySelector('#card-1 .counts').textContent") == "7"
    after = page.middle("#card-1 .pill")
    assert max(abs(one - other) for one, other in zip(before, after, strict=True)) < 150
    page.click("#card-1 .pill")
    page.still()
    assert len(names(page)) == 50


def test_layers_are_shown_one_by_one(page: Page, tmp_path: Path) -> None:
    show(page, chart(company(400)), tmp_path)
    assert len(names(page)) == 57
    page.click("[data-do=fewer]")
    assert len(names(page)) == 8
    page.click("[data-do=fewer]")
    assert len(names(page)) == 1
    assert page.run("document.querySelector('[data-do=fewer]').disabled")
    for expected in (8, 57, 400):
        page.click("[data-do=more]")
        assert len(names(page)) == expected
    assert page.run("document.querySelector('[data-do=more]').disabled")
    assert page.run("document.getElementById('layers').textContent") == "4 layers"


def test_a_double_click_opens_too(page: Page, tmp_path: Path) -> None:
    show(page, chart(company(50)), tmp_path)
    page.click("#card-2", times=2)
    assert len(names(page)) == 43


def test_an_address_opens_the_way_and_centres(page: Page, tmp_path: Path) -> None:
    path = show(page, chart(company(400)), tmp_path, "#p-399")
    assert names(page, "[aria-selected=true]") == ["Zoë Person399"]
    assert len(names(page, ".lit")) == 5 - 1
    x, y = page.middle("[aria-selected=true] .box")
    assert 300 < x < 1100 and 200 < y < 750
    page.run("location.hash = '#p-8'")
    page.until("document.querySelector('[aria-selected=true].card')?.at === 8")
    page.run("location.hash = '#nobody-%'")
    page.still()
    assert names(page, "[aria-selected=true]") == ["Ann Person8"]
    page.open(path, "#nobody")
    page.still()
    assert names(page, "[aria-selected=true]") == []


@pytest.mark.parametrize("key", ["k/ü 1", "a%20b", "<b>&\"'</b>", "p:port:n", "王", "#x"])
def test_any_id_can_be_an_address(page: Page, key: str, tmp_path: Path) -> None:
    positions = [Position("a", "A", holder=("Ann",)), Position(key, "K", reports_to="a")]
    made = chart(Organisation("Keys", positions))
    path = show(page, made, tmp_path)
    page.click("#card-1")
    address = page.run("location.hash")
    assert address == "#" + quote(key, safe="!'()*-._~")
    page.open(path, address)
    page.still()
    assert page.run("document.querySelector('[aria-selected=true].card').at") == 1


def test_the_line_that_was_asked_for_stands_out(page: Page, tmp_path: Path) -> None:
    made = chart(company(400), chain="p-399")
    show(page, made, tmp_path)
    assert len(names(page, ".lit")) == 4
    assert page.run("document.querySelector('.lines.lit').getAttribute('d')").count("M") == 3
    page.click("#card-1 .name")
    assert len(names(page, ".lit")) == 2
    page.press("Escape")
    assert len(names(page, ".lit")) == 4


def test_dragging_moves_and_chooses_nothing(page: Page, tmp_path: Path) -> None:
    show(page, chart(company(50)), tmp_path)
    page.click("#card-2 .name")
    page.still()
    x, y = page.middle("#card-3 .box")
    page.drag((x, y), (120, 60))
    assert page.middle("#card-3 .box") == (pytest.approx(x + 120), pytest.approx(y + 60))
    assert names(page, "[aria-selected=true]") == ["Łukasz Person2"]


def test_the_wheel_zooms_about_the_pointer(page: Page, tmp_path: Path) -> None:
    show(page, chart(company(50)), tmp_path)
    before, at = scale(page), page.middle("#card-3 .box")
    page.wheel(at, -300)
    page.until(f"Math.abs({SCALE} - {before}) > 0.01")
    page.still()
    assert scale(page) > before
    assert page.middle("#card-3 .box") == (pytest.approx(at[0], abs=1), pytest.approx(at[1], abs=1))


SCALE = "+document.getElementById('paper').style.transform.match(/scale\\((.*)\\)/)[1]"


def test_buttons_zoom_and_fit(page: Page, tmp_path: Path) -> None:
    show(page, chart(company(50)), tmp_path)
    before = scale(page)
    page.click("[data-do=zoom-in]")
    page.still()
    assert scale(page) == pytest.approx(before * 1.4, rel=1e-4)
    page.click("[data-do=zoom-out]")
    page.click("[data-do=zoom-out]")
    page.still()
    assert scale(page) < before
    page.click("[data-do=fit]")
    page.still()
    assert scale(page) == pytest.approx(before)


def test_the_chart_is_never_lost(page: Page, tmp_path: Path) -> None:
    show(page, chart(company(15)), tmp_path)
    for _ in range(4):
        page.drag((700, 700), (600, -500))
    left, bottom = page.run("(r => [r.left, r.bottom])(document.all.cards.getBoundingClientRect())")
    assert left < 1400 and bottom > 54


def test_two_fingers_zoom_and_one_moves(page: Page, tmp_path: Path) -> None:
    page.size(*PHONE, touch=True)
    show(page, chart(company(50)), tmp_path)
    page.click("[data-do=list]")
    before = scale(page)
    page.touch(
        [(150, 500), (250, 500)], [(140, 500), (260, 500)], [(100, 500), (300, 500)],
        [(60, 500), (340, 500)],
    )  # fmt: skip
    zoomed = scale(page)
    assert zoomed > before * 1.5
    start = page.middle("#card-0 .box")
    page.touch([(200, 600)], [(200, 580)], [(200, 540)])
    assert page.middle("#card-0 .box")[1] < start[1] - 30
    assert scale(page) == pytest.approx(zoomed)


def test_a_movement_ends_where_it_should(page: Page, tmp_path: Path) -> None:
    page.prefer(reduced_motion="no-preference")
    show(page, chart(company(50)), tmp_path)
    before = scale(page)
    page.click("[data-do=zoom-in]")
    page.until(f"Math.abs({SCALE} - {before * 1.4}) < 1e-3")


def test_a_reader_who_wants_calm_gets_no_movement(page: Page, tmp_path: Path) -> None:
    page.prefer(reduced_motion="reduce")
    show(page, chart(company(50)), tmp_path)
    steps = page.run(
        "(() => { let n = 0; new MutationObserver(m => n += m.length).observe("
        "document.getElementById('paper'), {attributes: true}); document.querySelector("
        "'[data-do=zoom-in]').click(); return new Promise(d => setTimeout(() => d(n), 400)); })()"
    )
    assert steps == 1
