"""What the page of `-f html` shows in a real browser."""

import io
import re
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from chart_samples import HOSTILE, hostile, sales_team, tangled
from in_browser import DESKTOP, PHONE, SHOWN, chart, company, names, northwind, scale, show
from PIL import Image

from browser import Page, needs_chromium
from orgcli.chart.deck.card_photos import Picture
from orgcli.chart.deck.faces import with_face
from orgcli.chart.deck.visible_text import plain
from orgcli.chart.paper.card_text import RANKS, ROOMY
from orgcli.language.tags import LANGUAGES
from orgcli.model.organisation.organisation import Organisation

pytestmark = needs_chromium


INSIDE = (
    "(([s, w]) => w.left >= s.left && w.right <= s.right && w.top >= s.top"
    " && w.bottom <= s.bottom)(['stage', 'cards'].map(i =>"
    " document.getElementById(i).getBoundingClientRect()))"
)
SMALLEST_NAME = (
    f"Math.min(...{SHOWN}.map(c =>"
    " parseFloat(getComputedStyle(c.querySelector('.name')).fontSize)))"
)


def test_a_small_organisation_opens_whole_and_fits(page: Page, tmp_path: Path) -> None:
    show(page, chart(sales_team()), tmp_path)
    assert len(names(page)) == 9
    assert page.run(INSIDE)


@pytest.mark.parametrize(("width", "most"), [(2560, 2), (1000, 1.4)])
def test_a_small_organisation_grows_to_fill_the_window(
    page: Page, width: int, most: float, tmp_path: Path
) -> None:
    page.size(width, 1400)
    show(page, chart(company(4)), tmp_path)
    assert scale(page) == pytest.approx(most)
    assert page.run(INSIDE)


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (1280, 800), (2560, 1440)])
@pytest.mark.parametrize(
    "make", [northwind, lambda: chart(company(50)), lambda: chart(company(400))]
)
def test_names_have_11_pixels_when_the_page_opens(
    page: Page, make: Any, size: tuple[int, int], tmp_path: Path
) -> None:
    page.size(*size)
    show(page, make(), tmp_path)
    assert page.run(SMALLEST_NAME) * scale(page) >= 11 - 1e-4
    assert len(names(page)) > 1
    assert page.run(INSIDE)


def test_the_legend_never_covers_cards(page: Page, tmp_path: Path) -> None:
    for size in (DESKTOP, (1000, 500), PHONE):
        page.size(*size)
        show(page, northwind(), tmp_path)
        if size == PHONE:
            page.click("[data-do=list]")
            page.click("summary")
        page.drag((300, 300), (-60, 200))
        stage, foot = page.run(
            "['stage', 'foot'].map(i => document.getElementById(i).getBoundingClientRect())"
            ".map(r => [r.top, r.bottom])"
        )
        assert stage[1] <= foot[0] and foot[1] <= size[1] and stage[1] - stage[0] > 150


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
    assert said == words.page.as_chart, "a phone begins with the list"
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
    both = replace(team, positions=[*team.positions, *tangled().positions])
    show(page, chart(both, density="cards"), tmp_path)
    page.run("document.querySelector('[data-do=all]').click()")
    page.still()

    def style(kind: str, part: str, name: str) -> str:
        found: str = page.run(
            f"getComputedStyle(document.querySelector('#cards .{kind} .{part}')).{name}"
        )
        return found

    assert style("filled", "box", "strokeDasharray") == "none"
    assert style("open", "dashes", "strokeDasharray").startswith("2px, ")
    assert ", 5px, " in style("open", "dashes", "strokeDasharray")
    assert ", 2px, " in style("planned", "dashes", "strokeDasharray")
    assert style("open", "box", "stroke") == style("planned", "box", "stroke") == "none"
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
    assert any("manager vp-emae not found" in one for one in texts)
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


def test_who_has_no_photo_has_initials_where_others_have_one(page: Page, tmp_path: Path) -> None:
    pixels = io.BytesIO()
    Image.new("RGB", (40, 40), "#0072b2").save(pixels, "PNG")
    picture = Picture("image/png", 40, 40, pixels.getvalue(), "a.png")
    made = chart(sales_team(), density="cards")
    cards = [with_face(card, None if at else picture) for at, card in enumerate(made.deck.cards)]
    show(page, replace(made, deck=replace(made.deck, cards=cards)), tmp_path)
    assert page.run("document.querySelectorAll('#cards image').length") == 1
    found = page.run("[...document.querySelectorAll('#cards .initials')].map(t => t.textContent)")
    assert found == [card.initials for card in cards[1:] if card.initials]
    assert page.run("document.querySelectorAll('#cards .nobody').length") == 3
    edges = page.run(f"new Set({SHOWN}.map(c => +c.querySelector('.name').getAttribute('x'))).size")
    assert edges == 1, "names keep their edge"


def test_connectors_are_round_and_nothing_snaps_to_pixels(page: Page, tmp_path: Path) -> None:
    show(page, chart(sales_team()), tmp_path)
    assert "Q" in page.run("document.querySelector('#world > .lines').getAttribute('d')")
    snapped = "[...document.querySelectorAll('#world *')].filter(e =>"
    snapped += " getComputedStyle(e).shapeRendering === 'crispEdges').length"
    assert page.run(snapped) == 0
    shadow = "getComputedStyle(document.querySelector('#cards .shadow')).fill"
    assert page.run(shadow) != "none"
    page.click("[data-do=theme]")
    assert page.run(shadow) == "none", "there is no shadow in the dark"


def test_the_pill_is_where_the_line_leaves_the_middle(page: Page, tmp_path: Path) -> None:
    show(page, chart(sales_team()), tmp_path)
    pill, box = (
        page.run(
            f"(r => [r.x + r.width / 2, r.y + r.height / 2, r.bottom])"
            f"(document.querySelector('#card-0 {part}').getBoundingClientRect())"
        )
        for part in (".pill", ".box")
    )
    assert pill[0] == pytest.approx(box[0], abs=0.5) and pill[1] == pytest.approx(box[2], abs=1)
    sizes = page.run(f"{SHOWN}.map(c => +c.querySelector('.name').getAttribute('font-size'))")
    ranks = [RANKS[card.rank].name_size for card in chart(sales_team()).deck.cards]
    assert sorted(sizes) == sorted(ranks) and len(set(sizes)) > 2


def test_text_that_the_browser_draws_wider_stays_on_its_card(page: Page, tmp_path: Path) -> None:
    show(page, northwind(), tmp_path)
    page.click("[data-do=all]")
    page.still()
    outside = page.run(
        f"{SHOWN}.flatMap(c => {{ const b = c.querySelector('.box').getBoundingClientRect();"
        " return [...c.querySelectorAll('text')].filter(t =>"
        " t.getBoundingClientRect().right > b.right + 0.5).map(t => t.textContent); })"
    )
    assert outside == []


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
        codes = [
            page.run(f"[...document.querySelectorAll('{where} .code')].map(c => c.textContent)")
            for where in ("#cards", "#legend")
        ]
        assert codes[1] and set(codes[0]) <= set(codes[1]), "greys have letters, with their key"
        page.click("[data-do=theme]")
        code = "getComputedStyle(document.querySelector('#cards .code')).display"
        assert page.run(code) == "none"
