"""What the page of `-f html` shows in a real browser."""

import io
import re
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from chart_samples import HOSTILE, hostile, sales_team, tangled
from in_browser import PHONE, SHOWN, chart, names, northwind, show
from PIL import Image

from browser import Page, needs_chromium
from orgcli.chart.deck.card_photos import Picture
from orgcli.chart.deck.visible_text import plain
from orgcli.chart.paper.card_text import ROOMY
from orgcli.language.tags import LANGUAGES
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import DottedLine, Position

pytestmark = needs_chromium


def test_a_small_organisation_opens_whole_and_fits(page: Page, tmp_path: Path) -> None:
    show(page, northwind(), tmp_path)
    assert len(names(page)) == 128
    inside = page.run(
        "(([s, w]) => w.left >= s.left && w.right <= s.right && w.top >= s.top"
        " && w.bottom <= s.bottom)(['stage', 'cards'].map(i =>"
        " document.getElementById(i).getBoundingClientRect()))"
    )
    assert inside


def test_a_phone_gets_the_layers_that_can_be_read_on_it(page: Page, tmp_path: Path) -> None:
    page.size(*PHONE, touch=True)
    show(page, northwind(), tmp_path)
    assert 2 <= len(names(page)) < 40
    assert page.run("document.querySelector('.card .name').getBoundingClientRect().height") > 9


