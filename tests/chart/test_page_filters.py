"""Legend, filters, colours and branches on the page of `-f html`."""

from pathlib import Path

import pytest
from in_browser import chart, company, names, northwind, show

from browser import Page, needs_chromium
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position

pytestmark = needs_chromium

LEGEND = "[...document.querySelectorAll('#groups button span')].map(s => s.textContent)"
TRAIL = "document.getElementById('trail').innerText"
STRIPE = "getComputedStyle(document.querySelector('#card-{} .stripe')).fill"


def entry(page: Page, name: str) -> None:
    """Click an entry of the legend."""
    at = page.run(f"[...document.querySelectorAll('#groups button')]"
                  f".findIndex(b => b.querySelector('span').textContent === '{name}')")  # fmt: skip
    assert at >= 0, name
    page.run(f"document.querySelectorAll('#groups button')[{at}].scrollIntoView()")
    x, y = page.run(
        f"(r => [r.x + r.width / 2, r.y + r.height / 2])"
        f"(document.querySelectorAll('#groups button')[{at}].getBoundingClientRect())"
    )
    page.click((x, y))
    page.still()


def chip(page: Page, name: str) -> None:
    """Click a button of the bar below the title."""
    at = page.run(f"[...document.querySelectorAll('#trail button')]"
                  f".findIndex(b => b.textContent.startsWith('{name}'))")  # fmt: skip
    assert at >= 0, name
    page.click(f"#trail button:nth-of-type({at + 1})")
    page.still()


def test_the_legend_counts_and_dims(page: Page, tmp_path: Path) -> None:
    show(page, northwind(), tmp_path)
    legend = [one.name for one in northwind().deck.legend]
    assert page.run(LEGEND) == [*legend, "open", "planned"], "in the order of the other charts"
    counts = page.run("[...document.querySelectorAll('#groups small')].map(s => +s.textContent)")
    assert sum(counts[:6]) == 128 and counts[6:] == [5, 1]
    entry(page, "Engineering")
    bright = page.run("[...document.querySelectorAll('#cards .card:not(.dim)')].map(c => c.at)")
    cards = northwind().deck.cards
    assert bright and all(cards[at].department == "Engineering" for at in bright)
    assert "36 of 128 match" in page.run(TRAIL)
    pressed = "document.querySelector('#groups [aria-pressed=true] span').textContent"
    assert page.run(pressed) == "Engineering"
    assert page.run("document.getElementById('said').textContent") == "36 of 128 match"
    entry(page, "Engineering")
    assert page.run("document.querySelectorAll('#cards .dim').length") == 0


def test_filters_of_two_kinds_are_met_together(page: Page, tmp_path: Path) -> None:
    show(page, northwind(), tmp_path)
    entry(page, "Engineering")
    entry(page, "open")
    assert "1 of 128 match" in page.run(TRAIL)
    entry(page, "Revenue")
    assert "3 of 128 match" in page.run(TRAIL)
    chip(page, "Clear filters")
    assert page.run("document.querySelectorAll('#cards .dim').length") == 0


def test_others_are_left_out_and_come_back(page: Page, tmp_path: Path) -> None:
    show(page, northwind(), tmp_path)
    before = names(page)
    entry(page, "open")
    chip(page, "Hide others")
    shown = page.run("[...document.querySelectorAll('#cards > .card')].map(c => c.at)")
    deck = northwind().deck
    wanted = {at for at, card in enumerate(deck.cards) if card.state == "open"}
    for at in list(wanted):
        above = deck.manager[at]
        while above >= 0:
            wanted.add(above)
            above = deck.manager[above]
    assert set(shown) == wanted
    chip(page, "open")
    page.still()
    assert set(before) <= set(names(page))
    assert page.run("document.getElementById('trail').hidden")


def test_colours_can_stand_for_other_groups(page: Page, tmp_path: Path) -> None:
    positions = [Position("top", "Chief", holder=("T",), department="Board", location="Oslo")]
    positions += [
        Position(f"p{at}", "Staff", holder=(f"H{at}",), reports_to="top", department="Works",
                 location=("Oslo", "Bergen")[at % 2])
        for at in range(4)
    ]  # fmt: skip
    show(page, chart(Organisation("Colours", positions)), tmp_path)
    kinds = page.run("[...document.getElementById('color-by').options].map(o => o.value)")
    assert kinds == ["department", "branch", "level", "location", "none"]
    assert page.run(STRIPE.format(1)) == page.run(STRIPE.format(2))
    page.run("(s => { s.value = 'location'; s.dispatchEvent(new Event('change')); })"
             "(document.getElementById('color-by'))")  # fmt: skip
    assert page.run(STRIPE.format(1)) != page.run(STRIPE.format(2))
    assert page.run(STRIPE.format(1)) == page.run(STRIPE.format(0))
    assert page.run(LEGEND) == ["Oslo", "Bergen"]
    page.run("(s => { s.value = 'none'; s.dispatchEvent(new Event('change')); })"
             "(document.getElementById('color-by'))")  # fmt: skip
    assert page.run("getComputedStyle(document.querySelector('.stripe')).display") == "none"


