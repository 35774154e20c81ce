"""The page of `-f html` by keyboard: search and the keys of a tree."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from in_browser import DESKTOP, SHOWN, chart, company, focused, names, scale, show

from browser import Page, needs_chromium
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position

pytestmark = needs_chromium


@pytest.fixture
def searched(page: Page, tmp_path: Path) -> Page:
    positions = [
        Position("ceo", "Chief Executive Officer", holder=("Zoë Ångström",), department="Exec"),
        Position("cfo", "Finance", holder=("José Müller",), reports_to="ceo", department="Köln"),
        Position("ws-1", "Welder", holder=("Łukasz Straße",), reports_to="cfo", department="Shop"),
        Position("ws-2", "Welder", reports_to="cfo", department="Shop"),
        Position("k/ü 1", "Clerk", holder=("Ana Zoe",), reports_to="ws-1"),
        Position("o-1", "Cook", holder=("Mia O'Neill",), reports_to="ws-1"),
        Position("o-2", "Cook", holder=("Søren Bjoerk",), reports_to="ws-1"),
    ]
    show(page, chart(Organisation("Search", positions)), tmp_path)
    return page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("zoe", ["Zoë Ångström", "Ana Zoe"]),
        ("ÅNGSTROM", ["Zoë Ångström"]),
        ("muller jose", ["José Müller"]),
        ("mueller", ["José Müller"]),
        ("jose mueller", ["José Müller"]),
        ("MÜLLER", ["José Müller"]),
        ("aangstroem", ["Zoë Ångström"]),
        ("o’neill", ["Mia O'Neill"]),
        ("oneill", ["Mia O'Neill"]),
        ("O'Neill", ["Mia O'Neill"]),
        ("björk", ["Søren Bjoerk"]),
        ("soren", ["Søren Bjoerk"]),
        ("strasse", ["Łukasz Straße"]),
        ("lukasz", ["Łukasz Straße"]),
        ("welder", ["Łukasz Straße", "(open)"]),
        ("shop", ["Łukasz Straße", "(open)"]),
        ("koln", ["José Müller"]),
        ("koeln", ["José Müller"]),
        ("ws-2", ["(open)"]),
        ("nobody at all", []),
    ],
)
def test_search_finds_without_case_and_accents(
    searched: Page, query: str, found: list[str]
) -> None:
    searched.press("/")
    searched.type(query)
    shown = searched.run("[...document.querySelectorAll('#found .who')].map(l => l.textContent)")
    assert shown == found
    told = searched.run("document.getElementById('said').textContent")
    counts = {0: "No match", 1: "1 match", 2: "2 matches"}
    assert told == counts[len(found)]
    if not found:
        assert searched.run("document.getElementById('beyond').textContent") == "No match"


def test_a_result_is_chosen_with_the_keyboard_and_its_way_is_opened(searched: Page) -> None:
    for _ in range(3):
        searched.click("[data-do=fewer]")
    assert names(searched) == ["Zoë Ångström"]
    searched.press("/")
    searched.type("zoe")
    assert searched.run("document.getElementById('search').getAttribute('aria-expanded')") == "true"
    searched.press("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp")
    active = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))"
    assert searched.run(f"{active}.textContent").startswith("Ana Zoe")
    assert searched.run(f"{active}.getAttribute('aria-selected')") == "true"
    searched.press("Enter")
    searched.still()
    assert names(searched, "[aria-selected=true]") == ["Ana Zoe"]
    assert focused(searched) == "Ana Zoe"
    lit = {"Zoë Ångström", "José Müller", "Łukasz Straße", "Ana Zoe"}
    assert set(names(searched, ".lit")) == lit
    assert searched.run("location.hash") == "#" + quote("k/ü 1", safe="")
    x, y = searched.middle("[aria-selected=true] .box")
    width, height = DESKTOP
    assert 0.2 * width < x < 0.8 * width and 0.2 * height < y < 0.8 * height


def test_escape_leaves_the_results_then_the_search(searched: Page) -> None:
    searched.press("/")
    searched.type("zoe")
    searched.press("Escape")
    assert searched.run("document.getElementById('results').hidden")
    assert searched.run("document.activeElement.id") == "search"
    searched.press("Escape")
    assert searched.run("document.getElementById('search').value") == ""
    assert focused(searched) == "Zoë Ångström"


def test_more_results_than_are_shown_are_counted(page: Page, tmp_path: Path) -> None:
    show(page, chart(company(400)), tmp_path)
    page.press("/")
    page.type("person")
    assert page.run("document.querySelectorAll('#found li').length") == 50
    assert "350 more" in page.run("document.getElementById('beyond').textContent")


def test_the_keys_of_a_tree(page: Page, tmp_path: Path) -> None:
    show(page, chart(company(15, span=2)), tmp_path)
    steps = 0
    while focused(page) != "Ann Person0":
        page.press("Tab")
        steps += 1
        assert steps < 20
    journey = [
        ("ArrowDown", 1), ("ArrowDown", 3), ("ArrowUp", 1), ("ArrowRight", 3), ("ArrowRight", 7),
        ("ArrowRight", 7), ("ArrowLeft", 3), ("ArrowLeft", 3), ("ArrowDown", 4), ("ArrowLeft", 4),
        ("ArrowLeft", 1), ("End", 14), ("ArrowDown", 14), ("Home", 0), ("ArrowUp", 0),
    ]  # fmt: skip
    for key, at in journey:
        page.press(key)
        assert focused(page).endswith(f"Person{at}"), key
    assert page.run(f"{SHOWN}.filter(c => c.tabIndex === 0).length") == 1
    assert names(page, "[aria-expanded=false]") == [
        one for one in names(page) if re.search(r"Person[34]$", one)
    ]


def test_space_opens_star_opens_all_and_letters_jump(page: Page, tmp_path: Path) -> None:
    show(page, chart(company(15, span=2)), tmp_path)
    page.press("/", "Escape")
    page.press(" ")
    assert len(names(page)) == 1
    page.press(" ")
    page.press("ArrowRight")
    for _ in range(2):
        page.press(" ")
        page.press("ArrowDown")
    assert len(names(page)) == 3
    page.press("*")
    assert len(names(page)) == 15
    page.press("Home", "l")
    assert focused(page) == "Łukasz Person10"
    page.press("Home")
    page.run("new Promise(done => setTimeout(done, 700))")
    page.press("z", "o", "e")
    assert focused(page).startswith("Zoë")


def test_enter_chooses_and_escape_lets_go(page: Page, tmp_path: Path) -> None:
    show(page, chart(company(15, span=2)), tmp_path)
    page.press("/", "Escape", "ArrowRight", "Enter")
    assert names(page, "[aria-selected=true]") == ["Bo Person1"]
    assert page.run("location.hash") == "#p-1"
    assert "Reports to\nAnn Person0" in page.run("document.getElementById('details').innerText")
    assert focused(page) == "Bo Person1"
    page.press("Escape")
    assert names(page, ".lit") == [] and page.run("location.hash") == ""
    assert page.run("document.getElementById('details').hidden")
    assert focused(page) == "Bo Person1"


def test_the_focus_is_seen_and_stays_in_view(page: Page, tmp_path: Path) -> None:
    page.size(700, 500)
    show(page, chart(company(400)), tmp_path)
    page.press("/", "Escape")
    for _ in range(20):
        page.press("ArrowDown")
    page.still()
    edge = "getComputedStyle(document.activeElement.querySelector('.focus')).stroke"
    assert page.run(edge) == "rgb(5, 80, 174)"
    x, y = page.run(
        "(r => [r.x, r.bottom])(document.activeElement.querySelector('.box')"
        ".getBoundingClientRect())"
    )
    assert 0 <= x < 700 and 0 < y <= 500


def test_the_tab_key_brings_the_card_into_view(page: Page, tmp_path: Path) -> None:
    show(page, chart(company(15)), tmp_path)
    page.drag((700, 800), (650, 0))
    page.drag((700, 800), (650, 0))
    assert page.middle("#card-0 .box")[0] > 1400
    page.run("document.querySelector('[data-do=help]').focus()")
    page.press("Tab")
    page.still()
    assert focused(page) == "Ann Person0"
    assert 0 < page.middle("#card-0 .box")[0] < 1400
    assert page.run("['stage', 'chart'].every(i => document.getElementById(i).scrollLeft === 0)")


def test_keys_zoom_and_the_help_tells_of_them(page: Page, tmp_path: Path) -> None:
    show(page, chart(company(15)), tmp_path)
    before = scale(page)
    page.press("+", "+")
    page.still()
    assert scale(page) > before * 1.2
    page.press("-", "-", "0")
    page.still()
    assert scale(page) == pytest.approx(before)
    page.click("[data-do=help]")
    assert page.run("document.getElementById('help').open")
    page.press("+")
    page.still()
    assert scale(page) == pytest.approx(before)
    page.press("Escape")
    assert not page.run("document.getElementById('help').open")


def test_a_card_that_becomes_a_row_keeps_the_focus(page: Page, tmp_path: Path) -> None:
    above = (None, "p0", "p1", "p1", "p1")
    positions = [
        Position(f"p{at}", "T", holder=(f"H{at}",), reports_to=manager)
        for at, manager in enumerate(above)
    ]
    positions.append(Position("open", "T", reports_to="p1", status="open"))
    show(page, chart(Organisation("Rows", positions)), tmp_path)
    page.click("#card-3 .name")
    assert page.run("document.activeElement.at") == 3
    assert page.run("document.activeElement.matches('.row-card')")
    page.run("document.querySelector('#groups button').click(); document.querySelectorAll("
             "'#trail button')[1].click()")  # fmt: skip
    page.click("#card-5 .name")
    page.still()
    assert page.run("document.activeElement.at") == 5
    assert not page.run("document.activeElement.matches('.row-card')")
    page.run("document.querySelectorAll('#trail button')[1].click()")
    page.still()
    assert page.run("document.activeElement.at") == 5
    assert page.run("document.activeElement.matches('.row-card')")
