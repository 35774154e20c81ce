"""What people come to the page of `-f html` for, done as they would, by mouse and keys alone."""

import io
import time
from pathlib import Path

import pytest
from in_browser import names, northwind, show
from pypdf import PdfReader

from browser import Page, needs_chromium
from pdf_text import unbroken

pytestmark = needs_chromium

DETAILS = "document.getElementById('details').innerText"
TRAIL = "document.getElementById('trail').innerText"
COUNT = "document.getElementById('found-count').textContent"


@pytest.fixture
def reader(page: Page, tmp_path: Path) -> Page:
    show(page, northwind(), tmp_path)
    return page


def click(page: Page, text: str, kind: str = "button, a, .card") -> None:
    """Click what says this."""
    place = page.run(
        f"(found => found && (found.scrollIntoView({{block: 'nearest'}}),"
        " (r => [r.x + r.width / 2, r.y + r.height / 2])(found.getBoundingClientRect())))"
        f"([...document.querySelectorAll({kind!r})].filter(e => e.getClientRects().length)"
        f".find(e => (e.innerText ?? e.textContent).includes({text!r})))"
    )
    assert place, text
    page.click(tuple(place))
    page.still()


def find(page: Page, text: str, enter: bool = True) -> None:
    page.press("/")
    page.type(text)
    if enter:
        page.press("Enter")
    page.still()


def test_who_leads_the_team_with_the_open_engineering_seat(reader: Page) -> None:
    reader.press("/")
    click(reader, "open", "#facets button")
    click(reader, "Engineering", "#facets button")
    assert reader.run(COUNT) == "1 match"
    reader.press("Enter")
    reader.still()
    assert "Perception Engineer" in reader.run(DETAILS)
    click(reader, "Shirin Vandersteen", "#details a")
    said = reader.run(DETAILS)
    assert "Team Lead, Perception" in said and "Raghunath Villeneuve" in said


def test_how_many_report_to_the_cto_in_gothenburg(reader: Page) -> None:
    find(reader, "cto")
    click(reader, "Show this branch")
    find(reader, "gothenburg", enter=False)
    deck = northwind().deck
    head = next(at for at, card in enumerate(deck.cards) if card.key == "cto")
    count = 0
    for at, card in enumerate(deck.cards):
        above = at
        while above not in (head, -1):
            above = deck.manager[above]
        count += bool(above == head and card.position and card.position.location == "Gothenburg")
    assert count > 1 and reader.run(COUNT).endswith(f"{count} in this branch")


def test_send_somebody_the_link_to_a_person(reader: Page, tmp_path: Path) -> None:
    reader.run("navigator.clipboard.writeText = text => { window.copied = text;"
               " return Promise.resolve(); }; 0")  # fmt: skip
    find(reader, "agnieszka")
    click(reader, "Copy link")
    copied = reader.run("window.copied")
    reader.open(tmp_path / "chart.html", "#" + copied.partition("#")[2])
    reader.still()
    assert names(reader, "[aria-selected=true]") == ["Agnieszka Balogun"]


def test_print_one_department(reader: Page) -> None:
    click(reader, "Product", "#groups button")
    click(reader, "Hide others")
    (page,) = PdfReader(io.BytesIO(reader.pdf())).pages
    text = unbroken(page)
    for card in northwind().deck.cards:
        inside = card.department == "Product" or card.key == "ceo"
        assert ("".join(card.name.split()) in text) == inside, card.name


def test_write_to_somebody(reader: Page) -> None:
    find(reader, "leilani")
    address = "[...document.querySelectorAll('#details a')].map(a => a.href)"
    assert "mailto:leilani@northwind.example" in reader.run(address)


def test_list_all_open_seats(reader: Page) -> None:
    reader.press("/")
    click(reader, "open", "#facets button")
    found = reader.run("[...document.querySelectorAll('#found li')].length")
    assert found == 5 and "5 of 128 match" in reader.run(TRAIL)


def test_who_is_above_somebody(reader: Page) -> None:
    find(reader, "haruka")
    way = reader.run("[...document.querySelectorAll('#trail a')].map(a => a.textContent)")
    assert way == [
        "Solveig Achterberg-Nair", "Amarachi Lindholm", "Raghunath Villeneuve", "Eszter Olumide",
        "Haruka Strömberg",
    ]  # fmt: skip


def test_see_who_works_where(reader: Page) -> None:
    reader.run("document.getElementById('color-by').focus()")
    reader.type("L")
    reader.press("l")
    reader.run("(s => { s.value = 'location'; s.dispatchEvent(new Event('change')); })"
               "(document.getElementById('color-by'))")  # fmt: skip
    places = reader.run("[...document.querySelectorAll('#groups span')].map(s => s.textContent)")
    assert "Gothenburg" in places
    click(reader, "Gothenburg", "#groups button")
    assert "match" in reader.run(TRAIL)


def test_take_a_picture_of_one_branch(reader: Page, tmp_path: Path) -> None:
    reader.keep_downloads(tmp_path)
    find(reader, "cro")
    click(reader, "Show this branch")
    reader.press("Escape")
    reader.click("[data-do=save]")
    reader.click("[data-do=save-svg]")
    end = time.monotonic() + 30
    while not (found := list(tmp_path.glob("*.svg"))):
        assert time.monotonic() < end
        time.sleep(0.05)
    time.sleep(0.2)
    text = found[0].read_text(encoding="utf-8")
    assert "Nikolai Ferreira-Dunne" in text and "Solveig" not in text


def test_what_two_people_have_to_do_with_each_other(reader: Page) -> None:
    find(reader, "ottar")
    assert "Dotted line to" in reader.run(DETAILS)
    assert "(safety certificates)" in reader.run(DETAILS)
    captions = "[...document.querySelectorAll('#dotted .caption')].map(c => c.textContent)"
    assert reader.run(captions) == ["safety certificates"]