@pytest.mark.parametrize("by", ["department", "branch", "level", "role", "location", "status"])
def test_the_page_begins_with_the_colours_that_were_asked_for(
    page: Page, by: str, tmp_path: Path
) -> None:
    positions = [
        Position(f"p{at}", "T", role=("cto", "cfo")[at % 2], holder=(f"H{at}",) if at % 3 else (),
                 reports_to=f"p{(at - 1) // 2}" if at else None, department=f"D{at % 3}",
                 location=f"L{at % 2}")
        for at in range(9)
    ]  # fmt: skip
    made = chart(Organisation("By", positions), color_by=by)
    show(page, made, tmp_path)
    page.click("[data-do=all]")
    page.still()
    assert page.run("document.getElementById('color-by').value") == by
    colors = page.run("Object.fromEntries([...document.querySelectorAll('#cards > .card')].map("
                      "c => [c.at, getComputedStyle(c.querySelector('.stripe') ??"
                      " document.querySelector('.panel')).fill]))")  # fmt: skip
    cards = made.deck.cards
    for one in colors:
        for other in colors:
            same = cards[int(one)].color == cards[int(other)].color
            assert same == (colors[one] == colors[other])
    assert page.run(LEGEND)[: len(made.deck.legend)] == [one.name for one in made.deck.legend]


def test_the_way_to_the_top_is_a_row_of_links(page: Page, tmp_path: Path) -> None:
    show(page, chart(company(400)), tmp_path, "#p-399")
    way = page.run("[...document.querySelectorAll('#trail a')].map(a => a.textContent)")
    assert way == ["Ann Person0", "Ann Person56", "Zoë Person399"] or len(way) == 4
    page.click("#trail a")
    page.still()
    assert names(page, "[aria-selected=true]") == ["Ann Person0"]
    page.press("Escape")
    assert page.run("document.getElementById('trail').hidden")
    assert "400 positions" in page.run("document.getElementById('counts').innerText")


def test_a_branch_is_shown_alone_and_has_an_address(page: Page, tmp_path: Path) -> None:
    path = show(page, northwind(), tmp_path, "#cto")
    page.click("#details .actions button:nth-of-type(2)")
    page.still()
    deck = northwind().deck
    head = next(at for at, card in enumerate(deck.cards) if card.key == "cto")
    shown = page.run("[...document.querySelectorAll('#cards > .card')].map(c => c.at)")
    assert len(shown) > 10 and min(shown) == head

    def is_below(at: int) -> bool:
        while at >= 0 and at != head:
            at = deck.manager[at]
        return at == head

    assert all(map(is_below, shown))
    counts = page.run("[...document.querySelectorAll('#groups small')].map(s => +s.textContent)")
    assert counts[1] == 36 and counts[0] == 0
    address = page.run("location.hash")
    assert address == "#cto&in=cto"
    page.press("Escape")
    assert page.run("location.hash") == "#&in=cto"
    page.open(path, "#&in=cto")
    page.still()
    assert min(page.run("[...document.querySelectorAll('#cards > .card')].map(c => c.at)")) == head
    chip(page, "Whole organisation")
    assert page.run("document.querySelector('#card-0')") is not None
    assert page.run("location.hash") == ""


def test_who_is_chosen_elsewhere_ends_the_focus_on_a_branch(page: Page, tmp_path: Path) -> None:
    show(page, northwind(), tmp_path, "#&in=cto")
    page.press("/")
    page.type("Solveig")
    page.press("Enter")
    page.still()
    assert names(page, "[aria-selected=true]") == ["Solveig Achterberg-"]
    assert page.run("location.hash") == "#ceo"


def test_escape_clears_filters_when_nobody_is_chosen(page: Page, tmp_path: Path) -> None:
    show(page, northwind(), tmp_path)
    entry(page, "open")
    page.press("Escape")
    assert page.run("document.querySelectorAll('#cards .dim').length") == 0


def test_hostile_names_of_groups_are_text(page: Page, tmp_path: Path) -> None:
    name = "<img src=x onerror=alert(1)>\"'] x"
    positions = [Position("a", "A", holder=("Ann",), department=name, location=name)]
    positions.append(Position("b", "B", reports_to="a", department="D", location="L"))
    show(page, chart(Organisation("Groups", positions)), tmp_path)
    entry_text = "document.querySelector('#groups button span').textContent"
    assert page.run(entry_text) == name
    page.click("#groups button")
    page.click("#groups button")
    page.press("/")
    page.type("img")
    page.still()
    assert page.run("document.querySelectorAll('img').length") == 0