@pytest.mark.parametrize("width", [320, 390, 700, 1400])
def test_nothing_overflows(page: Page, width: int, tmp_path: Path) -> None:
    page.size(width, 700)
    show(page, chart(hostile()), tmp_path)
    for _ in range(2):
        assert page.run("document.documentElement.scrollWidth") <= width
        buttons = "[...document.querySelectorAll('header button, .zoom button')]"
        assert page.run(f"{buttons}.every(b => b.getBoundingClientRect().right <= {width})")
        page.click("[data-do=list]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_speaks_and_nothing_overflows(page: Page, language: str, tmp_path: Path) -> None:
    words = import_module(f"orgcli.language.{language}").CHART
    page.size(320, 700, touch=True)
    show(page, chart(sales_team(), language=language), tmp_path)
    assert page.run("document.documentElement.lang") == language
    said = page.run("document.querySelector('[data-do=list]').title")
    assert said == words.page.as_list
    assert page.run("document.documentElement.scrollWidth") <= 320
    page.click("[data-do=help]")
    assert page.run("(d => d.scrollWidth <= d.clientWidth)(document.getElementById('help'))")


def test_hostile_text_is_drawn_as_text(page: Page, tmp_path: Path) -> None:
    show(page, chart(hostile()), tmp_path)
    page.run("document.querySelector('[data-do=all]').click()")
    said = page.run(f"{SHOWN}.map(c => c.getAttribute('aria-label'))")
    for text in HOSTILE:
        if plain(text):
            assert any(one.startswith(plain(text)) for one in said), text
    assert page.run("document.querySelectorAll('script').length") == 2
    page.click("[data-do=list]")
    listed = page.run("document.getElementById('list').textContent")
    assert "</svg><script>alert(1)</script>" in listed
    page.press("/")
    page.type("<script>")
    found = page.run("document.getElementById('found').textContent")
    assert "</svg><script>alert(1)</script>" in found


def test_states_marks_and_counts_look_as_in_the_other_pictures(page: Page, tmp_path: Path) -> None:
    team = sales_team()
    show(page, chart(replace(team, positions=[*team.positions, *tangled().positions])), tmp_path)
    page.run("document.querySelector('[data-do=all]').click()")
    page.still()

    def style(kind: str, part: str, name: str) -> str:
        found: str = page.run(
            f"getComputedStyle(document.querySelector('#cards .{kind} .{part}')).{name}"
        )
        return found

    assert style("filled", "box", "strokeDasharray") == "none"
    assert style("open", "box", "strokeDasharray") == "5px, 3px"
    assert style("planned", "box", "strokeDasharray") == "1.5px, 2.5px"
    assert style("closed", "box", "fill") == "rgb(238, 241, 244)"
    assert style("unheld", "name", "fontStyle") == "normal"
    pills = page.run(
        "[...document.querySelectorAll('#cards .unheld .state-word')].map(t => t.textContent)"
    )
    assert set(pills) == {"Open", "Planned"}
    names = page.run(
        "[...document.querySelectorAll('#cards .open.unheld .name')].map(t => t.textContent)"
    )
    assert "Account Executive" in names, "the title stands where a name would"
    assert style("trouble", "box", "stroke") == "rgb(200, 50, 43)"
    texts = page.run(f"{SHOWN}.map(c => c.textContent)")
    assert any("×12" in one for one in texts)
    assert any("manager `vp-emae` not found" in one for one in texts)
    assert style("filled", "stripe", "fill").startswith("rgb(")


def test_photos_are_in_the_page(page: Page, tmp_path: Path) -> None:
    pixels = io.BytesIO()
    Image.new("RGB", (40, 30), "#0072b2").save(pixels, "PNG")
    picture = Picture("image/png", 40, 30, pixels.getvalue(), "a.png")
    made = chart(sales_team())
    cards = [replace(card, picture=picture) for card in made.deck.cards[:2]]
    deck = replace(made.deck, cards=[*cards, *made.deck.cards[2:]])
    show(page, replace(made, deck=deck), tmp_path)
    page.click("#card-0 image")
    page.until("document.querySelector('#details img').naturalWidth === 40")
    lefts = page.run(
        "[0, 2].map(n => +document.querySelector(`#card-${n} .name`).getAttribute('x'))"
    )
    assert lefts[0] - lefts[1] == ROOMY.face + ROOMY.margin
    assert page.run("document.querySelectorAll('#cards image').length") == 2
    assert (tmp_path / "chart.html").read_text(encoding="utf-8").count("data:image/png") == 1


def test_counts_are_there_where_what_is_below_is_left_out(page: Page, tmp_path: Path) -> None:
    show(page, chart(sales_team(), depth=1), tmp_path)
    texts = page.run(f"{SHOWN}.map(c => c.textContent)")
    assert "Ben Li / Ana Cruz" + "3" + "VP Sales" + "+3 below" in texts
    assert any(one.startswith("Priya Vasquez" + "18") for one in texts)


def test_nobody_at_all_is_an_empty_page(page: Page, tmp_path: Path) -> None:
    show(page, chart(Organisation("Empty", [])), tmp_path)
    page.click("[data-do=fit]")
    page.click("[data-do=list]")
    page.press("/", "Escape")
    assert page.run("document.querySelector('h1').textContent") == "Empty"


def test_no_colours_no_stripes(page: Page, tmp_path: Path) -> None:
    team = sales_team()
    nowhere = [replace(one, department=None) for one in team.positions]
    for shown in (
        chart(team, color_by="none"),
        chart(replace(team, positions=nowhere)),
    ):
        show(page, shown, tmp_path)
        assert page.run("getComputedStyle(document.querySelector('.stripe')).display") == "none"


def test_dotted_lines_join_their_cards(page: Page, tmp_path: Path) -> None:
    show(page, northwind(), tmp_path)
    assert page.run("document.querySelector('#world .dotted').getAttribute('d')").count("M") == len(
        northwind().deck.dotted
    )


def test_of_many_dotted_lines_those_of_the_chosen_card_are_drawn(
    page: Page, tmp_path: Path
) -> None:
    ids = [f"p{at}" for at in range(60)]
    positions = [
        Position(
            one, "T", holder=(f"H{one}",), reports_to="p0" if one != "p0" else None,
            dotted_lines=() if at < 2 else (DottedLine("p1", "budget"),),
        )
        for at, one in enumerate(ids)
    ]  # fmt: skip
    show(page, chart(Organisation("Dots", positions)), tmp_path)
    world = "[...document.querySelectorAll('#world > .dotted')].map(p => p.getAttribute('d'))"
    assert page.run(world) == ["", ""]
    assert "selected position" in page.run("document.getElementById('dotted-legend').textContent")
    page.click("#card-1")
    assert [path.count("M") for path in page.run(world)] == [0, 58]
    told = page.run("document.getElementById('details').innerText")
    assert "Hp2 (budget)" in told and "38 more" in told


def ground(page: Page) -> str:
    return page.run("getComputedStyle(document.documentElement).backgroundColor")


def test_light_follows_the_system_and_the_button_turns_it(page: Page, tmp_path: Path) -> None:
    page.prefer(color_scheme="dark")
    show(page, chart(sales_team()), tmp_path)
    assert ground(page) == "rgb(21, 25, 31)"
    page.click("[data-do=theme]")
    assert ground(page) == "rgb(255, 255, 255)"
    page.prefer(color_scheme="light")
    page.click("[data-do=theme]")
    assert ground(page) == "rgb(21, 25, 31)"


@pytest.mark.parametrize(("theme", "color"), [("dark", "21, 25, 31"), ("print", "255, 255, 255")])
def test_other_themes_are_what_they_are(page: Page, theme: str, color: str, tmp_path: Path) -> None:
    page.prefer(color_scheme="dark" if theme == "print" else "light")
    show(page, chart(sales_team(), theme=theme), tmp_path)
    assert ground(page) == f"rgb({color})"
    page.click("[data-do=theme]")
    assert ground(page) != f"rgb({color})"
    page.click("[data-do=theme]")
    assert ground(page) == f"rgb({color})"
    if theme == "print":
        fill = page.run("getComputedStyle(document.querySelector('.stripe')).fill")
        assert len(set(re.findall(r"\d+", fill))) == 1
