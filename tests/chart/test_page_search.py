"""The search of the page of `-f html`: marked letters, faces, counts, lit hits, filters."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from in_browser import chart, company, names, northwind, show, slowness
from PIL import Image

from browser import Page, needs_chromium
from orgcli.chart.deck.card_photos import Picture
from orgcli.chart.deck.faces import with_face
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position

pytestmark = needs_chromium

MARKS = "[...document.querySelectorAll('#found mark')].map(m => m.textContent)"
LIT = "[...document.querySelectorAll('#cards .hit')].map(c => c.at)"
COUNT = "document.getElementById('found-count').textContent"
FACETS = "[...document.querySelectorAll('#facets span')].map(s => s.textContent)"


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("zoe", ["Zoë"]),
        ("ang", ["Ång"]),
        ("angstroem", ["Ångström"]),
        ("strasse", ["Straße"]),
        ("mueller chief", ["Müller", "Chief"]),
        ("oneill", ["O’Neill"]),
        ("koln", ["Köln"]),
        ("iii", ["iii"]),
    ],
)
def test_the_letters_that_were_typed_are_marked(
    page: Page, query: str, marks: list[str], tmp_path: Path
) -> None:
    people = ("Zoë Ångström", "Łukasz Straße", "José Müller", "Mia O’Neill", "Hawaiiiii", "Ken")
    positions = [
        Position(f"k{at}", ("Clerk", "Chief")[at == 2], holder=(name,), location="Köln")
        for at, name in enumerate(people[:-1])
    ]
    positions[0] = replace(positions[0], location="Oslo")
    positions[4] = replace(positions[4], location="Oslo")
    show(page, chart(Organisation("Marks", positions)), tmp_path)
    page.press("/")
    page.type(query)
    found = page.run(MARKS)
    assert found[: len(marks)] == marks
    assert page.run("[...document.querySelectorAll('#found .who')].every(w => w.textContent)")


def test_hits_are_counted_and_lit_until_the_search_ends(page: Page, tmp_path: Path) -> None:
    show(page, northwind(), tmp_path)
    page.press("/")
    page.type("people partner")
    assert page.run(COUNT) == "3 matches"
    cards = northwind().deck.cards
    wanted = [at for at, card in enumerate(cards) if card.title.startswith("People Partner")]
    assert page.run(LIT) == wanted
    dim = page.run("document.querySelectorAll('#cards .card:not(.hit):not(.dim)').length")
    assert dim == 0, "all others are dimmed, as none of them hides a hit"
    page.press("Escape")
    assert page.run(LIT) == wanted, "the hits are still lit when the results are closed"
    page.press("Escape")
    assert page.run(LIT) == [] and page.run("document.querySelectorAll('.dim').length") == 0


def test_a_folded_card_leads_to_the_hits_below_it(page: Page, tmp_path: Path) -> None:
    show(page, northwind(), tmp_path)
    page.press("/")
    page.type("Haruka")
    bright = names(page, ":not(.dim)")
    assert bright == ["Raghunath Villeneuve"]


def test_results_have_faces(page: Page, tmp_path: Path) -> None:
    pixels = io.BytesIO()
    Image.new("RGB", (40, 40), "#0072b2").save(pixels, "PNG")
    picture = Picture("image/png", 40, 40, pixels.getvalue(), "a.png")
    made = chart(company(4))
    cards = [with_face(card, None if at else picture) for at, card in enumerate(made.deck.cards)]
    show(page, replace(made, deck=replace(made.deck, cards=cards)), tmp_path)
    page.press("/")
    page.type("person")
    page.until("document.querySelector('#found img').naturalWidth === 40")
    assert page.run("document.querySelectorAll('#found .face').length") == 4
    initials = page.run("[...document.querySelectorAll('#found svg text')].map(t => t.textContent)")
    assert initials == [card.initials for card in cards[1:]]


def test_open_seats_and_departments_are_offered_as_filters(page: Page, tmp_path: Path) -> None:
    show(page, northwind(), tmp_path)
    page.press("/")
    assert page.run(FACETS)[:3] == ["open", "planned", "Corporate"]
    page.type("goth")
    assert page.run(FACETS) == ["Gothenburg"]
    page.click("#facets button")
    assert page.run("document.querySelector('#facets button').ariaPressed") == "true"
    assert not page.run("document.getElementById('results').hidden"), "another may be chosen"
    assert "match" in page.run("document.getElementById('trail').innerText")
    page.press("Tab")
    page.press("Enter")
    assert page.run("document.querySelector('#facets button').ariaPressed") == "false"


def test_hits_in_the_branch_in_focus_are_counted(page: Page, tmp_path: Path) -> None:
    show(page, northwind(), tmp_path, "#&in=cto")
    page.press("/")
    page.type("executive assistant")
    assert page.run(COUNT) == "2 matches · 1 in this branch"


def test_a_text_that_is_a_script_stays_text(page: Page, tmp_path: Path) -> None:
    name = "<script>alert(1)</script>"
    positions = [Position("a", name, holder=(name,), department=name, location=name)]
    show(page, chart(Organisation(name, positions)), tmp_path)
    page.press("/")
    page.type("script alert")
    assert page.run("document.querySelectorAll('#found script').length") == 0
    assert page.run("document.querySelector('#found .who').textContent") == name
    assert "script" in page.run(MARKS)


def answers(page: Page, queries: list[str]) -> list[float]:
    """How many milliseconds it takes from a letter until results and chart are up to date."""
    found: list[float] = page.run(
        "(queries => { const f = document.getElementById('search'); f.focus(); return"
        " queries.map(q => { f.value = q; const start = performance.now();"
        " f.dispatchEvent(new Event('input')); document.body.offsetHeight;"
        f" return performance.now() - start; }}); }})({queries!r})"
    )
    return found


def test_a_search_among_ten_thousand_takes_under_50_milliseconds(
    page: Page, tmp_path: Path
) -> None:
    made: Any = chart(company(10_000))
    show(page, made, tmp_path)
    times = answers(page, ["e", "en", "person9", "zoe buyer", "p-9999", "none", "person", "ann"])
    assert sorted(times)[len(times) // 2] < 50 * slowness(page)
    assert max(times[1:]) < 100 * slowness(page)
